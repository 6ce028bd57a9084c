import Controller
import Display
import SituationModel

/// What the detail pane says of an indicator: what people say, what the machine reads and by which rule, and what it rests on.
enum IndicatorText {
    static func write(_ id: IndicatorID, of key: RungKey, board: Board, to text: inout DetailText) {
        guard let indicator = board.indicator(key, id) else {
            return ItemText.gone("threshold", board: board, to: &text)
        }
        let direction = indicator.direction == .up ? "leads up to" : "leads down from"
        text.title(indicator.summary, note: StyledText("\(direction) \(board.situation.title(of: key))", .textDim))
        text.blank()
        let heads = board.detail.data?.documents ?? [:]
        let reading = board.situation.readings[IndicatorKey(key, id)]
        if let rule = indicator.rule {
            writeReading(reading, to: &text)
            text.blank()
            write(rule, of: indicator, to: &text)
        }
        writeByHand(indicator, board: board, heads: heads, to: &text)
        text.heading("Rung")
        text.link(.item(.rung(key)), StyledText(board.situation.title(of: key), .textLink))
        let evidence = (reading?.reading.evidence ?? []) + indicator.evidence
        text.evidence(evidence, board: board, heads: heads)
        writeFindings(besides: evidence, board: board, to: &text)
        EntryText.writeHistory(board, to: &text)
    }

    private static func writeReading(_ dated: Situation.DatedReading?, to text: inout DetailText) {
        guard let dated else {
            text.field("machine", "not read yet", .textDim)
            return
        }
        let state = dated.reading.state
        var line = StyledText("\(state.sign(text.glyphs)) \(state.rawValue)", Style(state.role, bold: true))
        line.append("  since \(dated.order.known.short)", .textDim)
        text.field("machine", line)
        text.field("", dated.reading.reason)
    }

    private static func write(_ rule: IndicatorRule, of indicator: Indicator, to text: inout DetailText) {
        text.field("counts", StyledText(rule.query, .textStrong))
        var asked: [String] = []
        if rule.count > 1 { asked.append("\(rule.count) findings") }
        let families = indicator.requiredFamilies
        asked.append("\(families) independent publisher\(families == 1 ? "" : "s")")
        if let amount = rule.amount { asked.append("a number of \(inFull(amount)) or more") }
        if let grade = rule.grade { asked.append("\(grade) or better") }
        text.field("asks for", asked.joined(separator: ", "))
        if let days = rule.windowDays { text.field("window", "\(days) day\(days == 1 ? "" : "s")") }
        if let days = rule.halfLifeDays { text.field("fades", "by half in \(days) day\(days == 1 ? "" : "s")") }
        let outcome = rule.outcome(indicator.direction)
        text.field("argues for", StyledText("\(outcome.sign(text.glyphs)) \(outcome.rawValue)", outcome.role))
    }

    private static func writeByHand(
        _ indicator: Indicator, board: Board, heads: [DocumentID: DocumentHead], to text: inout DetailText
    ) {
        if indicator.rule != nil, indicator.state == .notCollected, indicator.evidence.isEmpty { return }
        text.field(
            indicator.rule == nil ? "state" : "by hand",
            StyledText(
                "\(indicator.state.sign(text.glyphs)) \(indicator.state.rawValue)",
                Style(indicator.state.role, bold: true)))
        guard indicator.rule == nil else { return }
        let seen = board.families(of: indicator.evidence.map(\.document), heads: heads)
        let families = indicator.requiredFamilies
        text.field("asks for", "\(families) independent publisher\(families == 1 ? "" : "s"); \(seen) so far")
    }

    /// What answers the query now, as far as it does not stand among the evidence already.
    private static func writeFindings(besides evidence: [Anchor], board: Board, to text: inout DetailText) {
        guard let data = board.detail.data else { return }
        let quotes = data.quotes.filter { Set($0.value.content).isDisjoint(with: evidence) }
        let events = data.events.filter { Set($0.value.accounts.map(\.anchor)).isDisjoint(with: evidence) }
        guard !quotes.isEmpty || !events.isEmpty else { return }
        text.heading("Answers it besides")
        for event in events { text.link(.item(.event(event.value.id)), StyledText(event.value.summary, .textLink)) }
        for quote in quotes {
            text.link(.item(.quote(quote.value.id)), StyledText("“\(quote.value.text)”", .textLink))
        }
    }
}
