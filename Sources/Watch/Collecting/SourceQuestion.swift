import SituationModel
import Wire

/// What a source answered, on its way into the archive.
struct SourceAnswer: Sendable {
    /// What it came to, where nothing is to be taken in.
    var outcome: SourceOutcome?
    var fetched: FetchedAnswer?
    var minutesToLive: Int?
    /// How many items there were, those that need not be taken in again among them, and when the newest was published.
    var items = 0
    var newest: Instant?
    var arrivals: [Arrival] = []
    var stories: [GdeltStory] = []
    /// Up to which quarter of an hour GDELT's files are among the stories.
    var takenUntil: Instant?
    /// How many quarters of an hour are lost: they lie too far back to be fetched, or cannot be read.
    var lost = 0
}

/// Asks one source once.
struct SourceQuestion: Sendable {
    private let settings: SourceSettings
    private let validators: Validators?
    private let takenUntil: Instant?
    private let fetcher: Fetcher
    private let familiarity: @Sendable (Arrival) -> Familiarity

    /// What the archive knows of an entry that gives only the beginning of its text.
    enum Familiarity: Sendable {
        case unknown
        /// The entry is known, with another beginning or none.
        case known
        /// Its page has been asked for on account of this very beginning.
        case completed
    }

    init(
        _ settings: SourceSettings, _ memory: SourceMemory?, _ fetcher: Fetcher,
        familiarity: @escaping @Sendable (Arrival) -> Familiarity
    ) {
        self.settings = settings
        validators = memory?.validators
        takenUntil = memory?.takenUntil
        self.fetcher = fetcher
        self.familiarity = familiarity
    }

    func ask(at now: Instant) async -> SourceAnswer {
        switch settings.address {
        case .feed(let address): await feed(address, now)
        case .page(let address): await page(address, now)
        case .gdelt(let address): await gdelt(address, now)
        case .folder: SourceAnswer(outcome: .unchanged)
        }
    }

    private func fetch(
        _ address: String, _ kind: FetchRequest.Kind, _ validators: Validators? = nil
    ) async -> FetchResult {
        await fetcher.fetch(FetchRequest(address, kind, validators: validators, isLocal: settings.isLocal))
    }

    // MARK: Feeds

    private func feed(_ address: String, _ now: Instant) async -> SourceAnswer {
        let result = await fetch(address, .feed, validators)
        guard case .content(let content) = result else { return Self.answer(result, now) }
        var answer = SourceAnswer(fetched: content.answer)
        do throws(FeedError) {
            let feed = try Feed.read(content.bytes, base: content.answer.address.text, characterSet: content.charset)
            answer.minutesToLive = feed.minutesToLive
            for entry in feed.entries {
                guard let arrival = Arrival(entry, from: settings.id, language: feed.language, received: now) else {
                    continue
                }
                answer.items += 1
                if let published = arrival.published?.start {
                    answer.newest = max(answer.newest ?? published, published)
                }
                if let whole = await completed(arrival) { answer.arrivals.append(whole) }
            }
        } catch {
            answer.outcome = .failed(SourceFailure(.reading, error.description))
        }
        return answer
    }

    /// The whole text of an entry that gives only its beginning, where its page is to be asked for it; `nil` where nothing
    /// is to be taken in, so that a page is asked for once, and a beginning does not take the place of the whole.
    private func completed(_ arrival: Arrival) async -> Arrival? {
        guard settings.completesStubs, arrival.text.count < Self.stubLength, let link = arrival.link else {
            return arrival
        }
        let familiarity = familiarity(arrival)
        guard familiarity != .completed else { return nil }
        guard case .content(let content) = await fetch(link, .page) else {
            return familiarity == .known ? nil : arrival
        }
        let article = Article(page: content.bytes, address: content.answer.address.text, charset: content.charset)
        let text = article.text
        var whole = arrival
        whole.stub = Stub(arrival)
        guard text.count > arrival.text.count else { return whole }
        whole.text = text
        whole.published = arrival.published ?? article.published.flatMap { DateExpression($0.description) }
        return whole
    }

    /// Shorter texts than this, in characters, count as the beginning of one.
    private static let stubLength = 600

    // MARK: Pages

    private func page(_ address: String, _ now: Instant) async -> SourceAnswer {
        let result = await fetch(address, .page, validators)
        guard case .content(let content) = result else { return Self.answer(result, now) }
        var answer = SourceAnswer(fetched: content.answer)
        let article = Article(page: content.bytes, address: content.answer.address.text, charset: content.charset)
        if var arrival = Arrival(article, at: address, from: settings.id, received: now) {
            // What is watched is this page, whatever it calls itself.
            arrival.link = address.withoutCredentials
            answer.arrivals = [arrival]
            answer.items = 1
            answer.newest = arrival.published?.start
        } else {
            answer.outcome = .failed(SourceFailure(.reading, "there is no article in the page"))
        }
        return answer
    }

    // MARK: GDELT

    private func gdelt(_ address: String, _ now: Instant) async -> SourceAnswer {
        let result = await fetch(address, .data, validators)
        guard case .content(let content) = result else { return Self.answer(result, now) }
        var answer = SourceAnswer(fetched: content.answer)
        do {
            let update = try GdeltUpdate(String(decoding: content.bytes, as: UTF8.self))
            for file in update.files where file.kind == .events { try await take(file, into: &answer) }
        } catch {
            // What came before the fault is taken in all the same, and the rest asked for again from there.
            answer.outcome = .failed(SourceFailure(.reading, "\(error)"))
        }
        return answer
    }

    /// Fetches the files that were missed since the last one that was taken in, and this one.
    private func take(_ file: GdeltUpdate.File, into answer: inout SourceAnswer) async throws {
        var stories = GdeltStories()
        defer {
            answer.stories = stories.inOrder
            answer.items = answer.stories.count
        }
        let missed = takenUntil.map { file.missed(since: $0, limit: Self.mostMissed) }
        if let missed, missed.lost > 0, let first = missed.moments.first {
            answer.lost = missed.lost
            answer.takenUntil = first.advanced(byMilliseconds: -GdeltUpdate.File.step)
        }
        for moment in missed?.moments ?? [] {
            guard let url = file.url(at: moment) else { continue }
            switch await fetch(url, .data) {
            case .content(let zip):
                // Nobody mends it any more: it must not keep those after it from coming.
                do { try Self.read(zip.bytes, url, into: &stories) } catch { answer.lost += 1 }
            // Now and then GDELT leaves a quarter of an hour out.
            case .failed(.status(404)): break
            default: throw Missing(url: url)
            }
            answer.takenUntil = moment
        }
        guard case .content(let zip) = await fetch(file.url, .data) else { throw Missing(url: file.url) }
        try file.check(zip.bytes)
        try Self.read(zip.bytes, file.url, into: &stories)
        answer.takenUntil = file.moment
    }

    private static func read(_ zip: [UInt8], _ url: String, into stories: inout GdeltStories) throws {
        _ = try Intake().read(bytes: zip, name: url) { item in
            if case .events(let rows) = item.content { stories.add(rows) }
        }
    }

    /// How many quarters of an hour are fetched later at the most: those of a day.
    private static let mostMissed = 96

    private struct Missing: Error, CustomStringConvertible {
        let url: String
        var description: String { "\(url) does not come: a quarter of an hour is missing, and is asked for again" }
    }

    // MARK: Answers without content

    private static func answer(_ result: FetchResult, _ now: Instant) -> SourceAnswer {
        var answer = SourceAnswer(outcome: SourceOutcome(result, at: now))
        if case .unchanged(let fetched) = result { answer.fetched = fetched }
        return answer
    }
}
