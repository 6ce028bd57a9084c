/// A JSON value as a feed has it.
enum JSONValue {
    case null
    case bool(Bool)
    /// As it stands; numbers in feeds are identifiers as often as amounts.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Of two fields of one name, the last counts.
    case object([String: JSONValue])

    /// The field of that name, of an object.
    subscript(_ name: String) -> JSONValue? {
        if case .object(let fields) = self { fields[name] } else { nil }
    }

    var items: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// Text that is not empty, or the digits of a number.
    var text: String? {
        switch self {
        case .string(let text):
            let text = text.trimmedASCII
            return text.isEmpty ? nil : text
        case .number(let digits): return digits
        default: return nil
        }
    }

    /// A number, without its fraction.
    var integer: Int? {
        text.flatMap { Int($0) ?? Double($0).flatMap { Int(exactly: $0.rounded()) } }
    }
}

/// Reads JSON as far as it goes, and says where it went wrong.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// What is wrong and where; what came before it has been read.
    private(set) var problem: String?
    private(set) var line = 0

    /// Values inside one another; what lies deeper ends the reading.
    private static let depth = 100

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value of the document.
    mutating func document() -> JSONValue {
        let value = value(depth: 0)
        if problem == nil, next() != nil { fail("text after the end") }
        return value
    }

    private mutating func fail(_ words: String) {
        guard problem == nil else { return }
        problem = words
        line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
    }

    /// The next byte that is no white space; it stays.
    private mutating func next() -> UInt8? {
        while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let byte = next(), UInt32(byte) == mark.value else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONValue {
        guard depth < Self.depth else {
            fail("values more than \(Self.depth) deep")
            return .null
        }
        switch next() {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return .string(string())
        case nil:
            fail("the text breaks off")
            return .null
        default: return word()
        }
    }

    private mutating func array(depth: Int) -> JSONValue {
        var items: [JSONValue] = []
        position += 1
        while problem == nil, !skip("]") {
            let item = value(depth: depth + 1)
            // What was begun is kept; what could not be begun is nothing.
            if problem == nil || item.isContainer { items.append(item) }
            if problem == nil, !skip(","), next() != UInt8(ascii: "]") { fail("“,” or “]” is missing") }
        }
        return .array(items)
    }

    private mutating func object(depth: Int) -> JSONValue {
        var fields: [String: JSONValue] = [:]
        position += 1
        while problem == nil, !skip("}") {
            guard next() == UInt8(ascii: "\"") else {
                fail(next() == nil ? "the text breaks off" : "a name in quotes is missing")
                break
            }
            let name = string()
            guard problem == nil, skip(":") else {
                fail(next() == nil ? "the text breaks off" : "“:” is missing")
                break
            }
            let field = value(depth: depth + 1)
            if problem == nil || field.isContainer { fields[name] = field }
            if problem == nil, !skip(","), next() != UInt8(ascii: "}") {
                fail(next() == nil ? "the text breaks off" : "“,” or “}” is missing")
            }
        }
        return .object(fields)
    }

    private mutating func word() -> JSONValue {
        let start = position
        while position < bytes.count, bytes[position].isInWord { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            if !word.isEmpty, Double(word) != nil, word.utf8.first != UInt8(ascii: "+") { return .number(word) }
            fail("“\(word.isEmpty ? String(Unicode.Scalar(bytes[start])) : String(word.prefix(20)))” is no value")
            return .null
        }
    }

    private mutating func string() -> String {
        var text: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): escape(into: &text)
            // Line breaks have no place in strings, but their meaning is plain.
            default: text.append(byte)
            }
        }
        fail("the text breaks off")
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard var code = hexadecimal() else { return fail("“\\u” without four digits") }
            if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                guard let low = hexadecimal() else { return fail("“\\u” without four digits") }
                code = (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
            }
            text.append(contentsOf: (Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        default: text.append(byte)
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = bytes[position..<min(bytes.count, position + 4)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        position += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isInWord: Bool {
        isASCIILetter || isASCIIDigit || self == 0x2B || self == 0x2D || self == 0x2E
    }
}
