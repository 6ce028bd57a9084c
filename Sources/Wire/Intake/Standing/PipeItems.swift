/// The items that a pipe brings: JSON lines each as its line arrives, everything else when the pipe ends.
///
/// What it is, the first line tells: `tail -f wire.jsonl | watchfloor ingest -` and `watchfloor ingest - < feed.xml.gz` both
/// do what is meant. Reads only when asked for the next item. Ends when the writer does, or when the task that asks is
/// cancelled. To be gone through once.
package struct PipeItems: AsyncSequence, Sendable {
    package enum Arrival: Sendable {
        case item(IncomingItem)
        /// Something that could not be read, as a sentence.
        case warning(String)
        /// How many lines were no items and were left out, each with a warning.
        case leftOut(Int)
    }

    private let descriptor: Int32
    private let name: String
    private let limits: IntakeLimits

    /// The items that the descriptor brings; it is not closed. `name` is what the pipe is called in origins and messages.
    package init(descriptor: Int32, name: String = "standard input", limits: IntakeLimits = IntakeLimits()) {
        (self.descriptor, self.name, self.limits) = (descriptor, name, limits)
    }

    package func makeAsyncIterator() -> Iterator { Iterator(Pump(descriptor), name: name, limits: limits) }

    package struct Iterator: AsyncIteratorProtocol {
        private enum Stage {
            /// Not yet known what it is: what has come so far.
            case opening([UInt8])
            case lines(JSONItemLines)
            case ended
        }

        private let pump: Pump
        private let name: String
        private let limits: IntakeLimits
        private var stage = Stage.opening([])
        private var ready: [Arrival] = []
        private var shown = 0

        fileprivate init(_ pump: Pump, name: String, limits: IntakeLimits) {
            (self.pump, self.name, self.limits) = (pump, name, limits)
        }

        /// The next item or warning; `nil` at the end. Throws `IntakeError` when reading fails, or what came is nothing that
        /// is taken in.
        package mutating func next() async throws -> Arrival? {
            while shown == ready.count {
                (ready, shown) = ([], 0)
                switch stage {
                case .ended: return nil
                case .opening(let bytes): try await open(bytes)
                case .lines(let lines): try await goOn(lines)
                }
            }
            defer { shown += 1 }
            return ready[shown]
        }

        private mutating func open(_ before: [UInt8]) async throws {
            var bytes = before
            while !Self.isEnough(bytes) {
                let piece = try await pump.read()
                guard !piece.isEmpty else { return try readWhole(bytes) }
                bytes += piece
            }
            if ContentKind(head: Array(bytes.prefix(ContentKind.headLength)), name: name) == .jsonLines {
                var lines = JSONItemLines(origin: .init(name: name), limit: limits.lineBytes)
                try take(bytes, with: &lines)
                stage = .lines(lines)
                return
            }
            while true {
                let piece = try await pump.read()
                if piece.isEmpty { return try readWhole(bytes) }
                bytes += piece
                guard bytes.count <= limits.feedBytes else {
                    stage = .ended
                    throw IntakeError.refused(name: name, reason: "it is larger than \(limits.feedBytes >> 20) MiB")
                }
            }
        }

        private mutating func goOn(_ lines: JSONItemLines) async throws {
            var lines = lines
            let piece = try await pump.read()
            if piece.isEmpty {
                stage = .ended
                var arrivals: [Arrival] = []
                try lines.finish { arrivals.append(.item($0)) }
                ready = arrivals + Self.told(lines.takeWarnings())
            } else {
                try take(piece, with: &lines)
                stage = .lines(lines)
            }
        }

        private mutating func take(_ piece: [UInt8], with lines: inout JSONItemLines) throws {
            var arrivals: [Arrival] = []
            try piece.withUnsafeBufferPointer { piece in
                try lines.append(piece) { arrivals.append(.item($0)) }
            }
            ready = arrivals + Self.told(lines.takeWarnings())
        }

        private mutating func readWhole(_ bytes: [UInt8]) throws {
            stage = .ended
            var arrivals: [Arrival] = []
            let outcome = try Intake(limits: limits).read(bytes: bytes, name: name) { arrivals.append(.item($0)) }
            ready = arrivals + Self.told((outcome.warnings.sentences, outcome.leftOut))
        }

        private static func told(_ warnings: (sentences: [String], leftOut: Int)) -> [Arrival] {
            warnings.sentences.map { .warning($0) } + (warnings.leftOut > 0 ? [.leftOut(warnings.leftOut)] : [])
        }

        /// Whether there is a first line, or as much as there is looked at.
        private static func isEnough(_ bytes: [UInt8]) -> Bool {
            let start = bytes.drop { $0 <= 0x20 }
            return bytes.count >= ContentKind.headLength || start.contains(0x0A)
        }
    }
}
