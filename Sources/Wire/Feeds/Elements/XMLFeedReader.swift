/// The way of text that is XML: mended, parsed, and built into a feed.
final class XMLFeedReader {
    private(set) var builder: FeedBuilder
    private var session = XMLSession()
    private var mender = XMLMender()
    private var mended = MendedText()

    init(base: String?, limits: FeedLimits) {
        builder = FeedBuilder(base: base, limits: limits, parser: session.parser)
    }

    /// Takes the next text; after the last, the builder's feed is whole.
    func read(_ text: [UInt8], isLast: Bool, warnings: inout WarningList) throws(FeedError) {
        swap(&warnings, &builder.warnings)
        defer { swap(&warnings, &builder.warnings) }
        mended.removeAll()
        mender.mend(text, isLast: isLast, into: &mended, warnings: &builder.warnings)
        _ = session.parse(mended, isLast: false, into: &builder)
        if isLast {
            mended.removeAll()
            if mender.isInside { builder.breakOff() }
            mender.end(into: &mended, warnings: &builder.warnings)
            _ = session.parse(mended, isLast: true, into: &builder)
            if let failure = builder.finish() { throw failure }
        } else if let failure = builder.failure {
            throw failure
        }
    }

    /// Puts the entries that have been read behind those that are ready.
    func handOver(to ready: inout [FeedEntry]) {
        if ready.isEmpty { swap(&ready, &builder.finished) } else { ready += builder.finished }
        builder.finished.removeAll(keepingCapacity: true)
    }
}
