import Display
import Testing

@testable import Terminal

@MainActor
@Suite struct KeyReadingTests {
    @Test(arguments: [
        ("", "A", "<Up>"), ("1;5", "C", "<C-Right>"), ("1;2", "B", "<S-Down>"), ("5", "~", "<PageUp>"),
        ("3;3", "~", "<A-Del>"), ("15", "~", "<F5>"), ("", "Z", "<S-Tab>"), ("27;5;105", "~", "<C-i>"),
        ("97;3", "u", "<A-a>"),
    ])
    func readsWhatXtermSends(parameters: String, final: String, name: String) throws {
        let letter = try #require(final.unicodeScalars.first)
        let key = try #require(ControlSequence.key(parameters: parameters, final: letter))
        #expect([key] == (try Key.sequence(name)))
    }

    @Test(arguments: [("99", "~"), ("", "y"), ("27;5;99999999999", "~")])
    func whatIsNoKeyIsNone(parameters: String, final: String) throws {
        let letter = try #require(final.unicodeScalars.first)
        #expect(ControlSequence.key(parameters: parameters, final: letter) == nil)
    }

    /// In a C locale characters arrive byte by byte.
    @Test(arguments: ["a", "é", "한", "🙂", "aé한🙂z"])
    func putsCharactersTogetherFromBytes(text: String) {
        var partial = PartialCharacter()
        let scalars = text.utf8.compactMap { partial.append($0) }
        #expect(scalars == Array(text.unicodeScalars))
    }

    @Test func brokenBytesLoseNothingThatComesAfter() {
        var partial = PartialCharacter()
        let bytes: [UInt8] = [0xED, 0x95, 0x61, 0xFF, 0x80, 0x62]
        let scalars = bytes.compactMap { partial.append($0) }
        #expect(scalars.contains("a") && scalars.contains("b"))
        #expect(scalars.contains("\u{FFFD}"))
    }
}
