import CXML

/// Reads references (`&amp;`, `&#8217;`, `&nbsp;`), and tells what is none.
///
/// Entities that a document type declares are plain text here, without anything to be expanded in them, and of all of
/// them together only so much is written that a few bytes cannot become many.
struct EntityReader {
    private var declared: [String: [UInt8]] = [:]
    private var budget = 1 << 20
    private static let longestReference = 40
    private static let longestValue = 1_024
    private static let mostDeclared = 256

    /// What stands at an `&`.
    mutating func read(_ text: Piece, at position: Int) -> Reference {
        let limit = min(text.count, position + Self.longestReference)
        var end = position + 1
        while end < limit, text.all[end].isInReference { end += 1 }
        if end == text.count, end < position + Self.longestReference, !text.isLast { return .unfinished }
        let isEnded = text[end] == UInt8(ascii: ";")
        let name = text.bytes(position + 1..<end)
        guard let first = name.first else { return .literal("“&” that begins no reference; taken as text") }
        if first == UInt8(ascii: "#"), name.count > 1, let code = Self.code(name) {
            let scalar = Self.allowed(code)
            let problem =
                scalar == nil
                ? "a numbered character that XML forbids; left out"
                : isEnded ? nil : "a numbered character without its “;”; taken as one"
            return .character(scalar, end: isEnded ? end + 1 : end, problem: problem)
        }
        guard isEnded else { return .literal("“&” that begins no reference; taken as text") }
        if let scalar = Self.ofXML(name) { return .character(scalar, end: end + 1, problem: nil) }
        let word = String(decoding: name, as: UTF8.self)
        if let value = declared[word], value.count <= budget {
            budget -= value.count
            return .value(value, end: end + 1)
        }
        if let scalar = HTMLEntities.scalar(word) { return .character(scalar, end: end + 1, problem: nil) }
        return .literal("a reference to an entity that nobody knows; taken as text")
    }

    /// The character that a reference names, by number or as XML and HTML have it; without its `&` and `;`.
    static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#"), name.count > 1 else {
            return HTMLEntities.scalar(String(decoding: name, as: UTF8.self))
        }
        return code(name).flatMap(allowed)
    }

    /// The character of that number; numbers below 160 are those of windows-1252, as in HTML.
    private static func allowed(_ code: UInt32) -> Unicode.Scalar? {
        switch code {
        case 0x20..<0xA0: Windows1252.scalar(UInt8(code))
        case 0x09, 0x0A, 0xA0..<0xFFFE, 0x10000..<0x110000: Unicode.Scalar(code)
        default: nil
        }
    }

    private static func code(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let isHexadecimal = name[1] | 0x20 == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard !digits.isEmpty, digits.count < 32 else { return nil }
        var code: UInt32 = 0
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue, isHexadecimal || value < 10 else {
                return nil
            }
            // Beyond all characters is as good as far beyond.
            code = min(code * (isHexadecimal ? 16 : 10) + UInt32(value), 0x11_0000)
        }
        return code
    }

    private static func ofXML(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        switch name.count {
        case 2 where name[1] == UInt8(ascii: "t"):
            name[0] == UInt8(ascii: "l") ? "<" : name[0] == UInt8(ascii: "g") ? ">" : nil
        case 3: name.elementsEqual("amp".utf8) ? "&" : nil
        case 4: name.elementsEqual("quot".utf8) ? "\"" : name.elementsEqual("apos".utf8) ? "'" : nil
        default: nil
        }
    }

    /// Takes over what a document type declares: names for plain text, up to a length.
    mutating func declare(in text: Piece, _ range: Range<Int>) {
        let place = "<!ENTITY" as StaticString
        var next = text.find(place, in: range)
        while let found = next, declared.count < Self.mostDeclared {
            let nameStart = text.skipSpace(found + place.utf8CodeUnitCount)
            let nameEnd = text.nameEnd(nameStart)
            let open = text.skipSpace(nameEnd)
            next = text.find(place, in: max(found + 1, min(nameEnd, range.upperBound))..<range.upperBound)
            guard nameEnd > nameStart, let quote = text[open], quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            else { continue }
            let close = text.find(quote, from: open + 1)
            guard close < range.upperBound, close - open <= Self.longestValue else { continue }
            let value = Piece(text.bytes(open + 1..<close), isLast: true)
            declared[String(decoding: text.bytes(nameStart..<nameEnd), as: UTF8.self)] = Self.plain(value)
        }
    }

    /// A declared value as text: its own references count if they are of XML or HTML, and are text if they are not.
    private static func plain(_ value: Piece) -> [UInt8] {
        var text: [UInt8] = []
        var fixed = EntityReader()
        var position = 0
        while position < value.count {
            if value.all[position] == UInt8(ascii: "&"),
                case .character(let scalar, let end, _) = fixed.read(value, at: position)
            {
                if let scalar { text.append(contentsOf: scalar.utf8) }
                position = end
            } else {
                text.append(value.all[position])
                position += 1
            }
        }
        return text
    }
}

/// What an `&` begins.
enum Reference {
    /// Cannot be said before more text has come.
    case unfinished
    /// Nothing, and why: it is a character of the text.
    case literal(String)
    /// A character, or none where it is one that XML forbids; and what is wrong with it, if something is.
    case character(Unicode.Scalar?, end: Int, problem: String?)
    /// What a document type declared.
    case value([UInt8], end: Int)
}

extension UInt8 {
    fileprivate var isInReference: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "#") }
}

/// The named characters of HTML 4, as libxml2 has them.
enum HTMLEntities {
    private static let scalars: [String: Unicode.Scalar] = {
        var scalars: [String: Unicode.Scalar] = ["apos": "'"]
        // The last of them is the suit of diamonds, U+2666.
        for code in UInt32(0)...0x2666 {
            guard let entity = htmlEntityValueLookup(code), let scalar = Unicode.Scalar(code) else { continue }
            scalars[String(cString: entity.pointee.name)] = scalar
        }
        return scalars
    }()

    /// The character of that name, such as `nbsp`.
    static func scalar(_ name: String) -> Unicode.Scalar? { scalars[name] }
}
