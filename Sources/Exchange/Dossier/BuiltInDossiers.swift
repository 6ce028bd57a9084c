package import SituationModel

extension Dossier {
    /// The situations that come with the program, as texts: the ones a new archive begins with, and examples to copy.
    package static var builtIn: [(id: SituationID, text: String)] {
        [("korea-ukraine-2024", String(decoding: PackageResources.korea_ukraine_2024_yaml, as: UTF8.self))]
    }
}
