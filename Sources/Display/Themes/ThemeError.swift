/// Why a theme cannot be used.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, or the name of a built-in theme.
    package let file: String
    /// The line from 1, where one is to blame.
    package let line: Int?
    /// What is wrong and what was expected.
    package let problem: String

    init(file: String, line: Int?, _ problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// Where, what is wrong, and what was expected.
    package var description: String {
        "\(SafeText.plain(file))\(line.map { ":\($0)" } ?? ""): \(SafeText.plain(problem))"
    }
}
