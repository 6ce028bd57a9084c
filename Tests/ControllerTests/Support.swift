import BoardFixture
import Commands
import Controller
import Display
import SituationModel

func harbour(_ columns: Int = 120, _ rows: Int = 40, readOnly: String? = nil) -> Stage {
    Stage(
        Harbour.archive(), situation: Harbour.id, size: Size(columns: columns, rows: rows), readOnlyReason: readOnly)
}

extension Stage {
    var cursor: Item? { board.cursorItem(in: board.focus) }
    var message: String { board.message?.text ?? "" }
    var form: Form? {
        if case .form(let form)? = board.overlay { form } else { nil }
    }
    var prompt: Prompt? {
        if case .prompt(let prompt)? = board.overlay { prompt } else { nil }
    }
    var list: ListOverlay? {
        if case .list(let list)? = board.overlay { list } else { nil }
    }
}
