/// JSON as pages carry it: read as far as it goes, whatever is wrong with it.
///
/// Line breaks within strings, commas too many, comments and CDATA marks around it, and an end that is missing are all met on
/// real pages and all borne.
indirect enum LooseJSON: Equatable, Sendable {
    case string(String)
    case number(String)
    case array([LooseJSON])
    case object([String: LooseJSON])
    /// `true`, `false`, `null`, and what is none of the others.
    case word(String)

    /// Values are read to this depth; what lies deeper is left out.
    static let deepest = 64

    /// Reads the values in a text, several one after the other if there are several.
    static func values(in text: ArraySlice<UInt8>) -> [LooseJSON] {
        var reader = Reader(text)
        var values: [LooseJSON] = []
        while reader.skipToValue() {
            if let value = reader.value(depth: 0) { values.append(value) }
        }
        return values
    }

    subscript(name: String) -> LooseJSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text of a string or a number.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The elements of an array; anything else is its own one element.
    var list: [LooseJSON] {
        if case .array(let elements) = self { elements } else { [self] }
    }
}

extension LooseJSON {
    private struct Reader {
        private let text: ArraySlice<UInt8>
        private var place: Int

        init(_ text: ArraySlice<UInt8>) {
            self.text = text
            place = text.startIndex
        }

        private var next: UInt8? { place < text.endIndex ? text[place] : nil }

        /// Goes to where an object or array begins.
        mutating func skipToValue() -> Bool {
            while let byte = next, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") { place += 1 }
            return next != nil
        }

        /// A value, or `nil` where none stands; then the reader has still gone on, or stands at a closing mark or the end.
        mutating func value(depth: Int) -> LooseJSON? {
            skipSpace()
            switch next {
            case UInt8(ascii: "{") where depth >= LooseJSON.deepest, UInt8(ascii: "[") where depth >= LooseJSON.deepest:
                place += 1
                return nil
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return array(depth: depth)
            case Byte.quote: return .string(string())
            case nil, UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"): return nil
            case .some(let byte):
                let word = bareWord()
                return byte.isDigit || byte == Byte.hyphen ? .number(word) : .word(word)
            }
        }

        private mutating func object(depth: Int) -> LooseJSON {
            var members: [String: LooseJSON] = [:]
            place += 1
            while let byte = nextBehindSpace() {
                switch byte {
                case UInt8(ascii: "}"):
                    place += 1
                    return .object(members)
                case UInt8(ascii: "]"):
                    // Not ours: the object was not ended.
                    return .object(members)
                case Byte.quote:
                    let name = string()
                    guard nextBehindSpace() == UInt8(ascii: ":") else { continue }
                    place += 1
                    // The first of two members of one name counts.
                    if let value = value(depth: depth + 1), members[name] == nil {
                        members[name] = value
                    }
                default: place += 1
                }
            }
            return .object(members)
        }

        private mutating func array(depth: Int) -> LooseJSON {
            var elements: [LooseJSON] = []
            place += 1
            while let byte = nextBehindSpace() {
                switch byte {
                case UInt8(ascii: "]"):
                    place += 1
                    return .array(elements)
                case UInt8(ascii: "}"): return .array(elements)
                case UInt8(ascii: ","), UInt8(ascii: ":"): place += 1
                default:
                    if let element = value(depth: depth + 1) { elements.append(element) }
                }
            }
            return .array(elements)
        }

        private mutating func skipSpace() {
            while let byte = next, byte.isSpace || byte == 0xEF || byte == 0xBB || byte == 0xBF { place += 1 }
        }

        private mutating func nextBehindSpace() -> UInt8? {
            skipSpace()
            return next
        }

        private mutating func bareWord() -> String {
            let start = place
            while let byte = next, !byte.isSpace, !"{}[],:\"".utf8.contains(byte) { place += 1 }
            return String(decoding: text[start..<place], as: UTF8.self)
        }

        private mutating func string() -> String {
            place += 1
            let start = place
            while let byte = next, byte != Byte.quote, byte != Byte.backslash { place += 1 }
            if next != Byte.backslash {
                let plain = text[start..<place]
                place = min(place + 1, text.endIndex)
                return String(decoding: plain, as: UTF8.self)
            }
            var bytes = Array(text[start..<place])
            while let byte = next {
                place += 1
                if byte == Byte.quote { break }
                if byte == Byte.backslash { escape(into: &bytes) } else { bytes.append(byte) }
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        private mutating func escape(into bytes: inout [UInt8]) {
            guard let byte = next else { return }
            place += 1
            switch byte {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): bytes.append(Byte.newline)
            case UInt8(ascii: "t"): bytes.append(Byte.tab)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): break
            case UInt8(ascii: "u"):
                var units = [hexadecimal()]
                if 0xD800...0xDBFF ~= units[0], place + 1 < text.endIndex, text[place] == Byte.backslash,
                    text[place + 1] == UInt8(ascii: "u")
                {
                    place += 2
                    units.append(hexadecimal())
                }
                bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
            default: bytes.append(byte)
            }
        }

        private mutating func hexadecimal() -> UInt16 {
            let digits = text[place...].prefix(4)
            place += digits.count
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
        }
    }
}
