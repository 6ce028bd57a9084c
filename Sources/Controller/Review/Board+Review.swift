import Commands
package import SituationModel

/// Deciding on what was read by machine: one finding, several that are marked, or all that is left of a document.
extension Board {
    /// Runs a command of the review.
    mutating func review(_ action: Action) -> [Effect] {
        switch action {
        case .mark: return markHere()
        case .confirm: return decide(.confirmed)
        case .reject: return decide(.rejected)
        case .confirmAll: return askToConfirmAll()
        default: return []
        }
    }

    /// Whether an item is marked, to be decided upon together with others.
    package func isMarked(_ item: Item) -> Bool { marked[item] != nil }

    /// How many findings are marked.
    package var markedCount: Int { marked.count }

    /// Whether what the cursor is on can be confirmed or rejected.
    package var offersReview: Bool {
        guard refusalToChange == nil else { return false }
        if focus == .detail, detail.subject?.document != nil { return findings.contains { $0.record.review != nil } }
        return finding(itemHere) != nil
    }

    /// The record behind an item, where it was read by machine.
    private func finding(_ item: Item?) -> Record? {
        let record: Record? =
            switch item {
            case .record(.quote(let id)): quote(id).map { .quote($0.value) }
            case .record(.event(let id)): event(id).map { .event($0.value) }
            case .record(.actor(let id)): situation.actors[id].map { .actor($0) }
            default: nil
            }
        return record?.review == nil ? nil : record
    }

    private static let notRead = "This was not read by machine: there is nothing to confirm or reject"

    private mutating func markHere() -> [Effect] {
        guard let item = itemHere, let record = finding(item) else {
            message = Message(Self.notRead, kind: .warning)
            return []
        }
        if marked.removeValue(forKey: item) == nil { marked[item] = record }
        let effects = goOn()
        message = Message(marked.isEmpty ? "Nothing is marked" : "\(marked.count) marked")
        return effects
    }

    private mutating func decide(_ verdict: Review.Verdict) -> [Effect] {
        guard marked.isEmpty else {
            let records = marked.values.sorted { $0.key < $1.key }
            marked = [:]
            return decide(verdict, on: records)
        }
        guard let record = finding(itemHere) else {
            message = Message(Self.notRead, kind: .warning)
            return []
        }
        guard record.review?.verdict != verdict else {
            message = Message("This is \(record.review?.inWords ?? "so") already")
            return []
        }
        let effects = decide(verdict, on: [record])
        // What is rejected leaves the lists, so that the cursor is on the next one by itself.
        return effects + (verdict == .confirmed || focus == .detail ? goOn() : [])
    }

    private func decide(_ verdict: Review.Verdict, on records: [Record]) -> [Effect] {
        let wanted = records + (verdict == .confirmed ? actors(behind: records) : [])
        let actors = wanted.count - records.count
        let what = records.count == 1 ? records[0].inWords : "\(records.count) findings"
        let besides = actors == 0 ? "" : actors == 1 ? ", and who it is about" : ", and \(actors) actors in them"
        return [.review(wanted, verdict, said: "\(verdict == .confirmed ? "Confirmed" : "Rejected") \(what)\(besides)")]
    }

    /// The actors read by machine, and not decided upon, that these findings point at: whoever confirms that somebody said
    /// something confirms that there is such a somebody.
    private func actors(behind records: [Record]) -> [Record] {
        var actors: [ActorID] = []
        for record in records {
            switch record {
            case .quote(let quote): actors += [quote.speaker].compactMap { $0 }
            case .event(let event): actors += [event.source, event.target].compactMap { $0 }
            default: break
            }
        }
        var told = Set(records.map(\.key))
        return actors.compactMap { id in
            guard let actor = situation.actors[id], actor.isUnconfirmed, told.insert(.actor(id)).inserted else {
                return nil
            }
            return .actor(actor)
        }
    }

