/// Which entry a person's next undo or redo takes back.
package enum UndoChoice {
    /// The latest change of this author that is still in force. Batches are left alone that were not
    /// made with one key: an import is not undone by accident.
    ///
    /// - Parameter entries: the author's entries, with the undos that concern them.
    package static func undo(by author: Author, among entries: some Sequence<Entry>) -> Entry? {
        Fold.inForce(entries).last { $0.author == author && isPlainChange($0) }
    }

    /// The undo of this author's that a redo takes back: the latest still in force, as long as the author has done
    /// nothing but undo and redo since.
    ///
    /// - Parameter entries: the author's entries, with the undos that concern them.
    package static func redo(by author: Author, among entries: some Sequence<Entry>) -> Entry? {
        let all = entries.sorted { $0.order < $1.order }
        let inForce = Set(Fold.inForce(all).map(\.id))
        let plain = Set(all.filter(isPlainChange).map(\.id))
        for entry in all.reversed() where entry.author == author {
            guard case .undo(let target) = entry.change else { return nil }
            if inForce.contains(entry.id), plain.contains(target) { return entry }
        }
        return nil
    }

    private static func isPlainChange(_ entry: Entry) -> Bool {
        guard entry.batch == nil else { return false }
        switch entry.change {
        case .undo: return false
        case .batch(_, let isOneStep): return isOneStep == true
        default: return true
        }
    }
}
