import Controller
import SituationModel
import Synchronization
import Watch

/// Has the desk do what the board asks for, in order: one batch is done before the next is begun, away from the board's thread.
final class DeskWork: Sendable {
    struct Order: Sendable {
        var effects: [Effect]
        let situation: SituationID
        /// Whether the reader has asked for it, and not what others have changed.
        let isAwaited: Bool
    }

    private struct State {
        var waiting: [Order] = []
        /// What went wrong in what was done last.
        var failures: [String] = []
        var work: Task<Void, Never>?
    }

    private let desk: Desk
    private let post: BoardPost
    private let state = Mutex(State())
    /// Says that something waits.
    private let orders: AsyncStream<Void>
    private let waits: AsyncStream<Void>.Continuation

    init(_ desk: Desk, _ post: BoardPost) {
        (self.desk, self.post) = (desk, post)
        (orders, waits) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Begins to work, until ``finish()``.
    func begin() {
        let work = Task.detached {
            for await _ in self.orders { await self.workOff() }
            await self.workOff()
        }
        state.withLock { $0.work = work }
    }

    func order(_ order: Order) {
        state.withLock { $0.waiting.append(order) }
        waits.yield()
    }

    /// Has done what has been decided: nobody loses a note for having been quick. What only reads is for nobody any more.
    ///
    /// - Returns: why something could not be written.
    func finish() async -> String? {
        state.withLock { state in
            for index in state.waiting.indices { state.waiting[index].effects.removeAll(where: \.isLoad) }
        }
        waits.finish()
        await state.withLock { $0.work }?.value
        return state.withLock { $0.failures.last }
    }

    /// Has the desk do all that waits; of what was asked for again meanwhile, only what was asked last.
    private func workOff() async {
        while let batches = takeBatches(), let situation = batches.first?.situation {
            let news = await desk.perform(batches.flatMap(\.effects).coalesced(), on: situation)
            state.withLock { $0.failures = Self.failures(in: news) }
            post.lay(.news(news, isAwaited: batches.contains(where: \.isAwaited)))
        }
    }

    /// All that waits and is about one situation.
    private func takeBatches() -> [Order]? {
        state.withLock { state in
            guard let situation = state.waiting.first?.situation else { return nil }
            let batches = Array(state.waiting.prefix { $0.situation == situation })
            state.waiting.removeFirst(batches.count)
            return batches
        }
    }

    private static func failures(in news: [News]) -> [String] {
        news.compactMap { item in
            guard case .failed(let text) = item else { return nil }
            return text
        }
    }
}
