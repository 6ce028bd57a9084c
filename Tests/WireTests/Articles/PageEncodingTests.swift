import Testing

@testable import Wire

/// Bytes become UTF-8 whatever is declared of them, truly or not.
@Suite struct PageEncodingTests {
    private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
        String(decoding: PageEncoding.utf8(bytes, declared: declared), as: UTF8.self)
    }

    private let latin: [UInt8] = Array("caf".utf8) + [0xE9, 0x20, 0x93, 0x78, 0x94]

    @Test func whatIsNoUTF8IsWindows1252() {
        #expect(text(latin) == "café “x”")
        #expect(text(latin, declared: "utf-8") == "café “x”")
        #expect(text(latin, declared: "ISO-8859-1") == "café “x”")
        #expect(text(latin, declared: "no-such-thing").hasPrefix("caf"))
    }

    @Test func goodUTF8CountsMoreThanALatinDeclaration() {
        #expect(text(Array("“é”".utf8), declared: "iso-8859-1") == "“é”")
        #expect(text(Array("<meta charset='windows-1252'>é".utf8)).hasSuffix("é"))
    }

    @Test func utf8WithAFewBadBytesIsMended() {
        #expect(text(Array("één ".utf8) + [0xFF] + Array(" twee".utf8)) == "één \u{FFFD} twee")
        #expect(text(Array("één".utf8) + [0xE2, 0x80]) == "één\u{FFFD}")
    }

    @Test func byteOrderMarksCountMost() {
        #expect(text([0xEF, 0xBB, 0xBF] + Array("é".utf8), declared: "koi8-r") == "é")
        #expect(text([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00]) == "Aé")
        #expect(text([0xFE, 0xFF, 0x00, 0x41, 0x00, 0xE9, 0x00]) == "Aé")
    }

    @Test(
        arguments: [
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"),
            ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
            ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
            ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"),
            ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"),
        ] as [(String, [UInt8], String)])
    func otherEncodingsAreReadAsDeclared(name: String, bytes: [UInt8], expected: String) {
        #expect(text(bytes, declared: name) == expected)
        let page = Array(
            "<html><head><meta http-equiv='Content-Type' content='text/html; charset=\(name)'></head>".utf8)
        #expect(text(page + bytes).hasSuffix(expected))
        #expect(text(Array("<?xml version='1.0' encoding=\"\(name)\"?>".utf8) + bytes).hasSuffix(expected))
    }

    @Test func theServerCountsMoreThanThePage() {
        let page = Array("<meta charset=koi8-r>".utf8) + [0xCC, 0xE8, 0xF0]
        #expect(text(page, declared: "windows-1251").hasSuffix("Мир"))
    }

    @Test func bytesThatMeanNothingDoNotEndTheText() {
        #expect(text([0x93, 0xFA, 0xFF, 0x41], declared: "shift_jis").hasSuffix("A"))
        #expect(text([0xC7, 0xD1, 0xC7], declared: "euc-kr").hasPrefix("한"))
    }

    @Test func aPageInUTF16ThatCouldBeReadIsNot() {
        #expect(text(Array("<meta charset=utf-16>é".utf8)).hasSuffix("é"))
    }
}
