import Testing
import Wire

@Suite struct EncodingTests {
    private func declared(_ name: String?, _ title: [UInt8]) -> [UInt8] {
        let declaration = name.map { "<?xml version='1.0' encoding='\($0)'?>" } ?? ""
        return Array((declaration + "<rss><channel><title>").utf8) + title + Array("</title></channel></rss>".utf8)
    }

    @Test(
        arguments: [
            ("ISO-8859-1", [0xE9], "é"), ("windows-1252", [0x93, 0x94], "“”"),
            ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"),
            ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"), ("EUC-KR", [0xB1, 0xE4, 0xC0, 0xE5], "긴장"),
            ("Shift_JIS", [0x8D, 0x60], "港"), ("gb2312", [0xB8, 0xDB], "港"), ("utf-8", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)])
    func readsWhatIsDeclared(name: String, bytes: [UInt8], text: String) throws {
        let read = try Feed.read(declared(name, bytes))
        #expect(read.title?.value == text && read.warnings == [])
    }

    @Test func oneBadByteDoesNotEndAFeed() throws {
        // More than the converter takes at once, with bytes that EUC-KR does not have in the midst of it.
        let long = Array(repeating: [0xB1, 0xE4] as [UInt8], count: 30_000).flatMap { $0 }
        let read = try Feed.read(declared("EUC-KR", [0x41, 0xFF, 0xFF] + long + [0xFF, 0x42]))
        let title = String(repeating: "긴", count: 30_000)
        #expect(read.title?.value == "A\u{FFFD}\u{FFFD}\(title)\u{FFFD}B")
        #expect(read.warnings.count == 1)
    }

    @Test func seesThroughWrongDeclarations() throws {
        let utf8 = try Feed.read(declared("ISO-8859-1", Array("é“”".utf8)))
        #expect(utf8.title?.value == "é“”" && utf8.warnings.count == 1)
        let latin = try Feed.read(declared("UTF-8", [0x66, 0xE9, 0x93]))
        #expect(
            latin.title?.value == "fé“"
                && latin.warnings == ["line 1: bytes that are no UTF-8; read as windows-1252 (2 times)"])
        let wide = try Feed.read(declared("UTF-16", Array("abc".utf8)))
        #expect(wide.title?.value == "abc" && wide.warnings.count == 1)
        #expect(try Feed.read(declared("klingon-1", Array("é".utf8))).title?.value == "é")
    }

    @Test(arguments: [true, false], [true, false])
    func readsUTF16(isLittle: Bool, hasMark: Bool) throws {
        let text =
            (hasMark ? "\u{FEFF}" : "")
            + "<?xml version='1.0' encoding='UTF-16'?><rss><channel><title>港 𝄞</title></channel></rss>"
        let bytes = text.utf16.flatMap {
            isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)]
        }
        let read = try Feed.read(bytes)
        #expect(read.title?.value == "港 𝄞" && read.warnings == [])
    }

    @Test func believesAMarkAndTheServer() throws {
        #expect(try Feed.read([0xEF, 0xBB, 0xBF] + declared("ISO-8859-1", Array("é".utf8))).title?.value == "é")
        let read = try Feed.read(declared(nil, [0xCC, 0xE8, 0xF0]), characterSet: "windows-1251")
        #expect(read.title?.value == "Мир")
    }
}
