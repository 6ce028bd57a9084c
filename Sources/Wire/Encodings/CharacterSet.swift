/// A way to write text in bytes, by the names that feeds, pages and mails call it.
struct CharacterSet: Equatable {
    /// What its user calls it, for messages.
    var label: String
    /// What iconv calls it; `nil` is UTF-8, which needs no converting.
    var converter: String?
    /// Whether its plain letters are those of ASCII, one byte each.
    var looksLikeASCII: Bool

    /// Whether all of it is written in units of two or four bytes.
    var isWide: Bool { !looksLikeASCII && converter?.hasPrefix("ISO-2022") == false }

    static let utf8 = CharacterSet(label: "UTF-8", converter: nil, looksLikeASCII: true)

    /// The set of that name, or `nil` if nobody here knows it.
    ///
    /// As browsers do (WHATWG Encoding), the names of smaller sets stand for the larger ones that are used under them.
    init?(named label: String) {
        let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        self.label = label
        looksLikeASCII = true
        switch name {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "utf8mb4": converter = nil
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi",
            "windows-1252", "cp1252", "x-cp1252", "iso88591":
            converter = "CP1252"
        case "iso-8859-9", "latin5": converter = "CP1254"
        case "iso-8859-11", "tis-620": converter = "CP874"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": converter = "CP932"
        case "euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601", "ksc5601", "windows-949", "korean": converter = "CP949"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80", "gb18030", "chinese": converter = "GB18030"
        case "big5", "big5-hkscs", "x-x-big5", "cn-big5": converter = "BIG5-HKSCS"
        case "iso-8859-8-i": converter = "ISO-8859-8"
        case "x-mac-roman": converter = "MACINTOSH"
        case "utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode": (converter, looksLikeASCII) = ("UTF-16", false)
        case "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be", "ucs-4":
            (converter, looksLikeASCII) = (name.uppercased(), false)
        case "iso-2022-jp", "iso-2022-kr", "iso-2022-cn": (converter, looksLikeASCII) = (name.uppercased(), false)
        default:
            // Whatever else iconv has, if it has plain letters where ASCII has them; but no switches such as “//TRANSLIT”,
            // and no seven-bit UTF-7, an old way around filters.
            guard (1..<40).contains(name.utf8.count), !name.hasPrefix("utf-7"),
                name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }),
                let probe = CharacterConverter(from: name), probe.keepsASCII
            else { return nil }
            converter = name
        }
    }

    private init(label: String, converter: String?, looksLikeASCII: Bool) {
        (self.label, self.converter, self.looksLikeASCII) = (label, converter, looksLikeASCII)
    }

    /// What a byte order mark, or the place of the zeros without one, says; and the length of the mark.
    static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> (set: CharacterSet, markLength: Int)? {
        func begins(with mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
        func wide(_ name: String) -> CharacterSet { CharacterSet(label: name, converter: name, looksLikeASCII: false) }
        if begins(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if begins(with: [0, 0, 0xFE, 0xFF]) { return (wide("UTF-32BE"), 4) }
        if begins(with: [0xFF, 0xFE, 0, 0]) { return (wide("UTF-32LE"), 4) }
        if begins(with: [0xFE, 0xFF]) { return (wide("UTF-16BE"), 2) }
        if begins(with: [0xFF, 0xFE]) { return (wide("UTF-16LE"), 2) }
        var zeros = [0, 0, 0, 0]
        for (index, byte) in bytes.prefix(64).enumerated() where byte == 0 { zeros[index & 3] += 1 }
        let each = min(64, bytes.count) / 4
        guard each > 0 else { return nil }
        switch zeros.map({ $0 * 10 > each * 7 }) {
        case [true, true, true, false]: return (wide("UTF-32BE"), 0)
        case [false, true, true, true]: return (wide("UTF-32LE"), 0)
        case [true, false, true, false]: return (wide("UTF-16BE"), 0)
        case [false, true, false, true]: return (wide("UTF-16LE"), 0)
        default: return nil
        }
    }

    /// The name in an XML declaration at the beginning; `nil` if it has none.
    static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let head = String(decoding: bytes.prefix(512), as: UTF8.self)
        guard let start = head.firstRange(of: "<?xml"), let end = head[start.upperBound...].firstIndex(of: ">"),
            let key = head[start.upperBound..<end].firstRange(of: "encoding")
        else { return nil }
        let rest = head[key.upperBound..<end].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
