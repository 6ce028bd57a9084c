/// Why a dossier was refused: everything that is wrong with it, not only the first thing.
package struct DossierError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong, and where.
    package struct Problem: Hashable, Sendable, CustomStringConvertible {
        package let file: String
        /// Counted from 1.
        package let line: Int
        /// In scalar values, counted from 1.
        package let column: Int
        /// What was found, what was expected, and the nearest right name where there is one.
        package let message: String

        /// `korea.yaml:12:5: …`, as compilers write it, so that editors can jump there.
        package var description: String { "\(file):\(line):\(column): \(message)" }
    }

    /// In the order of their places in the file; never empty.
    package let problems: [Problem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
