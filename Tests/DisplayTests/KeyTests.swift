import Display
import TestSupport
import Testing

@Suite struct KeyTests {
    @Test func readsVimNotation() throws {
        #expect(
            try Key.sequence("jj<Enter>G<C-d><S-Tab><A-x><F5><Space><lt>") == [
                Key("j"), Key("j"), Key(.enter), Key("G"), Key(.character("d"), modifiers: .control),
                Key(.tab, modifiers: .shift), Key(.character("x"), modifiers: .alt), Key(.function(5)), Key(" "),
                Key("<"),
            ])
        #expect(
            try Key.sequence("<C-A-Left><c-->한<C->><A-->>") == [
                Key(.left, modifiers: [.control, .alt]), Key(.character("-"), modifiers: .control), Key("한"),
                Key(.character(">"), modifiers: .control), Key(.character("-"), modifiers: .alt), Key(">"),
            ])
        #expect(try Key.sequence("") == [])
    }

    @Test(arguments: [
        ("<CR>", "<Enter>"), ("<Return>", "<Enter>"), ("<BS>", "<Backspace>"), ("<C-D>", "<C-d>"), ("<C-i>", "<Tab>"),
        ("<C-m>", "<Enter>"), ("<C-[>", "<Esc>"), ("<S-a>", "A"), ("<M-x>", "<A-x>"), ("<A-S-C-F2>", "<C-A-S-F2>"),
        ("<C-Space>", "<C-Space>"), ("<U+301>", "<U+301>"), ("<gt>", ">"),
    ])
    func writesOneNameForEach(written: String, canonical: String) throws {
        #expect(try #require(Key(name: written)).description == canonical)
    }

    @Test(arguments: [
        ("j<Entr>", "there is no key “<Entr>” (at column 2); did you mean “<Enter>”?"),
        ("<X-a>", "“X-” at column 1 is nothing to hold down; C- is control, A- alt, S- shift"),
        (
            "a<b",
            "“<” at column 2 begins the name of a key, and there is no “>” after it; write “<lt>” for the sign itself"
        ),
        ("<F99>", "there is no key “<F99>” (at column 1); keys are written like <Enter>, <C-d>, <S-Tab>"),
    ])
    func saysWhatIsWrong(text: String, message: String) {
        #expect(performing: { try Key.sequence(text) }, throws: { "\($0)" == message })
        #expect(Key(name: text) == nil)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func writtenKeysAreReadBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let symbols: [Key.Symbol] = [
            .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function(1), .function(63), .character("<"), .character(">"), .character("-"), .character(" "),
        ]
        for _ in 0..<60 {
            var keys: [Key] = []
            for _ in 0..<5 {
                let modifiers = Key.Modifiers(rawValue: UInt8.random(in: 0...7, using: &generator))
                let text = generator.text(length: 6)
                let symbol =
                    text.randomElement(using: &generator).map(Key.Symbol.character)
                    ?? symbols.randomElement(using: &generator)
                keys.append(
                    Key(
                        Bool.random(using: &generator)
                            ? symbol ?? .enter : symbols.randomElement(using: &generator) ?? .enter,
                        modifiers: modifiers))
            }
            for key in keys { #expect(try Key.sequence(key.description) == [key], "seed \(seed): \(key)") }
            let written = keys.map(\.description).joined()
            #expect(try Key.sequence(written) == keys, "seed \(seed): \(written)")
        }
    }
}