    private mutating func askToConfirmAll() -> [Effect] {
        guard detail.subject?.document != nil, detail.data?.document != nil else {
            message = Message("Open a document to confirm all that was read from it", kind: .warning)
            return []
        }
        let records = findings.map(\.record).filter { $0.review?.verdict == .unconfirmed }
        guard !records.isEmpty else {
            message = Message("Nothing is left to confirm here")
            return []
        }
        let question = "Confirm \(records.count) finding\(records.count == 1 ? "" : "s") of this document?"
        overlay = .prompt(Prompt(.confirmation(Confirmation(question, effects: decide(.confirmed, on: records)))))
        return []
    }

    /// To the next finding, in a list or a document.
    private mutating func goOn() -> [Effect] {
        guard focus == .detail else { return moveCursor(by: 1) }
        if detail.subject?.document != nil { stepFinding(1) }
        return []
    }
}

// MARK: - In a document

/// Something that was found in the document that is open.
package struct DocumentFinding: Hashable, Sendable {
    package let record: Record
    /// Where it stands, first place first.
    package let anchors: [Anchor]

    package var item: Item { .record(record.key) }
}

extension Board {
    /// What was found in the document that is open, in the order of the text.
    package var findings: [DocumentFinding] {
        guard let id = detail.subject?.document, let data = detail.data else { return [] }
        var found: [DocumentFinding] = []
        func add(_ record: Record, _ anchors: [Anchor]) {
            let here = anchors.filter { $0.document == id }
            if !here.isEmpty { found.append(DocumentFinding(record: record, anchors: here)) }
        }
        for listed in data.quotes { add(.quote(listed.value), listed.value.content) }
        for listed in data.events { add(.event(listed.value), listed.value.accounts.map(\.anchor)) }
        for actor in situation.actors.inOrder where actor.review != nil { add(.actor(actor), actor.evidence) }
        return found.sorted { left, right in
            (left.anchors[0].start, left.record.key) < (right.anchors[0].start, right.record.key)
        }
    }

    /// Goes to the next or previous finding of the document, and says what it is.
    mutating func stepFinding(_ direction: Int) {
        guard let region = picture.region(of: .detail) else { return }
        let findings = findings
        guard !findings.isEmpty else {
            message = Message("Nothing was found in this document")
            return
        }
        func line(_ finding: DocumentFinding) -> Int? {
            region.links.first { $0.link == .item(finding.item) }?.lines.lowerBound
        }
        let present = findings.firstIndex { .item($0.item) == detail.link }
        let next =
            present.map { $0 + direction }
            ?? (direction > 0
                ? findings.firstIndex { (line($0) ?? 0) >= detail.scroll } ?? 0
                : findings.lastIndex { (line($0) ?? 0) < detail.scroll } ?? findings.count - 1)
        guard findings.indices.contains(next) else {
            message = Message("No more in this direction")
            return
        }
        choose(findings[next])
        guard let line = line(findings[next]) else { return }
        detail.seeksAnchor = false
        if line < detail.scroll || line >= detail.scroll + region.shownLines - 2 {
            let limit = max(0, region.lineCount - region.shownLines)
            detail.scroll = min(max(0, line - region.shownLines / 3), limit)
        }
    }

    /// Puts the cursor of the document on the finding that it was opened at.
    mutating func chooseFindingAtAnchor() {
        guard detail.link == nil, case .document(_, let anchor?)? = detail.subject,
            let finding = findings.first(where: { $0.anchors.contains(anchor) })
        else { return }
        detail.link = .item(finding.item)
    }

    private mutating func choose(_ finding: DocumentFinding) {
        detail.link = .item(finding.item)
        message = Message(words(for: finding.record))
    }

    /// A finding in a line: what it is, how it stands, and by what rule it was read.
    private func words(for record: Record) -> String {
        var parts: [String] = []
        switch record {
        case .quote(let quote):
            let speaker = quote.speaker.flatMap { situation.actors[$0]?.name } ?? quote.speakerDescription
            parts = ["\(quote.kind.rawValue) quote", speaker ?? "speaker not named"]
        case .event(let event):
            let parties = [event.source, event.target].compactMap { $0 }.map { situation.actors[$0]?.name ?? $0.text }
            parts = ["\(event.category.rawValue), \(event.mode.rawValue)", parties.joined(separator: " to ")]
        case .actor(let actor): parts = [actor.kind.rawValue, actor.name]
        default: break
        }
        if let review = record.review { parts += [review.inWords, review.rule] }
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
