import Controller
import Display
import SituationModel

/// What the detail pane says of ladders, rungs, thresholds and couplings.
enum LadderText {
    static func write(_ id: LadderID, board: Board, to text: inout DetailText) {
        guard let ladder = board.situation.ladders[id] else { return ItemText.gone("ladder", board: board, to: &text) }
        text.title(ladder.title, note: StyledText(ladder.subject ?? "", .textDim))
        text.heading("Rungs")
        let present = board.situation.presentRung(of: ladder)?.id
        for (index, rung) in ladder.rungs.enumerated().reversed() {
            let key = RungKey(id, rung.id)
            let state = board.situation.state(of: key)
            var line = StyledText(rung.id == present ? text.glyphs.present : " ", .rungPresent)
            line.append(" \(index + 1) ")
            line.append(state.sign(text.glyphs) + " ", state.role)
            line.append(rung.title, .textLink)
            line.append("  \(state.rawValue)", state.role)
            text.link(.item(.rung(key)), line, indent: 0)
        }
        text.heading("Whose")
        for actor in ladder.actors {
            text.link(.item(.actor(actor)), StyledText(board.name(of: actor), .textLink))
        }
        EntryText.writeHistory(board, to: &text)
    }

    static func writeRung(_ key: RungKey, board: Board, to text: inout DetailText) {
        guard let ladder = board.situation.ladders[key.ladder], let (number, rung) = ladder.rung(key.rung) else {
            return ItemText.gone("rung", board: board, to: &text)
        }
        let heads = board.detail.data?.documents ?? [:]
        text.title(rung.title, note: StyledText("rung \(number) of \(ladder.rungs.count), \(ladder.title)", .textDim))
        text.blank()
        writeReadings(key, board: board, to: &text)
        text.paragraph(rung.remarks ?? "", .text)
        if !rung.indicators.isEmpty {
            text.heading("Thresholds")
            for indicator in rung.indicators {
                var line = StyledText(indicator.direction.sign(text.glyphs) + " ", indicator.direction.role)
                let state = board.situation.state(of: indicator, key)
                line.append(state.sign(text.glyphs) + " ", state.role)
                line.append(indicator.summary, .textLink)
                line.append("  \(state.rawValue)", state.role)
                if let reading = board.situation.reading(of: indicator, key) {
                    line.append("  \(reading.reason)", .textDim)
                }
                text.link(.item(.indicator(key, indicator.id)), line)
            }
        }
        writeCouplings(key, board: board, to: &text)
        JudgingText.writeForecasts(of: key, board: board, to: &text)
        let moves = board.situation.moves[key] ?? []
        if !moves.isEmpty {
            text.heading("Moves")
            for dated in moves.reversed() { writeMove(dated, board: board, heads: heads, to: &text) }
        }
        EntryText.writeHistory(board, to: &text)
    }

    /// The analyst's reading and the machine's, side by side.
    private static func writeReadings(_ key: RungKey, board: Board, to text: inout DetailText) {
        for (kind, label) in [(Author.Kind.analyst, "analyst"), (.machine, "machine")] {
            guard let reading = board.situation.reading(of: key, by: kind) else {
                text.field(label, "no reading", .textDim)
                continue
            }
            let state = reading.move.state
            var line = StyledText("\(state.sign(text.glyphs)) \(state.rawValue)", Style(state.role, bold: true))
            line.append("  \(reading.move.by.name), \(reading.order.known.short)", .textDim)
            text.field(label, line)
        }
        text.blank()
    }

    private static func writeMove(
        _ dated: Situation.DatedMove, board: Board, heads: [DocumentID: DocumentHead], to text: inout DetailText
    ) {
        let move = dated.move
        var line = StyledText("\(dated.order.known.inWords)  ", .time)
        line.append("\(move.state.sign(text.glyphs)) \(move.state.rawValue)", Style(move.state.role, bold: true))
        line.append("  \(move.by.name)\(move.by.kind == .machine ? " (machine)" : "")", .textDim)
        text.paragraph(line, indent: 2)
        text.paragraph(StyledText(move.reason, .text), indent: 4)
        if move.evidence.isEmpty { text.paragraph("no evidence given", .warning, indent: 4) }
        for anchor in move.evidence { text.anchor(anchor, board: board, heads: heads) }
        text.blank()
    }

    private static func writeCouplings(_ key: RungKey, board: Board, to text: inout DetailText) {
        let couplings = board.situation.couplings.inOrder.filter { $0.from == key || $0.to == key }
        guard !couplings.isEmpty else { return }
        text.heading("Couplings")
        for coupling in couplings {
            let isFrom = coupling.from == key
            var line = StyledText((isFrom ? text.glyphs.triggers : text.glyphs.from) + " ", .coupling)
            let verb = isFrom ? coupling.effect.rawValue : coupling.effect == .raises ? "raised by" : "lowered by"
            line.append("\(verb) ", .coupling)
            line.append(board.situation.title(of: isFrom ? coupling.to : coupling.from), .textLink)
            if let reason = coupling.reason { line.append("  \(reason)", .textDim) }
            text.link(.item(.coupling(coupling.id)), line)
        }
    }

    static func writeCoupling(_ id: CouplingID, board: Board, to text: inout DetailText) {
        guard let coupling = board.situation.couplings[id] else {
            return ItemText.gone("coupling", board: board, to: &text)
        }
        text.title("\(board.situation.title(of: coupling.from)) \(coupling.effect.rawValue) the odds of")
        text.title(board.situation.title(of: coupling.to))
        text.blank()
        let factor = coupling.factor.map { "\(text.glyphs.times)\(inFull($0))" } ?? "not judged yet"
        text.field("factor", factor)
        text.field("because", coupling.reason)
        text.heading("Rungs")
        for key in [coupling.from, coupling.to] {
            text.link(.item(.rung(key)), StyledText(board.situation.title(of: key), .textLink))
        }
        text.evidence(coupling.evidence, board: board, heads: board.detail.data?.documents ?? [:])
        EntryText.writeHistory(board, to: &text)
    }
}
