import Controller
import Display
import SituationModel

/// What the detail pane says of a search: all that answers, kind by kind.
enum FoundText {
    static func write(_ query: String, board: Board, to text: inout DetailText) {
        text.title(query)
        guard let data = board.detail.data else { return text.paragraph("Reading…", .textDim) }
        let count = data.found.items.count + data.quotes.count + data.events.count + data.found.documents.count
        // Of a large archive only the latest part is searched at once: what was not looked at may answer.
        let none = data.isCutOff ? "Nothing among the latest answers this." : "Nothing answers this."
        let note = count == 0 ? none : count == 1 ? "1 answers this." : "\(count) answer this."
        text.paragraph(note, .textDim)
        var heading: String?
        for item in data.found.items {
            guard let (kind, line) = Self.line(item, board) else { continue }
            if kind != heading { text.heading(kind) }
            heading = kind
            text.link(.item(item), line)
        }
        ActorText.writeFindings(board, to: &text)
        if !data.found.documents.isEmpty { text.heading("Documents") }
        for listed in data.found.documents {
            let document = listed.value
            var line = StyledText(document.received.short + "  ", .time)
            line.append(document.title, .text)
            line.append("  " + (board.situation.sources[document.source]?.name ?? document.source.text), .textDim)
            text.link(.item(.document(document.id)), line)
        }
        guard data.isCutOff else { return }
        text.blank()
        text.paragraph("There may be more, older: the lists go on where this ends.", .textDim)
    }

    /// The heading under which something stands, and what is said of it.
    private static func line(_ item: Item, _ board: Board) -> (kind: String, line: StyledText)? {
        let situation = board.situation
        switch item {
        case .record(.actor(let id)):
            guard let actor = situation.actors[id] else { return nil }
            var line = StyledText(actor.name, .textLink)
            line.append("  \(actor.role ?? actor.kind.rawValue)", .textDim)
            return ("Actors", line)
        case .record(.source(let id)):
            guard let source = situation.sources[id] else { return nil }
            var line = StyledText(source.name, .textLink)
            line.append("  \(source.reliability.rawValue)", Grade(source.reliability, .possiblyTrue).reliabilityRole)
            return ("Sources", line)
        case .record(.relation(let id)):
            guard let relation = situation.relations[id] else { return nil }
            let (from, to) = (board.name(of: relation.from), board.name(of: relation.to))
            var line = StyledText("\(from) – \(relation.kind.rawValue) – \(to)", .relation)
            line.append("  \(relation.summary ?? "")", .textDim)
            return ("Relations", line)
        case .record(.ladder(let id)):
            guard let ladder = situation.ladders[id] else { return nil }
            return ("Ladders", StyledText(ladder.title, .textLink))
        case .rung(let key):
            guard let ladder = situation.ladders[key.ladder], let rung = ladder.rung(key.rung)?.rung else { return nil }
            let state = situation.state(of: key)
            var line = StyledText(rung.title, .textLink)
            line.append("  \(state.rawValue)", state.role)
            line.append("  \(ladder.title)", .textDim)
            return ("Rungs", line)
        case .record, .indicator, .entry, .incoming: return nil
        }
    }
}
