import Glibc
package import Reading
package import SituationModel
package import Storage
import Wire

/// Takes in what is handed over, whatever it is and however much: files, trees of files, a pipe.
///
/// Texts go into the archive by the portion, so that memory holds some hundred of them however many there are; what has been
/// written stays when the work is broken off, and the same again goes on from there, since what is known is passed over.
package struct BulkIntake: Sendable {
    /// How far the work has come.
    package struct Progress: Hashable, Sendable {
        package var outcome = IntakeOutcome()
        /// Files taken in, of those there are; 0 of 0 where nobody can say.
        package var files = 0
        package var filesInAll = 0
        /// How much of the file in hand has been read, from 0 to 1; 0 where nobody can say.
        package var share = 0.0
        /// Files of a tree that could not be read, or not to the end.
        package var filesAmiss = 0
        /// Lines and items that were broken and were left out.
        package var itemsAmiss = 0
        /// What was wrong on the way, for people.
        package var warnings: [String] = []

        package init() {}

        /// How much of all is done, from 0 to 1; `nil` where nobody can say.
        package var done: Double? {
            let done = filesInAll > 0 ? (Double(files) + share) / Double(filesInAll) : 0
            return done > 0 ? done : nil
        }
    }

    private var intake: ArchiveIntake
    private let sources: SourceBook
    private let source: SourceID
    private let now: @Sendable () -> Instant
    /// A pipe may bring texts for days: each is received when it comes.
    private var received: Instant { now() }
    private let tell: @Sendable (Progress) -> Void
    package private(set) var progress = Progress()
    private let particulars: Particulars
    private let mayBeLocal: Bool
    private let fetcher: Fetcher
    private var waiting: [Arrival] = []
    /// Documents whose texts have come again as they were.
    private var waitingAgain: [DocumentID] = []
    /// The portion that is being read while the next is gathered.
    private var underway: (portion: IntakePortion, reading: Task<[DocumentID: [Record]], Never>)?
    /// The portion that is being written meanwhile.
    private var writing: (portion: IntakePortion, task: Task<Result<IntakeOutcome, ArchiveError>, Never>)?

    /// Texts that are handed over at once.
    static let pieceSize = 256
    /// Texts that are written at once: few at first, so that something is seen soon, then more, which writes less in all.
    private var portionSize: Int {
        switch progress.outcome.total {
        case ..<2_048: Self.pieceSize
        case ..<16_384: 4 * Self.pieceSize
        default: 8 * Self.pieceSize
        }
    }

    /// - Parameters:
    ///   - source: whom that is from which does not say so itself.
    ///   - particulars: what is known of a single text that it does not say itself.
    ///   - mayBeLocal: whether addresses may lie in the local network.
    ///   - tell: is told of every portion that is written.
    package init(
        into archive: Archive, situation: SituationID, gazetteer: Gazetteer, source: SourceID,
        particulars: Particulars = Particulars(), mayBeLocal: Bool = false, userAgent: String = "Watchfloor",
        now: @escaping @Sendable () -> Instant, tell: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws(ArchiveError) {
        intake = try ArchiveIntake(into: archive, situation: situation, gazetteer: gazetteer, now: now)
        sources = SourceBook(archive, situation, now: now)
        self.source = source
        self.particulars = particulars
        self.mayBeLocal = mayBeLocal
        fetcher = Fetcher(Fetcher.Options(userAgent: userAgent))
        self.now = now
        self.tell = tell
    }

    // MARK: What comes

    /// Takes in a file or a tree of files.
    package mutating func take(path: String) async throws {
        var files = [path]
        if Self.isFolder(path) {
            let tree = FileTree(path)
            files = tree.files
            progress.warnings += tree.warnings.sentences
        }
        progress.filesInAll += files.count
        for file in files {
            try Task.checkCancellation()
            do {
                try await take(file: file)
            } catch let error as IntakeFailure where files.count > 1 {
                progress.warnings.append(error.description)
                progress.filesAmiss += 1
            } catch let error as IntakeFailure {
                // What came before the fault is as good as any.
                try await flush()
                throw error
            }
            progress.files += 1
            progress.share = 0
        }
        try await flush()
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private mutating func take(file path: String) async throws {
        try await take(
            ItemStream { deliver in
                guard FileHead.kind(of: path) == .feed else {
                    return try Intake().read(file: path) { try deliver(.item($0)) }
                }
                return try FeedIntake.read(path, deliver)
            }, at: FilePlace.text(of: path))
    }

    /// Fetches what is at an address and takes it in.
    package mutating func take(address written: String) async throws {
        let result = await fetcher.fetch(FetchRequest(written, .data, isLocal: mayBeLocal))
        let address = written.withoutCredentials
        guard case .content(let content) = result else {
            let words = SourceOutcome(result, at: received).map { Self.words(for: $0) } ?? "the fetch was broken off"
            var failure = IntakeFailure(description: "\(address): \(words)")
            if case .failed(.localAddress) = result { failure.isLocalAddress = true }
            throw failure
        }
        if ContentKind(head: Array(content.bytes.prefix(ContentKind.headLength)), name: "") == .page {
            let article = Article(page: content.bytes, address: content.answer.address.text, charset: content.charset)
            guard let arrival = Arrival(article, at: address, from: source, received: received) else {
                throw IntakeFailure(description: "\(address): there is no article in the page")
            }
            waiting.append(arrival)
            return try await flush()
        }
        try await take(bytes: content.bytes, name: address)
    }

    private static func words(for outcome: SourceOutcome) -> String {
        switch outcome {
        case .failed(let failure): failure.sentence
        case .gone: "the server says that it is gone (410)"
        case .throttled: "the server wants to be left alone for now"
        case .unchanged, .read: "nothing came"
        }
    }

    /// Takes in a pipe: lines of JSON as they come, anything else when it ends.
    package mutating func take(pipe descriptor: Int32) async throws {
        var stories = GdeltStories()
        do {
            for try await arrival in PipeItems(descriptor: descriptor) {
                switch arrival {
                case .warning(let words): progress.warnings.append(words)
                case .leftOut(let count): progress.itemsAmiss += count
                case .item(let item): try await take(item, &stories)
                }
                // As soon as nothing more waits in the pipe, so that whoever looks at the board sees it at once.
                if waiting.count >= portionSize {
                    try await writePortion()
                } else if !Self.isReadable(descriptor) {
                    try await flush()
                }
            }
        } catch let error as IntakeError {
            try await flush()
            throw IntakeFailure(description: error.description)
        }
        try await flush()
        try write(stories)
    }

    private static func isReadable(_ descriptor: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0 && request.revents & Int16(POLLIN) != 0
    }

    /// Takes in bytes that are there already; `name` is the address they are from.
    package mutating func take(bytes: [UInt8], name: String) async throws {
        try await take(
            ItemStream { deliver in try Intake().read(bytes: bytes, name: name) { try deliver(.item($0)) } },
            at: name)
        try await flush()
    }

    /// - Parameter place: where the file is that the pieces are from.
    private mutating func take(_ stream: ItemStream, at place: String) async throws {
        var stories = GdeltStories()
        let feed = FeedIntake(archive: intake.archive, situation: intake.situation, source: source, now: now)
        for try await piece in stream.pieces {
            try Task.checkCancellation()
            switch piece {
            case .entries(let entries, let language, let share):
                progress.share = share
                let (arrivals, again) = try feed.sorted(entries, language: language)
                waiting += arrivals
                waitingAgain += again
            case .warnings(let sentences, let leftOut):
                progress.warnings += sentences
                progress.itemsAmiss += leftOut
            case .item(let item): try await take(item, at: place, &stories)
            }
            stream.taken()
            if waiting.count + waitingAgain.count >= portionSize { try await writePortion() }
        }
        try write(stories)
    }

    private mutating func write(_ stories: GdeltStories) throws(ArchiveError) {
        let told = stories.inOrder
        guard !told.isEmpty else { return }
        let source = try sources.id(named: "GDELT", link: "https://www.gdeltproject.org")
        var table = TableRecords(from: source, intake.known, received: received)
        table.add(told)
        try write(table)
    }

    private mutating func take(
        _ item: IncomingItem, at place: String? = nil, _ stories: inout GdeltStories
    ) async throws {
        let from = try item.particulars.source.map { try sources.id(named: $0) } ?? source
        switch item.content {
        case .text(let text):
            add(particulars.completing(Arrival(text, item.particulars, from: from, received: received)), item, place)
        case .page(let bytes):
            let article = Article(page: bytes, address: item.particulars.link)
            let address = particulars.link ?? item.particulars.link
            add(particulars.completing(Arrival(article, at: address, from: from, received: received)), item, place)
        case .feed(let bytes):
            let feed: Feed
            do throws(FeedError) { feed = try Feed.read(bytes) } catch {
                throw IntakeFailure(description: "\(item.origin): \(error)")
            }
            progress.warnings += feed.warnings.map { "\(item.origin): \($0)" }
            waiting += feed.entries.compactMap {
                Arrival($0, from: from, language: feed.language, received: received)
            }
        case .subscriptions:
            progress.warnings.append("\(item.origin): a list of feeds; watchfloor sources --import takes it")
        case .events(let rows): stories.add(rows)
        case .mentions(let rows):
            progress.outcome.leftOut += rows.count
            let words = "\(item.origin.name): GDELT mentions tell of events elsewhere; they are counted and not kept"
            if progress.warnings.last != words { progress.warnings.append(words) }
        case .knowledge(let rows):
            let told = rows.compactMap { Arrival($0, from: from, received: received) }
            progress.outcome.leftOut += rows.count - told.count
            waiting += told
        case .conflicts(let rows):
            var table = TableRecords(
                from: try sources.id(named: "ACLED", link: "https://acleddata.com"), intake.known, received: received)
            table.add(rows)
            try write(table)
        }
    }

    private mutating func add(_ arrival: Arrival?, _ item: IncomingItem, _ place: String?) {
        guard var arrival else {
            progress.warnings.append("\(item.origin): there is no text in it")
            return
        }
        if item.isWholeFile, let place {
            arrival.place = ([place] + [item.origin.member].compactMap { $0 }).joined(separator: "\u{0}")
        }
        waiting.append(arrival)
    }

    // MARK: Writing

    private mutating func write(_ table: TableRecords) throws(ArchiveError) {
        progress.outcome += try intake.write(table)
        tell(progress)
    }

    /// Sets the gathered texts to be read, and those that were read meanwhile to be written.
    private mutating func writePortion() async throws(ArchiveError) {
        let portion = try intake.sort(waiting, again: waitingAgain)
        (waiting, waitingAgain) = ([], [])
        let reading = intake.reading(of: portion)
        try await finishWriting()
        writeUnderway()
        underway = (portion, reading)
    }

    private mutating func writeUnderway() {
        guard let (portion, reading) = underway else { return }
        underway = nil
        writing = (portion, intake.writing(of: portion, reading))
    }

    private mutating func finishWriting() async throws(ArchiveError) {
        guard let (portion, task) = writing else { return }
        writing = nil
        let result = await task.value
        intake.forget(portion)
        progress.outcome += try result.get()
        tell(progress)
    }

    /// Writes all that has come.
    private mutating func flush() async throws(ArchiveError) {
        if !waiting.isEmpty || !waitingAgain.isEmpty { try await writePortion() }
        try await finishWriting()
        writeUnderway()
        try await finishWriting()
    }
}
