package import SituationModel

/// A situation as one readable YAML file: what it adds to a journal.
///
/// The file says how things stand, not how they came to stand so; but every record in it carries, or takes from its
/// evidence, when it became known, so that a board can be put back to any moment in between.
package struct Dossier: Sendable {
    /// One thing to write into the journal.
    package struct Item: Hashable, Sendable {
        package let change: Change
        /// From when on it counts as known; `nil` for from now on.
        package let known: Instant?
        /// Who wrote it, where the file says so; else it is whoever imports the file.
        package let author: Author?

        package init(_ change: Change, known: Instant?, author: Author? = nil) {
            self.change = change
            self.known = known
            self.author = author
        }
    }

    /// The number in the first line of a dossier, after `watchfloor:`.
    package static let formatVersion = 1

    package let id: SituationID
    /// In the order of the sections, and within each in that of the file. A record that grew with its evidence is added
    /// once and then revised.
    package let items: [Item]

    /// Reads a dossier.
    ///
    /// - Parameter file: the name that problems are told under.
    /// - Throws: every problem in the file, in its order. Of mistakes in the YAML itself, only the first: behind it
    ///   nothing means what it seems to.
    package static func read(_ text: String, file: String) throws(DossierError) -> Dossier {
        let tree: Tree
        do {
            tree = try Tree(parsing: text)
        } catch {
            throw DossierError([error], file: file)
        }
        var reader = DossierReader()
        let dossier = reader.dossier(in: tree)
        guard reader.problems.found.isEmpty else { throw DossierError(reader.problems.found, file: file) }
        return dossier
    }
}
