import Commands
import SituationModel

extension Board {
    /// Marks what the cursor is on as seen, where it has not been.
    mutating func markCursorSeen() -> [Effect] {
        guard asOf == nil, case .record(let key)? = cursors[focus], isUnseen(key) else { return [] }
        forgetUnseen { $0 == key }
        switch key.kind {
        case .quote: tally.unseenQuotes -= 1
        case .event: tally.unseenEvents -= 1
        case .document: tally.unseenDocuments -= 1
        default: break
        }
        return [.markSeen([key])]
    }

    /// Asks first: what is new cannot be told again once it is marked.
    mutating func askToMarkAllSeen() -> [Effect] {
        guard tally.unseen > 0 else {
            message = Message("Everything has been seen already")
            return []
        }
        let question = "Mark \(tally.unseen) as seen?"
        overlay = .prompt(Prompt(.confirmation(Confirmation(question, effects: [.markAllSeen]))))
        return []
    }

    mutating func markAllSeen() -> [Effect] {
        let count = tally.unseen
        forgetUnseen { _ in true }
        tally.unseenQuotes = 0
        tally.unseenEvents = 0
        tally.unseenDocuments = 0
        message = Message("\(count) marked as seen")
        return [.markAllSeen]
    }

    private func isUnseen(_ key: RecordKey) -> Bool {
        switch key {
        case .quote(let id): quotes.rows.contains { $0.value.id == id && $0.isUnseen }
        case .event(let id): events.rows.contains { $0.value.id == id && $0.isUnseen }
        case .document(let id): documents.rows.contains { $0.value.id == id && $0.isUnseen }
        default: false
        }
    }

    private mutating func forgetUnseen(_ isMeant: (RecordKey) -> Bool) {
        quotes.update { if $0.isUnseen, isMeant(.quote($0.value.id)) { $0.isUnseen = false } }
        events.update { if $0.isUnseen, isMeant(.event($0.value.id)) { $0.isUnseen = false } }
        documents.update { if $0.isUnseen, isMeant(.document($0.value.id)) { $0.isUnseen = false } }
    }

    /// Goes to the next thing not seen: below the cursor in this pane, else in the next pane that has any.
    mutating func moveToNextUnseen() -> [Effect] {
        let order: [Pane] = [.quotes, .timeline, .wire]
        let start = order.firstIndex(of: focus) ?? -1
        for step in 0...order.count {
            let pane = order[(max(start, 0) + step) % order.count]
            let items = items(in: pane)
            let from = pane == focus && step == 0 ? (cursorIndex(in: pane) ?? -1) + 1 : 0
            for item in items.dropFirst(from) {
                guard case .record(let key) = item, isUnseen(key) else { continue }
                cursors[pane] = item
                let effects = focus(on: pane)
                return effects.isEmpty ? arriveAtCursor() : effects
            }
        }
        message = Message(
            tally.unseen > 0
                ? "What is unseen lies further back; \(way(to: .bottom)) goes there" : "Everything has been seen")
        return []
    }
}
