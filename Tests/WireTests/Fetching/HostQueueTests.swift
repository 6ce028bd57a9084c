import TestSupport
import Testing

@testable import Wire

/// Turns are taken within the limits, in order, and by everyone.
@Suite struct HostQueueTests {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func everybodyGoesInTurn(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var queue = HostQueue<(host: String, number: Int)>(
            perHost: 1 + Int(seed % 3), total: 2 + Int(generator.next() % 5))
        var running: [(host: String, number: Int)] = []
        var started: [String: [Int]] = [:]
        var removed: Set<Int> = []
        var added = 0
        while added < 300 || !running.isEmpty {
            if added < 300, generator.happens(oneIn: 2) {
                let host = generator.pick(["a", "b", "c", "d"])
                queue.add((host, added), host: host)
                added += 1
            }
            if generator.happens(oneIn: 10), let item = queue.remove(where: { $0.number % 7 == 0 }) {
                removed.insert(item.number)
            }
            if !running.isEmpty, generator.happens(oneIn: 2) {
                let finished = running.remove(at: Int(generator.next() % UInt64(running.count)))
                queue.finish(host: finished.host)
            }
            while let next = queue.next() {
                running.append(next)
                started[next.host, default: []].append(next.number)
            }
            #expect(running.count <= queue.total && running.count == queue.runningCount, "seed \(seed)")
            for (host, items) in Dictionary(grouping: running, by: \.host) {
                #expect(items.count <= queue.perHost, "seed \(seed), host \(host)")
            }
        }
        #expect(queue.removeAll().isEmpty, "seed \(seed)")
        for (host, numbers) in started { #expect(numbers == numbers.sorted(), "seed \(seed), host \(host)") }
        #expect(started.values.reduce(0) { $0 + $1.count } + removed.count == 300, "seed \(seed)")
    }
}
