/// Reads a feed from its bytes as they come, and hands out its entries one at a time.
///
///     let reader = FeedReader(base: address)
///     for try await chunk in body {
///         try reader.append(chunk)
///         while let entry = reader.next() { … }
///     }
///     let feed = try reader.finish()
///     while let entry = reader.next() { … }
///
/// RSS and Atom cost memory for one block and the largest entry, whatever the size of the feed; a JSON feed is held
/// whole. The time is linear in the bytes. What is wrong with a feed becomes a warning; only what is no feed is an error.
package final class FeedReader {
    private enum Source {
        case undecided
        case xml(XMLFeedReader)
        case json([UInt8])
    }

    private var decoder: ByteDecoder
    private var source = Source.undecided
    private var block: [UInt8] = []
    private var text: [UInt8] = []
    private var warnings = WarningList()
    private var ready: [FeedEntry] = []
    private var nextReady = 0
    private var failure: FeedError?
    private let base: String?
    private let limits: FeedLimits

    /// Work is done in pieces of this size, whatever comes in.
    private static let blockSize = 1 << 16

    /// - Parameters:
    ///   - base: The address that the feed was fetched from, which its relative links are relative to.
    ///   - characterSet: What the server said that the bytes are, such as `windows-1251`.
    package init(base: String? = nil, characterSet: String? = nil, limits: FeedLimits = FeedLimits()) {
        self.base = base
        self.limits = limits
        decoder = ByteDecoder(transportLabel: characterSet)
    }

    /// Takes the next bytes. After an error it takes no more, and gives the same error again.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(FeedError) {
        try bytes.withMemoryRebound(to: UInt8.self) { bytes throws(FeedError) in try take(bytes) }
    }

    /// Takes the next bytes.
    package func append(_ bytes: [UInt8]) throws(FeedError) {
        try bytes.withUnsafeBufferPointer { bytes throws(FeedError) in try take(bytes) }
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(FeedError) {
        if let failure { throw failure }
        var position = 0
        while position < bytes.count {
            let end = position + min(Self.blockSize - block.count, bytes.count - position)
            let part = UnsafeBufferPointer(rebasing: bytes[position..<end])
            position = end
            if part.count == Self.blockSize {
                try read(part, isLast: false)
            } else {
                block.append(contentsOf: part)
                if block.count == Self.blockSize { try readBlock(isLast: false) }
            }
        }
    }

    /// The next entry that has been read and not been handed out; `nil` until more bytes have come.
    package func next() -> FeedEntry? {
        guard nextReady < ready.count else {
            ready.removeAll(keepingCapacity: true)
            nextReady = 0
            return nil
        }
        var entry = FeedEntry()
        swap(&entry, &ready[nextReady])
        nextReady += 1
        return entry
    }

    /// Takes note that there are no more bytes; more entries may be ready then.
    ///
    /// - Returns: What the feed says about itself, and all the warnings; without the entries.
    package func finish() throws(FeedError) -> Feed {
        try readBlock(isLast: true)
        var feed: Feed
        switch source {
        case .undecided: throw FeedError.empty
        case .xml(let reader): feed = reader.builder.feed
        case .json(let bytes):
            feed = try JSONFeedReader(base: base, limits: limits).read(bytes, warnings: &warnings)
            ready += feed.entries
            feed.entries = []
        }
        feed.warnings = warnings.texts
        return feed
    }

    /// Reads what has been gathered.
    private func readBlock(isLast: Bool) throws(FeedError) {
        var gathered: [UInt8] = []
        swap(&gathered, &block)
        try gathered.withUnsafeBufferPointer { bytes throws(FeedError) in try read(bytes, isLast: isLast) }
        gathered.removeAll(keepingCapacity: true)
        block = gathered
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(FeedError) {
        if let failure { throw failure }
        do throws(FeedError) {
            try readChecked(bytes, isLast: isLast)
        } catch {
            failure = error
            throw error
        }
    }

    private func readChecked(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(FeedError) {
        if case .undecided = source, bytes.starts(with: [0x1F, 0x8B]) { throw .compressed }
        text.removeAll(keepingCapacity: true)
        decoder.decode(bytes, isLast: isLast, into: &text, warnings: &warnings)
        if case .undecided = source { try decide(isLast: isLast) }
        switch source {
        case .undecided: break
        case .xml(let reader):
            defer { reader.handOver(to: &ready) }
            try reader.read(text, isLast: isLast, warnings: &warnings)
        case .json(var bytes):
            source = .undecided
            bytes += text
            guard bytes.count <= limits.jsonBytes else { throw .tooLarge(bytes: limits.jsonBytes) }
            source = .json(bytes)
        }
    }

    /// By the first character that is no white space; before the `<` of XML there may be some junk.
    private func decide(isLast: Bool) throws(FeedError) {
        guard let first = text.firstIndex(where: { !$0.isXMLSpace }) else { return }
        if text[first] == UInt8(ascii: "{") || text[first] == UInt8(ascii: "[") {
            source = .json([])
        } else if text[first...].prefix(4_096).contains(UInt8(ascii: "<")) {
            if text[first] != UInt8(ascii: "<") {
                warnings.note("there is text before the feed; left out", line: 1)
            }
            source = .xml(XMLFeedReader(base: base, limits: limits))
        } else if isLast || text.count - first >= 4_096 {
            let beginning = String(decoding: text[first...].prefix(60), as: UTF8.self)
            throw .unknown(beginning: beginning.prefix(24).split { $0.isWhitespace }.joined(separator: " "))
        }
    }
}
