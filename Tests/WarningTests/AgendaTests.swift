import TestSupport
import Testing

@testable import Warning

@Suite struct AgendaTests {
    @Test(arguments: 0..<50) func whatIsDueFirstComesFirst(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var agenda = WhatIfAgenda()
        var waiting: [Double] = []
        for step in 0..<200 {
            if generator.happens(oneIn: 3) {
                let next = agenda.next()
                #expect(next?.time == waiting.min(), "seed \(seed)")
                if let place = waiting.firstIndex(where: { $0 == next?.time }) { waiting.remove(at: place) }
            } else {
                waiting.append(Double.random(in: 0...1, using: &generator))
                agenda.insert(step, at: waiting[waiting.count - 1])
            }
        }
        agenda.removeAll()
        #expect(agenda.next() == nil)
    }
}
