import Controller
import Display
import SituationModel

/// What the detail pane says of an actor: who they are, where they stand, what binds them to whom, what they said and did.
enum ActorText {
    static func write(_ id: ActorID, board: Board, to text: inout DetailText) {
        guard let actor = board.situation.actors[id] else { return ItemText.gone("actor", board: board, to: &text) }
        var note = StyledText(actor.kind.rawValue, .textDim)
        note.append(" \(text.glyphs.separator) ", .textDim)
        note.append("\(actor.alignment.sign) \(actor.alignment.rawValue)", actor.alignment.role)
        text.title(actor.name, note: note)
        text.blank()
        text.field("role", actor.role)
        if let standing = actor.standing {
            let trend = actor.trend.map { " \($0.sign(text.glyphs)) \($0.rawValue)" } ?? ""
            text.field("stands", StyledText(standing + trend, Style(.text, bold: true)))
        }
        if !actor.aliases.isEmpty {
            text.field("also", actor.aliases.map(\.text).joined(separator: " \(text.glyphs.separator) "))
        }
        text.field("remarks", actor.remarks)
        text.review(actor.review)
        writeRelations(actor, board: board, to: &text)
        writeLadders(actor, board: board, to: &text)
        writeFindings(board, to: &text)
        text.evidence(actor.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        EntryText.writeHistory(board, to: &text)
    }

    private static func writeRelations(_ actor: Actor, board: Board, to text: inout DetailText) {
        let relations = board.situation.relations.inOrder.filter { $0.from == actor.id || $0.to == actor.id }
        // Those whose belonging is told as a relation are not told twice.
        let told = Set(relations.filter { $0.kind == .partOf || $0.kind == .leads }.flatMap { [$0.from, $0.to] })
        let members = board.situation.actors.inOrder.filter { $0.affiliation == actor.id && !told.contains($0.id) }
        guard !relations.isEmpty || !members.isEmpty || actor.affiliation != nil else { return }
        text.heading("Relations")
        if let owner = actor.affiliation, !told.contains(owner) {
            text.link(.item(.actor(owner)), label("belongs to", board.name(of: owner), board, text.glyphs.relation))
        }
        for relation in relations {
            let isFrom = relation.from == actor.id
            let other = isFrom ? relation.to : relation.from
            let sign =
                relation.kind.isMutual ? text.glyphs.both : isFrom ? text.glyphs.relation : text.glyphs.fromActor
            let kind = isFrom ? relation.kind.rawValue : relation.kind.inverseInWords
            var line = label(kind, board.name(of: other), board, sign)
            if let since = relation.since { line.append("  since \(since.inWords)", .time) }
            if let summary = relation.summary { line.append("  \(summary)", .textDim) }
            text.link(.item(.relation(relation.id)), line)
        }
        for member in members {
            text.link(.item(.actor(member.id)), label("includes", member.name, board, text.glyphs.fromActor))
        }
    }

    private static func label(_ kind: String, _ name: String, _ board: Board, _ sign: String) -> StyledText {
        var line = StyledText(sign + " ", .relation)
        line.append(kind + " ", .textDim)
        line.append(name, .textLink)
        return line
    }

    private static func writeLadders(_ actor: Actor, board: Board, to text: inout DetailText) {
        let ladders = board.situation.ladders.inOrder.filter { $0.actors.contains(actor.id) }
        guard !ladders.isEmpty else { return }
        text.heading("Ladders")
        for ladder in ladders {
            var line = StyledText(ladder.title, .textLink)
            if let rung = board.situation.presentRung(of: ladder), let number = ladder.rung(rung.id)?.number {
                line.append("  on \(number) of \(ladder.rungs.count): \(rung.title)", .text)
            }
            text.link(.item(.ladder(ladder.id)), line)
        }
    }

    /// What the archive holds of what the actor said and did, and of what was said of and done to them.
    static func writeFindings(_ board: Board, to text: inout DetailText) {
        guard let data = board.detail.data else { return }
        if !data.quotes.isEmpty {
            text.heading("Quotes")
            for listed in data.quotes {
                let sign = listed.value.kind == .direct ? " " : ": "
                var line = StyledText(board.speakerName(listed.value) + sign, Style(.text, bold: true))
                line.append(contentsOf: QuoteWords.text(listed.value, glyphs: text.glyphs))
                let grade = board.grade(of: listed)
                line.append("  \(grade)", grade.role)
                text.link(.item(.quote(listed.value.id)), line)
            }
        }
        guard !data.events.isEmpty else { return }
        text.heading("Events")
        for listed in data.events {
            var line = StyledText((listed.value.when?.inWords ?? "undated") + "  ", .time)
            line.append(listed.value.summary, .text)
            if listed.value.mode != .actual { line.append(" \(listed.value.mode.rawValue)", .warning) }
            if let grade = board.grade(of: listed) { line.append("  \(grade)", grade.role) }
            text.link(.item(.event(listed.value.id)), line)
        }
    }
}

extension Glyphs {
    /// An arrow that comes from another actor.
    var fromActor: String { self == .ascii ? "<-" : "←" }
}
