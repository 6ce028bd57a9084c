package import SituationModel

extension Dossier {
    /// The section of a dossier that holds a ladder, nothing reached on it: to be put into a dossier by hand.
    package static func section(of ladder: Ladder) -> String {
        var block = Block()
        block.put("ladders", blocks: [PartWriter(texts: [:]).block(ladder) { _ in [] }])
        return block.printed
    }
}
