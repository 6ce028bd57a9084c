import Foundation
import SituationModel
import TestSupport
import Testing

@Suite struct EntryIDTests {
    @Test(arguments: 1...20)
    func roundTrips(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let id = EntryID(high: generator.next(), low: generator.next())
        #expect(EntryID(id.description) == id)
        #expect(EntryID(id.description.uppercased()) == id)
        #expect(EntryID(bytes: id.bytes) == id)
        #expect(UUID(uuidString: id.description)?.uuidString.lowercased() == id.description)
        #expect(try JSONDecoder().decode([EntryID].self, from: JSONEncoder().encode([id])) == [id])
        let other = EntryID(high: id.high, low: generator.next())
        #expect((id < other) == id.bytes.lexicographicallyPrecedes(other.bytes))
        #expect((id < other) == (id.description < other.description))
    }

    @Test(arguments: ["", "0192", "0192906f-3942-7000-8764-25a064f29acg", "0192906f-3942-7000-8764-25a064f29ac22"])
    func otherTextIsNone(text: String) {
        #expect(EntryID(text) == nil)
    }

    @Test(arguments: 1...20)
    func theClockNeverRunsBackwards(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var clock = EntryClock()
        var last = EntryID(high: 0, low: 0)
        var now: Int64 = 1_729_000_000_000
        for _ in 0..<6_000 {
            // Mostly within one millisecond, so that its counter is used up; at times back by an hour.
            now += generator.pick([0, 0, 0, 0, 0, 0, 0, 1, -3_600_000, 40])
            if generator.happens(oneIn: 50) {
                last = max(last, EntryID(high: UInt64(now + 5_000) << 16 | 0x7000, low: generator.next()))
                clock.witness(last)
            }
            let id = clock.next(at: Instant(milliseconds: now), random: generator.next())
            try #require(id > last, "seed \(seed)")
            try #require(id.high & 0xF000 == 0x7000 && id.low >> 62 == 2, "RFC 9562: version 7, variant 10")
            try #require(id.recorded.milliseconds >= now, "seed \(seed)")
            last = id
        }
    }

    @Test func knownIsNeverLaterThanRecorded() {
        let id = EntryID(high: 1_000 << 16 | 0x7000, low: 1 << 63)
        let entry = Entry(
            id: id, origin: "", situation: "test", author: Author("ada"), known: Instant(milliseconds: 2_000),
            change: .batch(summary: ""))
        #expect(entry.known == Instant(milliseconds: 1_000))
    }
}
