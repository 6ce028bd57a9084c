/// Who may go now: so many at a time in all, so many to one host, and otherwise in the order in which they came.
struct HostQueue<Item> {
    let perHost: Int
    let total: Int
    private var waiting: [(host: String, item: Item)] = []
    private var running: [String: Int] = [:]
    private(set) var runningCount = 0

    /// A queue with these limits, each at least 1.
    init(perHost: Int, total: Int) {
        (self.perHost, self.total) = (max(1, perHost), max(1, total))
    }

    mutating func add(_ item: Item, host: String) { waiting.append((host, item)) }

    /// The next that may go, which counts as running from now on. Cost: linear in the number waiting.
    mutating func next() -> Item? {
        guard runningCount < total,
            let index = waiting.firstIndex(where: { running[$0.host, default: 0] < perHost })
        else { return nil }
        let (host, item) = waiting.remove(at: index)
        running[host, default: 0] += 1
        runningCount += 1
        return item
    }

    /// One that was running to this host has finished.
    mutating func finish(host: String) {
        guard let count = running[host] else { return }
        running[host] = count > 1 ? count - 1 : nil
        runningCount -= 1
    }

    /// Takes out the first waiting item that fits; `nil` if there is none.
    mutating func remove(where isMeant: (Item) -> Bool) -> Item? {
        waiting.firstIndex { isMeant($0.item) }.map { waiting.remove(at: $0).item }
    }

    /// Takes out all that wait.
    mutating func removeAll() -> [Item] {
        defer { waiting = [] }
        return waiting.map(\.item)
    }
}
