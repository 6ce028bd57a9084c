/// The collector of a board: at work as long as the board is not stopped.
actor OwnCollector {
    private let collect: @Sendable () async -> Void
    private var work: Task<Void, Never>?

    /// A collector that has not begun.
    ///
    /// - Parameter collect: collects, or waits for its turn to, until its task is cancelled.
    init(_ collect: @escaping @Sendable () async -> Void) {
        self.collect = collect
    }

    deinit { work?.cancel() }

    func begin() {
        guard work == nil else { return }
        work = Task.detached(priority: .utility) { [collect] in await collect() }
    }

    /// Returns when nothing is at work any more and the lease is free.
    func end() async {
        work?.cancel()
        await work?.value
        work = nil
    }
}
