import TestSupport
import Testing

@testable import Display

/// Text that passes the gate without being looked at closely comes out as if it had been.
@Suite struct PlainTextTests {
    /// The pieces of a text by the long way.
    private func closely(_ text: String) -> [SafeText.Piece] {
        var reader = SafeTextReader(text, marks: .unicode, keepingNewlines: false)
        var pieces: [SafeText.Piece] = []
        while let piece = reader.next() { pieces.append(piece) }
        return pieces
    }

    private func pieces(_ text: String) -> [SafeText.Piece] {
        var pieces: [SafeText.Piece] = []
        SafeText.forEachPiece(in: text) {
            pieces.append($0)
            return true
        }
        return pieces
    }

    private var plain: [Unicode.Scalar] {
        (0...0x10FFFF).compactMap { Unicode.Scalar($0 as UInt32) }.filter { SafeText.plainColumns(of: $0) > 0 }
    }

    @Test func everyPlainCharacterStandsForItself() {
        for scalar in plain {
            let expected = SafeText.Piece(
                grapheme: Grapheme(scalar), columns: SafeText.plainColumns(of: scalar), isUnsafe: false)
            #expect(closely(String(scalar)) == [expected], "\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func besideOneAnotherTheyStayAsTheyAre(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let plain = plain
        for _ in 0..<200 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...8, using: &random) { scalars.append(random.pick(plain)) }
            // With something now and then that is not plain at all.
            if random.next() % 4 == 0 {
                scalars.append(random.pick(["\u{301}", "\u{202E}", "\u{FE0F}", "\u{1B}", "🙂"]))
            }
            let text = String(scalars)
            #expect(pieces(text) == closely(text), "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
            #expect(TextWidth.columns(of: text) == closely(text).map(\.columns).reduce(0, +))
        }
    }
}
