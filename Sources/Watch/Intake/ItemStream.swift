import Dispatch
import Glibc
import Wire

/// What a reader finds, handed over piece by piece from a thread of its own, which waits while the other side is behind.
struct ItemStream: Sendable {
    enum Piece: Sendable {
        /// Entries of a feed, and how much of it has been read, from 0 to 1.
        case entries([FeedEntry], language: String?, share: Double)
        case item(IncomingItem)
        /// What was wrong on the way, and how many items were left out for it.
        case warnings([String], leftOut: Int)
    }

    /// Pieces that may lie between the two at a time.
    private static let room = 4

    let pieces: AsyncThrowingStream<Piece, any Error>
    private let free = DispatchSemaphore(value: room)

    /// Starts reading. `read` hands over what it finds, and answers with what became of it.
    init(_ read: @escaping @Sendable ((Piece) throws -> Void) throws -> Intake.Outcome) {
        let free = free
        pieces = AsyncThrowingStream { continuation in
            DispatchQueue.global(qos: .utility).async {
                do {
                    let outcome = try read { piece in
                        free.wait()
                        guard case .enqueued = continuation.yield(piece) else { throw CancellationError() }
                    }
                    if !outcome.warnings.isEmpty {
                        continuation.yield(.warnings(outcome.warnings.sentences, leftOut: outcome.leftOut))
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: Self.forPeople(error))
                }
            }
            // Whoever waits for room is to see that nobody takes anything any more.
            continuation.onTermination = { _ in free.signal() }
        }
    }

    private static func forPeople(_ error: any Error) -> any Error {
        switch error {
        case let error as IntakeError: IntakeFailure(description: error.description)
        case let error as FeedError: IntakeFailure(description: error.description)
        default: error
        }
    }

    /// Makes room for another piece.
    func taken() { free.signal() }
}

/// Where a file lies, as one name for it however it was reached.
enum FilePlace {
    static func text(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return "file://" + path }
        defer { free(resolved) }
        return "file://" + String(cString: resolved)
    }
}

/// What a file is, by its first bytes, without taking it in.
enum FileHead {
    static func kind(of path: String) -> ContentKind? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: ContentKind.headLength)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return ContentKind(head: Array(bytes.prefix(count)), name: path)
    }
}
