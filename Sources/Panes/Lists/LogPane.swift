import Commands
import Controller
import Display
import SituationModel

/// The log: what the people on watch did and noted.
struct LogPane: ListPane {
    let board: Board
    let glyphs: Glyphs

    var emptyText: String {
        board.log.isLoaded ? "Nothing has been written down yet; \(board.way(to: .note)) writes a note" : "Reading…"
    }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let logged = board.log.rows[index]
        var line = StyledText(" \(logged.entry.known.short) ", .time)
        line.append(logged.entry.author.name, logged.entry.author.kind == .machine ? .machine : .textStrong)
        line.append(" ")
        if logged.isTakenBack { line.append("(undone) ", .warning) }
        line.append(words(for: logged.entry.change), logged.isTakenBack ? .textDim : .text)
        var lines = line.wrapped(to: max(12, width), atMost: 2, ellipsis: glyphs.ellipsis)
        if lines.count > 1 { lines[1] = lines[1].indented(by: 14).truncated(to: width, ellipsis: glyphs.ellipsis) }
        return lines
    }

    /// What an entry did; of an undo, what it took back, where that is at hand.
    private func words(for change: Change) -> String {
        guard case .undo(let target) = change, let entry = board.log.rows.first(where: { $0.entry.id == target })?.entry
        else { return change.inWords(in: board.situation) }
        if case .undo = entry.change { return "did again what was undone" }
        return "took back: \(entry.change.inWords(in: board.situation))"
    }
}
