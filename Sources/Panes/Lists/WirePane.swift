import Controller
import Display
import SituationModel

/// The documents as they came in: when, from whom, how reliable that is.
struct WirePane: ListPane {
    let board: Board
    let glyphs: Glyphs

    var emptyText: String {
        board.documents.isLoaded ? "Nothing has come in yet; watchfloor import FILE brings a dossier" : "Reading…"
    }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let listed = board.documents.rows[index]
        let document = listed.value
        let source = board.situation.sources[document.source]
        var left = StyledText(listed.isUnseen ? glyphs.unseen : " ", .unseen)
        left.append("\(document.received.short) ", .time)
        let reliability = source?.reliability ?? .f
        left.append(reliability.rawValue + " ", Grade(reliability, .possiblyTrue).reliabilityRole)
        left.append(document.title, .text)
        let right = StyledText(source?.name ?? document.source.text, .textDim)
        let hasRoom = width >= 64
        return [
            left.flanked(
                by: hasRoom ? right.truncated(to: width / 3, ellipsis: glyphs.ellipsis) : StyledText(), width: width,
                ellipsis: glyphs.ellipsis)
        ]
    }
}

extension Grade {
    /// The role for the reliability alone.
    var reliabilityRole: Role {
        switch reliability {
        case .a, .b: .gradeGood
        case .c: .gradeFair
        case .d, .e: .gradePoor
        case .f: .gradeUnknown
        }
    }
}
