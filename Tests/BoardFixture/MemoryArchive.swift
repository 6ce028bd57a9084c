package import Commands
package import Controller
import QueryLanguage
package import SituationModel
import Watch

/// An archive in memory, for trying the board without a database: it folds its journal anew for every question.
package struct MemoryArchive {
    package private(set) var entries: [Entry] = []
    private var clock = EntryClock()
    private var seen: Set<RecordKey> = []
    /// What the clock says; every change moves it on by a minute.
    package var now: Instant
    package let reader: Author
    /// Why nothing can be written, while nothing can.
    package var refusal: String?
    /// How the sources stand.
    package var collecting = CollectingNews()
    /// How the traffic between the actors of the ladders goes.
    package var traffic = TrafficNews()
    /// The reader's saved views.
    package var views: [SavedView] = []

    package init(now: Instant, reader: String) {
        self.now = now
        self.reader = Author(reader)
    }

    package mutating func append(
        _ change: Change, to situation: SituationID, by author: Author? = nil, known: Instant? = nil
    ) {
        now = now.advanced(byMilliseconds: 60_000)
        let id = clock.next(at: now, random: UInt64(entries.count))
        entries.append(
            Entry(id: id, origin: "test", situation: situation, author: author ?? reader, known: known, change: change))
    }

    package func situation(_ id: SituationID, asOf: Instant? = nil) -> Situation {
        Fold.situation(id, from: entries, asOf: asOf)
    }

    /// Performs effects as a desk does, and answers with the news they bring.
    package mutating func perform(_ effects: [Effect], on situation: SituationID) -> [News] {
        effects.flatMap { perform($0, on: situation) }
    }

    private mutating func perform(_ effect: Effect, on id: SituationID) -> [News] {
        switch effect {
        case .load(.outline(let asOf)):
            let whole = situation(id, asOf: asOf)
            return [answer(.outline(asOf: asOf), id), .judging(JudgingNews(of: whole, at: asOf ?? now), asOf: asOf)]
        case .load(let load): return [answer(load, id)]
        case .append(let changes, let said):
            if let refusal { return [.failed(refusal)] }
            for change in changes { append(change, to: id) }
            return [.done(said), .archiveChanged]
        case .judge(let draft, let said):
            guard let judgement = draft.judgement(by: reader.name, at: now) else { return [.failed("too late")] }
            return perform(.append([.add(record: .judgement(judgement.numbered(entries.count)))], said: said), on: id)
        case .saveView(let name, let query):
            views = views.filter { $0.name != name } + [SavedView(name: name, query: query)]
            return [.views(views, problem: nil), .done("View \(name) saved")]
        case .forgetView(let name):
            views.removeAll { $0.name == name }
            return [.views(views, problem: nil), .done("View \(name) forgotten")]
        case .undo: return takeBack(UndoChoice.undo(by: reader, among: entries), in: id, "Undone")
        case .redo: return takeBack(UndoChoice.redo(by: reader, among: entries), in: id, "Redone")
        case .review(let records, let verdict, let said):
            if let refusal { return [.failed(refusal)] }
            for record in records {
                let decided = record.reviewed(record.review?.decided(verdict, by: reader.name, at: now))
                append(.revise(before: record, after: decided), to: id)
            }
            return [.done(said), .archiveChanged]
        case .anchor(let words, let document, let near):
            let text = situation(id).documents[document]?.text
            return [.anchored(text.flatMap { Anchor(words, near: near, in: $0, document: document) })]
        case .markSeen(let keys):
            seen.formUnion(keys)
            return []
        case .whatIf, .markAllSeen, .copy, .bell, .theme, .mouse, .redraw, .suspend, .quit: return []
        }
    }

    private mutating func takeBack(_ entry: Entry?, in id: SituationID, _ word: String) -> [News] {
        guard let entry else { return [.failed("There is nothing to take back")] }
        append(.undo(entry: entry.id), to: id)
        return [.done(word), .archiveChanged]
    }

    private func answer(_ load: Effect.Load, _ id: SituationID) -> News {
        switch load {
        case .outline(let asOf):
            let whole = situation(id, asOf: asOf)
            var outline = whole
            outline.documents = RecordTable()
            outline.quotes = RecordTable()
            outline.events = RecordTable()
            return .outline(outline, tally(whole), asOf: asOf)
        case .page(let kind, let request, let landing):
            return .page(PageNews(rows(kind, request, id), for: request, landing: landing))
        case .detail(.found(let text), let asOf): return .detail(found(text, id, asOf: asOf), asOf: asOf)
        case .detail(let subject, let asOf): return .detail(detail(subject, situation(id, asOf: asOf)), asOf: asOf)
        case .collecting: return .collecting(collecting)
        case .patterns: return .patterns(LadderPattern.all)
        case .views: return .views(views, problem: nil)
        case .traffic(let asOf): return .traffic(traffic, of: id, asOf: asOf)
        case .situations:
            let ids = Set(entries.map(\.situation)).sorted()
            return .situations(ids.compactMap { situation($0).header })
        case .moment(let step):
            let moments = Set(entries.filter { $0.situation == id }.map(\.known)).sorted()
            switch step {
            case .before(let instant): return .moment(moments.last { $0 < instant ?? now }, for: step)
            case .after(let instant): return .moment(moments.first { $0 > instant }, for: step)
            }
        }
    }

    private func tally(_ whole: Situation) -> Tally {
        var tally = Tally()
        tally.documents = whole.documents.count
        tally.quotes = whole.quotes.count
        tally.events = whole.events.count
        tally.entries = entries.count
        tally.unseenDocuments = whole.documents.inOrder.filter { !seen.contains(.document($0.id)) }.count
        tally.unseenQuotes = whole.quotes.inOrder.filter { !seen.contains(.quote($0.id)) }.count
        tally.unseenEvents = whole.events.inOrder.filter { !seen.contains(.event($0.id)) }.count
        tally.newestReceived = whole.documents.inOrder.map(\.received).max()
        return tally
    }

    // MARK: Lists

    private func rows(_ kind: ListKind, _ request: PageRequest, _ id: SituationID) -> PageNews.Rows {
        var whole = situation(id, asOf: request.asOf)
        whole.leaveOutRejected()
        switch kind {
        case .quotes:
            return .quotes(
                page(quotes(whole), request, in: whole) {
                    (sort($0.said, whole.added(.quote($0.id))), $0.id.text)
                } record: {
                    .quote($0)
                })
        case .events:
            return .events(
                page(events(whole), request, in: whole) {
                    (sort($0.when, whole.added(.event($0.id))), $0.id.text)
                } record: {
                    .event($0)
                })
        case .documents:
            let heads = whole.documents.inOrder.map { listed($0, key: .document($0.id), documents: [$0.id], whole) }
            return .documents(
                page(heads, request, in: whole) {
                    ($0.received.milliseconds, $0.id.text)
                } record: {
                    .document($0)
                })
        case .log:
            let inForce = Set(Fold.inForce(entries).map(\.id))
            let logged =
                entries
                .filter { entry in
                    entry.situation == id && entry.batch == nil && request.asOf.map { entry.known <= $0 } ?? true
                }
                .sorted { $1.order < $0.order }
                .map { LoggedEntry(entry: $0, isTakenBack: !inForce.contains($0.id)) }
                .filter { request.query.matches($0.entry.change.inWords()) }
            return .log(
                Page(
                    rows: logged,
                    keys: logged.map { PageKey(sort: $0.entry.known.milliseconds, id: $0.entry.id.description) }))
        }
    }

    private func sort(_ date: DateExpression?, _ added: JournalOrder?) -> Int64 {
        let known = added?.known ?? now
        return (date?.moment(nearest: known) ?? known).milliseconds
    }

    private func page<Value>(
        _ all: [Listed<Value>], _ request: PageRequest, in whole: Situation, sort: (Value) -> (Int64, String),
        record: (Value) -> Record
    ) -> Page<Listed<Value>> {
        var rows = all
        if request.reader == nil { for index in rows.indices { rows[index].isUnseen = false } }
        let moment = request.now ?? request.asOf ?? now
        let predicate = QueryPredicate(request.query, in: QueryContext(whole, now: moment))
        let found = rows.filter { row in
            let record = record(row.value)
            let known = whole.added(record.key)?.known ?? moment
            return QuerySubject(record, known: known, heads: row.documents).map(predicate.matches) ?? false
        }
        let sorted = found.sorted { sort($0.value) > sort($1.value) }
        let keys = sorted.map { PageKey(sort: sort($0.value).0, id: sort($0.value).1) }
        let range: Range<Int>
        switch request.position {
        case .newest, .around: range = 0..<min(request.limit, sorted.count)
        case .oldest: range = max(0, sorted.count - request.limit)..<sorted.count
        case .before(let key):
            let start = keys.firstIndex(of: key).map { $0 + 1 } ?? 0
            range = start..<min(start + request.limit, sorted.count)
        case .after(let key):
            let end = keys.firstIndex(of: key) ?? 0
            range = max(0, end - request.limit)..<end
        }
        return Page(
            rows: Array(sorted[range]), keys: Array(keys[range]), hasNewer: range.lowerBound > 0,
            hasOlder: range.upperBound < sorted.count)
    }

    private func quotes(_ whole: Situation) -> [Listed<Quote>] {
        whole.quotes.inOrder.map { listed($0, key: .quote($0.id), documents: $0.content.map(\.document), whole) }
    }

    private func events(_ whole: Situation) -> [Listed<Event>] {
        whole.events.inOrder.map {
            listed($0, key: .event($0.id), documents: $0.accounts.map(\.anchor.document), whole)
        }
    }

    private func listed<Value>(
        _ value: Value, key: RecordKey, documents: [DocumentID], _ whole: Situation
    ) -> Listed<Value> {
        let heads = documents.compactMap { whole.documents[$0] }.map { ($0.id, DocumentHead($0)) }
        return Listed(
            value: value, changed: whole.added(key) ?? JournalOrder(known: now, id: EntryID(high: 0, low: 0)),
            documents: Dictionary(heads, uniquingKeysWith: { first, _ in first }), isUnseen: !seen.contains(key))
    }

    // MARK: Details

    private func found(_ text: String, _ id: SituationID, asOf: Instant?) -> DetailData {
        var data = DetailData(subject: .found(text))
        guard let query = try? Query.parse(text) else { return data }
        let request = PageRequest(situation: id, asOf: asOf, reader: reader.name, query: query, limit: 50)
        if case .quotes(let page) = rows(.quotes, request, id) { data.quotes = page.rows }
        if case .events(let page) = rows(.events, request, id) { data.events = page.rows }
        if case .documents(let page) = rows(.documents, request, id) { data.found.documents = page.rows }
        let whole = situation(id, asOf: asOf)
        let predicate = QueryPredicate(query, in: QueryContext(whole, now: asOf ?? now))
        let records =
            whole.actors.inOrder.map { Record.actor($0) } + whole.sources.inOrder.map { .source($0) }
            + whole.relations.inOrder.map { .relation($0) } + whole.ladders.inOrder.map { .ladder($0) }
        data.found.items = records.compactMap { record in
            QuerySubject(record, known: now, heads: [:]).map(predicate.matches) == true ? .record(record.key) : nil
        }
        for ladder in whole.ladders.inOrder {
            data.found.items += ladder.rungs.filter { predicate.matches(QuerySubject($0, of: ladder)) }
                .map { .rung(RungKey(ladder.id, $0.id)) }
        }
        return data
    }

    private func detail(_ subject: Subject, _ whole: Situation) -> DetailData {
        var data = DetailData(subject: subject)
        if let id = subject.document {
            data.document = whole.documents[id]
            data.quotes = quotes(whole).filter { $0.value.content.contains { $0.document == id } }
            data.events = events(whole).filter { $0.value.accounts.contains { $0.anchor.document == id } }
        } else if case .item(let item) = subject {
            switch item {
            case .record(.actor(let id)):
                data.quotes = quotes(whole).filter { $0.value.speaker == id || $0.value.about.contains(id) }
                data.events = events(whole).filter { $0.value.source == id || $0.value.target == id }
            case .record(.quote(let id)): data.quotes = quotes(whole).filter { $0.value.id == id }
            case .record(.event(let id)): data.events = events(whole).filter { $0.value.id == id }
            case .entry(let id):
                data.entry = entries.first { $0.id == id }.map { LoggedEntry(entry: $0, isTakenBack: false) }
            case .record, .rung, .indicator, .incoming: break
            }
            if let key = item.recordKey {
                data.record = whole[key]
                data.history = entries.filter { $0.change.subject == key }.reversed()
                    .map { LoggedEntry(entry: $0, isTakenBack: false) }
            }
        }
        data.documents = Dictionary(
            whole.documents.inOrder.map { ($0.id, DocumentHead($0)) }, uniquingKeysWith: { first, _ in first })
        return data
    }
}

extension Situation {
    /// What somebody has rejected stands in no list.
    fileprivate mutating func leaveOutRejected() {
        let order = JournalOrder(known: Instant(milliseconds: 0), id: EntryID(high: 0, low: 0))
        let (quotes, events) = (quotes, events)
        self.quotes = RecordTable()
        self.events = RecordTable()
        for quote in quotes.inOrder where !quote.isRejected {
            put(.quote(quote), at: quotes.added(quote.id) ?? order)
        }
        for event in events.inOrder where !event.isRejected {
            put(.event(event), at: events.added(event.id) ?? order)
        }
    }
}

extension Judgement {
    /// The same under a name of its own, as the desk gives it one.
    fileprivate func numbered(_ number: Int) -> Judgement {
        Judgement(
            id: JudgementID("\(id)-\(number)"), analyst: analyst, rung: rung, horizonEnd: horizonEnd,
            likelihood: likelihood, confidence: confidence, made: made, reason: reason)
    }
}
