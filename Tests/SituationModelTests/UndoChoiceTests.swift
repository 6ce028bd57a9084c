import SituationModel
import Testing

@Suite struct UndoChoiceTests {
    private let ada = Author("ada")
    private let boris = Author("boris")

    private func note(_ text: String) -> Change { .note(text: text, about: nil) }

    @Test func undoGoesBackStepByStepAndRedoForward() throws {
        var desk = Desk(behind: [])
        var entries = [desk.write(note("one")), desk.write(note("two"))]
        for expected in ["two", "one"] {
            let choice = try #require(UndoChoice.undo(by: ada, among: entries))
            #expect(choice.change == note(expected))
            entries.append(desk.write(.undo(entry: choice.id)))
        }
        #expect(UndoChoice.undo(by: ada, among: entries) == nil)
        for expected in [["one"], ["one", "two"]] {
            let choice = try #require(UndoChoice.redo(by: ada, among: entries))
            entries.append(desk.write(.undo(entry: choice.id)))
            #expect(Fold.situation("test", from: entries).notes.map(\.text) == expected)
        }
        #expect(UndoChoice.redo(by: ada, among: entries) == nil)
    }

    @Test func whatOthersDidIsLeftAlone() {
        var desk = Desk(behind: [])
        let own = desk.write(note("own"), by: ada)
        let others = desk.write(note("theirs"), by: boris)
        #expect(UndoChoice.undo(by: ada, among: [own, others])?.id == own.id)
    }

    @Test func afterANewChangeThereIsNothingToRedo() {
        var desk = Desk(behind: [])
        let first = desk.write(note("one"))
        let undo = desk.write(.undo(entry: first.id))
        #expect(UndoChoice.redo(by: ada, among: [first, undo])?.id == undo.id)
        let second = desk.write(note("two"))
        #expect(UndoChoice.redo(by: ada, among: [first, undo, second]) == nil)
    }

    @Test func severalVerdictsWithOneKeyAreOneStep() {
        var desk = Desk(behind: [])
        let head = desk.write(.batch(summary: "rejected 2 findings", isOneStep: true))
        let member = desk.write(.note(text: "one", about: nil), batch: head.id)
        #expect(UndoChoice.undo(by: ada, among: [head, member])?.id == head.id)
    }

    @Test func anImportIsNotUndoneByAccident() {
        var desk = Desk(behind: [])
        let note = desk.write(note("own"))
        let head = desk.write(.batch(summary: "import"))
        let member = desk.write(.note(text: "imported", about: nil), batch: head.id)
        #expect(UndoChoice.undo(by: ada, among: [note, head, member])?.id == note.id)
    }
}
