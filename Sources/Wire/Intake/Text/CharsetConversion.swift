import Glibc

/// Turns text of other encodings into Unicode, through the C library's `iconv`.
enum CharsetConversion {
    /// The text, and how many bytes meant nothing in that encoding; `nil` where the C library does not know it.
    static func text(_ bytes: [UInt8], from charset: String) -> (text: String, faults: Int)? {
        let name = charset.lowercased()
        // A name is a name: no switches such as “//TRANSLIT”, and no seven-bit UTF-7, an old way around filters.
        guard (1...40).contains(name.utf8.count), name.utf8.allSatisfy(isNameByte), !name.hasPrefix("utf-7"),
            let converter = iconv_open("UTF-8", aliases[name] ?? name), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var faults = 0
        let converted = convert(bytes, with: converter, faults: &faults)
        return (String(decoding: converted, as: UTF8.self), faults)
    }

    /// What writers of mail and feeds say, and what they mean: the wider encoding in use under the older name.
    private static let aliases = [
        "ks_c_5601-1987": "CP949", "ks_c_5601": "CP949", "euc-kr": "CP949", "gb2312": "GB18030", "gbk": "GB18030",
        "x-gbk": "GB18030", "shift_jis": "CP932", "shift-jis": "CP932", "x-sjis": "CP932", "iso-8859-9": "CP1254",
        "tis-620": "CP874", "unicode-1-1-utf-8": "UTF-8",
    ]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }

    private static func convert(_ bytes: [UInt8], with converter: iconv_t, faults: inout Int) -> [UInt8] {
        var input = bytes
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        var output = [UInt8](repeating: 0, count: 16_384)
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                while left > 0 {
                    var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = output.count
                    let answer = iconv(converter, &from, &left, &to, &room)
                    let reason = errno
                    result.append(contentsOf: output[0..<(output.count - room)])
                    guard answer == -1 else { continue }
                    // Too little room is no fault; everything else is a byte that cannot be read.
                    guard reason != E2BIG, left > 0 else { continue }
                    faults += 1
                    result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    from = from.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return result
    }
}
