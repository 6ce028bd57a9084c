/// Lets through UTF-8 of the characters that XML 1.0 allows, repairs the rest, and makes every line end a line feed.
struct TextCleaner {
    /// The line that has been reached, from 1.
    private(set) var line = 1

    /// Appends the text, cleaned.
    ///
    /// - Returns: How many bytes were used: all, or all but the beginning of a character when more is to come.
    mutating func clean(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8], warnings: inout WarningList
    ) -> Int {
        var position = 0
        var runStart = 0
        var foreign = Oddity(line: line)
        var forbidden = Oddity(line: line)
        defer {
            foreign.note("bytes that are no UTF-8; read as windows-1252", in: &warnings)
            forbidden.note("a control character that XML forbids; left out", in: &warnings)
        }
        func flush(_ text: inout [UInt8]) {
            if runStart < position {
                text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<position]))
            }
        }
        while true {
            position = Self.skipPlain(bytes, from: position)
            guard position < bytes.count else { break }
            let byte = bytes[position]
            switch byte {
            case 0x20..<0x80, 0x09: position += 1
            case 0x0A:
                line += 1
                position += 1
            case 0x0D:
                if position + 1 == bytes.count, !isLast {
                    flush(&text)
                    return position
                }
                flush(&text)
                position += 1
                if position == bytes.count || bytes[position] != 0x0A {
                    text.append(0x0A)
                    line += 1
                }
                runStart = position
            case 0..<0x20:
                forbidden.meet(at: line)
                flush(&text)
                position += 1
                runStart = position
            case 0xC3..<0xE0 where position + 1 < bytes.count && bytes[position + 1] & 0xC0 == 0x80: position += 2
            default:
                let sequence = UTF8Sequence(bytes, at: position)
                switch sequence {
                case .good(let length): position += length
                case .cut where !isLast:
                    flush(&text)
                    return position
                case .wrong(let length, let scalar):
                    flush(&text)
                    text.append(contentsOf: scalar.utf8)
                    position += length
                    runStart = position
                case .foreign, .cut:
                    foreign.meet(at: line)
                    flush(&text)
                    text.append(contentsOf: Windows1252.scalar(byte).utf8)
                    position += 1
                    runStart = position
                }
            }
        }
        flush(&text)
        return position
    }

    /// The next place that may hold something else than printable ASCII; eight bytes at a time.
    private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        while position + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
            let special = (word | ((word &- 0x2020_2020_2020_2020) & ~word)) & 0x8080_8080_8080_8080
            if special != 0 { return position + special.trailingZeroBitCount / 8 }
            position += 8
        }
        return position
    }

    /// Whether there are ASCII bytes only.
    static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// Whether it is good UTF-8, but for a last character that is not whole.
    static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            switch UTF8Sequence(bytes, at: position) {
            case .good(let length), .wrong(let length, _): position += length
            case .cut: return true
            case .foreign: return false
            }
        }
        return true
    }
}

/// Something wrong that may be met once in a block or at every byte of it.
private struct Oddity {
    /// Where it was met first.
    var line: Int
    private var count = 0

    init(line: Int) {
        self.line = line
    }

    mutating func meet(at line: Int) {
        if count == 0 { self.line = line }
        count += 1
    }

    func note(_ text: String, in warnings: inout WarningList) {
        if count > 0 { warnings.note(text, line: line, count: count) }
    }
}

/// What stands where a character beyond ASCII begins.
enum UTF8Sequence {
    /// A character of so many bytes.
    case good(Int)
    /// A well-formed character that is not meant or not allowed, and what is to stand for it.
    case wrong(Int, Unicode.Scalar)
    /// The beginning of a character, at the end of the bytes.
    case cut
    /// No UTF-8.
    case foreign

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        let lead = bytes[position]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0 else {
            self = .foreign
            return
        }
        let present = min(length, bytes.count - position)
        for offset in 1..<max(1, present) where bytes[position + offset] & 0xC0 != 0x80 {
            self = .foreign
            return
        }
        guard present == length else {
            self = .cut
            return
        }
        let second = bytes[position + 1]
        switch lead {
        case 0xC2 where second < 0xA0: self = .wrong(2, Windows1252.scalar(second))
        case 0xE0 where second < 0xA0, 0xF0 where second < 0x90, 0xF4 where second > 0x8F: self = .foreign
        // Halves of surrogate pairs.
        case 0xED where second > 0x9F: self = .wrong(3, "\u{FFFD}")
        case 0xEF where second == 0xBF && bytes[position + 2] > 0xBD: self = .wrong(3, "\u{FFFD}")
        default: self = .good(length)
        }
    }
}
