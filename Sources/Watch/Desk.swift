import Commands
package import Controller
import QueryLanguage
package import SituationModel
package import Storage

/// Does for the board what concerns the archive: reads what it asks for, writes what it decides, and answers with news.
///
/// The one owner of the archive's connection on a board's behalf; works away from the screen's thread.
package actor Desk {
    let archive: Archive
    let reader: Author
    private let marksSeen: Bool
    /// The reader's saved views; `nil` where none are kept.
    private let views: ViewFile?
    let now: @Sendable () -> Instant
    /// The archive's state when it was last looked at, to tell others' changes from marks of what has been seen.
    private var token: Int64?
    /// Who collected when that was last told.
    private var collector: String?
    /// The traffic of the situation that was asked for last.
    var book: TrafficBook?

    /// A desk for one reader.
    ///
    /// - Parameters:
    ///   - reader: Under whose name changes are recorded and unseen marks kept.
    ///   - marksSeen: Whether looking at something marks it as seen; not when the board is only printed.
    ///   - views: Where the reader's saved views are kept.
    ///   - now: The clock.
    package init(
        archive: Archive, reader: String, marksSeen: Bool = true, views: ViewFile? = nil,
        now: @escaping @Sendable () -> Instant
    ) {
        self.archive = archive
        self.reader = Author(reader)
        self.marksSeen = marksSeen
        self.views = views
        self.now = now
    }

    /// Performs effects in order and answers with the news they bring. Those that do not concern the archive bring none.
    package func perform(_ effects: [Effect], on situation: SituationID) -> [News] {
        effects.flatMap { effect in
            do throws(ArchiveError) {
                return try perform(effect, on: situation)
            } catch {
                return [.failed(error.description)]
            }
        }
    }

    /// Whether the record, or who collects for it, has changed since it was last read.
    package func hasChanged() -> Bool {
        let present = try? archive.changeToken()
        return present != token || archive.collector != collector
    }

    private func perform(_ effect: Effect, on situation: SituationID) throws(ArchiveError) -> [News] {
        switch effect {
        case .load(let load): return try self.load(load, of: situation)
        case .append(let changes, let said): return try append(changes, to: situation, said: said)
        case .review(let records, let verdict, let said):
            return try review(records, verdict, in: situation, said: said)
        case .judge(let draft, let said): return try judge(draft, in: situation, said: said)
        case .saveView(let name, let query): return views?.save(query, as: name) ?? []
        case .forgetView(let name): return views?.forget(name) ?? []
        case .undo:
            return try takeBack(
                UndoChoice.undo, in: situation, verb: "Undone", otherwise: "There is nothing of yours to undo")
        case .redo:
            return try takeBack(UndoChoice.redo, in: situation, verb: "Redone", otherwise: "There is nothing to redo")
        case .anchor(let words, let document, let near):
            let text = try archive.document(document, of: situation, asOf: nil)?.text
            return [.anchored(text.flatMap { Anchor(words, near: near, in: $0, document: document) })]
        case .markSeen(let keys):
            if marksSeen, !archive.isReadOnly { try archive.markSeen(keys, of: situation, reader: reader.name) }
            return []
        case .markAllSeen:
            if marksSeen, !archive.isReadOnly { try archive.markAllSeen(of: situation, reader: reader.name) }
            return []
        case .whatIf, .copy, .bell, .theme, .mouse, .redraw, .suspend, .quit: return []
        }
    }

    // MARK: Writing

    func append(_ changes: [Change], to situation: SituationID, said: String) throws(ArchiveError) -> [News] {
        var drafts: [Draft] = []
        for change in changes {
            let free = try freeOfOthers(decided(change), in: situation)
            drafts.append(Draft(situation: situation, author: reader, known: nil, change: free))
        }
        _ = try archive.append(
            drafts, batch: changes.count > 1 ? said.lowercasedFirst : nil, isOneStep: true, at: now())
        return [.done(said), .archiveChanged]
    }

    /// Writes a verdict upon findings; tells where somebody else has decided otherwise since they were shown.
    private func review(
        _ records: [Record], _ verdict: Review.Verdict, in situation: SituationID, said: String
    ) throws(ArchiveError) -> [News] {
        var changes: [Change] = []
        var others: [String] = []
        for shown in records {
            guard let present = try archive.record(shown.key, of: situation, asOf: nil), let review = present.review
            else { continue }
            if review.verdict != shown.review?.verdict, let by = review.by, by != reader.name { others.append(by) }
            guard review.verdict != verdict else { continue }
            let decided = present.reviewed(review.decided(verdict, by: reader.name, at: now()))
            changes.append(.revise(before: present, after: decided))
        }
        guard !changes.isEmpty else { return [.done("Nothing was left to decide"), .archiveChanged] }
        let told =
            others.isEmpty ? said : "\(said); \(Set(others).sorted().joined(separator: ", ")) had decided otherwise"
        return try append(changes, to: situation, said: told)
    }

    /// Who corrects what was read by machine says that it is so.
    private func decided(_ change: Change) -> Change {
        guard case .revise(let before, let after) = change, let review = after.review, review == before.review else {
            return change
        }
        return .revise(
            before: before, after: after.reviewed(review.decided(.confirmed, by: reader.name, at: now())))
    }

    private func takeBack(
        _ choice: (Author, [Entry]) -> Entry?, in situation: SituationID, verb: String, otherwise: String
    ) throws(ArchiveError) -> [News] {
        let entries = try archive.entries(by: reader, of: situation, limit: 400)
        guard let entry = choice(reader, entries) else { return [.failed(otherwise)] }
        let draft = Draft(situation: situation, author: reader, known: nil, change: .undo(entry: entry.id))
        _ = try archive.append([draft], batch: nil, at: now())
        var told = entry
        if case .undo(let target) = entry.change, let redone = entries.first(where: { $0.id == target }) {
            told = redone
        }
        return [.done("\(verb): \(told.change.inWords())"), .archiveChanged]
    }

    // MARK: Reading

    private func load(_ load: Effect.Load, of situation: SituationID) throws(ArchiveError) -> [News] {
        switch load {
        case .outline(let asOf):
            token = try archive.changeToken()
            let outline = try archive.outline(of: situation, asOf: asOf)
            let tally = try archive.tally(of: situation, asOf: asOf, reader: reader.name)
            let judging = JudgingNews(of: outline, at: min(asOf ?? now(), now()))
            return [.outline(outline, tally, asOf: asOf), .judging(judging, asOf: asOf)]
        case .page(let kind, let request, let landing):
            return [.page(PageNews(try rows(kind, request), for: request, landing: landing))]
        case .detail(let subject, let asOf):
            return [.detail(try detail(subject, of: situation, asOf: asOf), asOf: asOf)]
        case .collecting:
            collector = archive.collector
            return [.collecting(try CollectingNews(of: situation, in: archive, at: now()))]
        case .patterns:
            return [.patterns(LadderPattern.all)]
        case .views:
            return views.map { [$0.news] } ?? []
        case .traffic(let asOf):
            let book = try trafficBook(of: situation, asOf: asOf)
            let ladders = try archive.outline(of: situation, asOf: asOf).ladders.inOrder
            return [.traffic(book.news(for: ladders), of: situation, asOf: asOf)]
        case .situations:
            return [.situations(try archive.situations(asOf: nil))]
        case .moment(let step):
            let moment =
                switch step {
                case .before(let instant): try archive.moment(before: instant, of: situation)
                case .after(let instant): try archive.moment(after: instant, of: situation)
                }
            return [.moment(moment, for: step)]
        }
    }

    private func rows(_ kind: ListKind, _ request: PageRequest) throws(ArchiveError) -> PageNews.Rows {
        switch kind {
        case .quotes: .quotes(try archive.quotes(request))
        case .events: .events(try archive.events(request))
        case .documents: .documents(try archive.documents(request))
        case .log: .log(try archive.log(request))
        }
    }
}

extension String {
    /// The text as it stands within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
