import Display
import TestSupport
import Testing

@testable import Commands

@Suite("The line editor")
struct LineEditorTests {
    @Test(
        "moves and deletes as a shell does",
        arguments: [
            ("seoul", "<C-a>x", "x|seoul"),
            ("seoul", "<Left><Left><BS>", "se|ul"),
            ("seoul", "<Home><Del>", "|eoul"),
            ("weighs arming ukraine", "<A-b><A-b>", "weighs |arming ukraine"),
            ("weighs arming ukraine", "<C-a><A-f><A-f>", "weighs arming| ukraine"),
            ("as-of 12:00", "<C-w>", "as-of |"),
            ("as-of 12:00", "<A-b><A-d>", "as-of 12:|"),
            ("as-of 12:00", "<A-BS>", "as-of 12:|"),
            ("pane wire", "<C-u>", "|"),
            ("pane wire", "<A-b><C-k>", "pane |"),
            ("pane wire", "<C-w><C-a><C-y>", "wire|pane "),
            ("pane wire", "<C-a><C-f><C-d>", "p|ne wire"),
            ("pane wire", "<C-b><C-h>", "pane wi|e"),
            ("pane wire", "<C-a><C-e>!", "pane wire!|"),
            ("pane wire", "<C-Left><Space>", "pane  |wire"),
            ("서울과 평양", "<BS>", "서울과 평|"),
            ("🇰🇷🇰🇵", "<BS>", "🇰🇷|"),
            ("e\u{301}", "<BS>", "|"),
        ])
    func editing(text: String, keys: String, expected: String) throws {
        var editor = LineEditor(text)
        for key in try Key.sequence(keys) { _ = editor.take(key) }
        #expect(picture(editor) == expected)
    }

    @Test("says what a key did")
    func outcomes() throws {
        var editor = LineEditor("ab")
        #expect(editor.take(Key(.left)) == .moved)
        #expect(editor.take(Key(.end)) == .moved)
        #expect(editor.take(Key(.end)) == .ignored)
        #expect(editor.take(Key(.backspace)) == .changed)
        #expect(editor.take(Key(.enter)) == .ignored)
        #expect(editor.take(Key(.up)) == .ignored)
        #expect(editor.take(Key(.function(5))) == .ignored)
        _ = editor.take(Key(.backspace))
        #expect(editor.take(Key(.backspace)) == .ignored)
        #expect(editor.take(Key(.delete)) == .ignored)
    }

    @Test("takes pasted text in as one line, without control characters")
    func pasting() {
        var editor = LineEditor("<>", cursor: 1)
        editor.insert("one\ntwo\r\nthree\tfour\u{1B}[31m\u{9B}")
        #expect(picture(editor) == "<one two three four[31m|>")
    }

    @Test("puts the cursor after what came to be when pieces of a character meet")
    func joining() {
        var editor = LineEditor("\u{1F1F0}\u{1F1F7}x", cursor: 1)
        editor.replace(0..<1, with: "\u{1F1F0}")
        #expect(picture(editor) == "\u{1F1F0}|x")
        var syllable = LineEditor("\u{1112}-\u{1161}", cursor: 2)
        _ = syllable.take(Key(.backspace))
        #expect(picture(syllable) == "하|")
    }

    @Test("agrees with a naive model on random keys", arguments: 0..<200)
    func model(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var editor = LineEditor(random.text(upTo: 12))
        var model = NaiveLine(before: editor.text, after: "")
        for _ in 0..<60 {
            if Int.random(in: 0..<3, using: &random) == 0 {
                let text = random.text(upTo: 3)
                editor.insert(text)
                model.insert(text)
            } else {
                let key = random.pick(NaiveLine.keys)
                let before = editor
                let outcome = editor.take(try #require(try Key.sequence(key).first))
                model.take(key)
                let isSame = editor.text.unicodeScalars.elementsEqual(before.text.unicodeScalars)
                if outcome == .ignored { #expect(editor.cursor == before.cursor) }
                #expect(isSame == (outcome != .changed), "seed \(seed), \(key)")
            }
            #expect(picture(editor) == model.before + "|" + model.after, "seed \(seed)")
            #expect((0...editor.text.count).contains(editor.cursor), "seed \(seed)")
        }
    }

    private func picture(_ editor: LineEditor) -> String {
        editor.beforeCursor + "|" + editor.text.dropFirst(editor.cursor)
    }
}

/// The line as two strings with the cursor between them, edited one character at a time.
private struct NaiveLine {
    static let keys = [
        "x", "<Space>", "<BS>", "<Del>", "<Left>", "<Right>", "<Home>", "<End>", "<C-w>", "<C-u>", "<C-k>", "<C-y>",
        "<A-b>", "<A-f>", "<A-d>", "<C-d>", "<Up>",
    ]

    var before: String
    var after: String
    var cut = ""

    mutating func insert(_ text: String) {
        before += text
        meet()
    }

    mutating func take(_ key: String) {
        switch key {
        case "x": insert("x")
        case "<Space>": insert(" ")
        case "<BS>": before = String(before.dropLast())
        case "<Del>", "<C-d>": after = String(after.dropFirst())
        case "<Left>": step(-1)
        case "<Right>": step(1)
        case "<Home>": (before, after) = ("", before + after)
        case "<End>": (before, after) = (before + after, "")
        case "<C-u>": if !before.isEmpty { (cut, before) = (before, "") }
        case "<C-k>": if !after.isEmpty { (cut, after) = (after, "") }
        case "<C-y>": insert(cut)
        case "<C-w>":
            var taken = ""
            while let last = before.last, last.isWhitespace { taken = String(before.removeLast()) + taken }
            while let last = before.last, !last.isWhitespace { taken = String(before.removeLast()) + taken }
            if !taken.isEmpty { cut = taken }
        case "<A-d>":
            var taken = ""
            while let first = after.first, !isWord(first) { taken.append(after.removeFirst()) }
            while let first = after.first, isWord(first) { taken.append(after.removeFirst()) }
            if !taken.isEmpty { cut = taken }
        case "<A-b>":
            while let last = before.last, !isWord(last) { step(-1) }
            while let last = before.last, isWord(last) { step(-1) }
        case "<A-f>":
            while let first = after.first, !isWord(first) { step(1) }
            while let first = after.first, isWord(first) { step(1) }
        default: break
        }
        meet()
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private mutating func step(_ count: Int) {
        let all = before + after
        let place = min(max(before.count + count, 0), all.count)
        (before, after) = (String(all.prefix(place)), String(all.dropFirst(place)))
    }

    /// Where pieces of one character meet, the cursor goes behind it.
    private mutating func meet() {
        let all = before + after
        let place = (0...all.count).first { all.prefix($0).unicodeScalars.count >= before.unicodeScalars.count }
        (before, after) = (String(all.prefix(place ?? 0)), String(all.dropFirst(place ?? 0)))
    }
}
