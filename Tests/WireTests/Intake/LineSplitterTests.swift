import TestSupport
import Testing

@testable import Wire

@Suite struct LineSplitterTests {
    private func lines(_ pieces: [[UInt8]], limit: Int = 100) -> [String] {
        var splitter = LineSplitter(limit: limit)
        var lines: [String] = []
        func show(_ line: LineSplitter.Line) {
            lines.append("\(line.number)\(line.isCut ? "!" : ":")" + String(decoding: line.bytes, as: UTF8.self))
        }
        for piece in pieces { piece.withUnsafeBufferPointer { splitter.append($0, show) } }
        splitter.finish(show)
        return lines
    }

    @Test func endsAreLFOrCRLFAndTheLastMayLackOne() {
        #expect(lines([Array("a\r\n\nb\rc\nd".utf8)]) == ["1:a", "2:", "3:b\rc", "4:d"])
        #expect(lines([Array("a\n".utf8)]) == ["1:a"])
        #expect(lines([[]]) == [])
    }

    @Test func longLinesAreCutAndTheNextIsWhole() {
        #expect(lines([Array("12345\n123456\r\nx".utf8)], limit: 5) == ["1:12345", "2!12345", "3:x"])
        #expect(lines([Array("12345\r".utf8), Array("\nx".utf8)], limit: 5) == ["1:12345", "2:x"])
        #expect(lines([Array("123".utf8), Array("456789".utf8), Array("\nx".utf8)], limit: 5) == ["1!12345", "2:x"])
    }

    /// However a text is cut into pieces, its lines are the same.
    @Test func piecesDoNotMatter() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let text = (0..<60).map { _ in random.pick(Array("ab\r\n".utf8)) }
            var pieces: [[UInt8]] = []
            var rest = text[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...8, using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(lines(pieces, limit: 7) == lines([text], limit: 7), "seed \(random.seed)")
        }
    }
}
