import TestSupport
import Testing

@testable import Wire

@Suite struct TextDecodingTests {
    @Test func plainUTF8IsTakenAsItIs() {
        let decoded = TextDecoding.decode(Array("긴장 – “naïve”\r\n".utf8))
        #expect(decoded == DecodedText(text: "긴장 – “naïve”\r\n", encoding: "UTF-8"))
    }

    @Test func aByteOrderMarkDecidesAndGoes() {
        #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF, 0x41]).text == "A")
        #expect(TextDecoding.decode([0xFF, 0xFE, 0x41, 0x00, 0xAC, 0x20]).text == "A€")
        #expect(TextDecoding.decode([0xFE, 0xFF, 0x00, 0x41, 0x20, 0xAC]).text == "A€")
        // It counts for more than what is declared.
        #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], declared: "windows-1252").text == "é")
    }

    @Test(arguments: [false, true])
    func utf16WithoutAMarkIsSeen(isBigEndian: Bool) {
        let bytes = "Ministers met.\n".utf16.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
        let decoded = TextDecoding.decode(bytes)
        #expect(decoded.text == "Ministers met.\n")
        #expect(decoded.note != nil)
    }

    @Test func otherBytesAreWindows1252() {
        let decoded = TextDecoding.decode([0x93, 0x4E, 0x6F, 0x2C, 0x94, 0x20, 0x80, 0x35])
        #expect(decoded.text == "“No,” €5")
        #expect(decoded.encoding == "windows-1252")
        #expect(decoded.note != nil)
    }

    @Test func utf8WithADamagedPlaceStaysUTF8() {
        let decoded = TextDecoding.decode(
            Array("Größe, Stärke, Ömer, Çelik, ".utf8) + [0xE2, 0x80] + Array("Ende".utf8))
        #expect(decoded.encoding == "UTF-8")
        #expect(decoded.text.hasPrefix("Größe, Stärke") && decoded.text.hasSuffix("Ende"))
        #expect(decoded.note != nil)
    }

    @Test func declaredEncodingsAreConverted() {
        #expect(TextDecoding.decode([0xB1, 0xE4, 0xC0, 0xE5], declared: "EUC-KR").text == "긴장")
        #expect(TextDecoding.decode([0xE7, 0xC4, 0xC5], declared: "koi8-r").text == "Где")
        #expect(TextDecoding.decode([0xE9], declared: "iso-8859-1").text == "é")
        // What declares itself as something unknown, or tries to switch the converter, is looked at instead.
        #expect(TextDecoding.decode(Array("é".utf8), declared: "utf-8//IGNORE").text == "é")
        #expect(TextDecoding.decode(Array("+ADw-b".utf8), declared: "utf-7").text == "+ADw-b")
    }

    @Test func bytesThatMeanNothingAreCounted() {
        let decoded = TextDecoding.decode([0x41, 0xFF, 0xFF, 0x42], declared: "euc-kr")
        #expect(decoded.text == "A\u{FFFD}\u{FFFD}B")
        #expect(decoded.note?.hasPrefix("2 bytes mean nothing in euc-kr") == true)
        let cut = TextDecoding.decode([0x41, 0xB1], declared: "euc-kr")
        #expect(cut.text == "A\u{FFFD}")
        #expect(cut.note?.hasPrefix("one byte means nothing") == true)
    }

    /// Whatever the bytes: something comes out, and valid UTF-8 unharmed.
    @Test func nothingIsLostOfValidText() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let scalars = (0..<Int.random(in: 0..<60, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0x20..<0x2FFF, using: &random))
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            #expect(TextDecoding.decode(Array(text.utf8)).text == text, "seed \(random.seed)")
            let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = TextDecoding.decode(bytes, declared: random.pick(["euc-kr", "utf-16", "gb2312", "iso-2022-jp", nil]))
        }
    }
}
