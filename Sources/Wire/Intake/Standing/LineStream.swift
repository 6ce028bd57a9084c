/// The lines of a pipe or file, each as soon as it is complete: `tail -f wire.jsonl | watchfloor ingest -`.
///
/// Reads only when asked for the next line, so a writer that is faster than the reader waits, as in any pipe. Ends when
/// the writer does, or when the task that asks is cancelled. To be gone through once.
package struct LineStream: AsyncSequence, Sendable {
    package struct Line: Hashable, Sendable {
        /// Counted from 1.
        package var number: Int
        /// Without the line's end.
        package var bytes: [UInt8]
        /// Whether the line was longer than allowed, and this is its beginning only.
        package var isCut: Bool
    }

    private let descriptor: Int32
    private let limit: Int

    /// The lines that the descriptor brings; it is not closed. `limit` is the longest line in bytes.
    package init(descriptor: Int32, limit: Int = IntakeLimits().lineBytes) {
        self.descriptor = descriptor
        self.limit = limit
    }

    package func makeAsyncIterator() -> Iterator { Iterator(Pump(descriptor), limit: limit) }

    package struct Iterator: AsyncIteratorProtocol {
        private let pump: Pump
        private var splitter: LineSplitter
        private var ready: [Line] = []
        private var shown = 0
        private var hasEnded = false

        fileprivate init(_ pump: Pump, limit: Int) {
            self.pump = pump
            splitter = LineSplitter(limit: limit)
        }

        /// The next line; `nil` at the end. Throws `IntakeError` when reading fails.
        package mutating func next() async throws(IntakeError) -> Line? {
            while shown == ready.count {
                guard !hasEnded else { return nil }
                (ready, shown) = ([], 0)
                let piece = try await pump.read()
                var lines: [Line] = []
                let keep = { (line: LineSplitter.Line) in
                    lines.append(Line(number: line.number, bytes: Array(line.bytes), isCut: line.isCut))
                }
                if piece.isEmpty {
                    hasEnded = true
                    splitter.finish(keep)
                } else {
                    piece.withUnsafeBufferPointer { splitter.append($0, keep) }
                }
                ready = lines
            }
            defer { shown += 1 }
            return ready[shown]
        }
    }
}
