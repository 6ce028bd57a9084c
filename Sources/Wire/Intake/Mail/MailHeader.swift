/// The head of a mail or of one of its parts: fields with names, unfolded (RFC 5322, section 2.2).
struct MailHeader {
    /// Names in lower case, values as they came, in their order.
    private(set) var fields: [(name: String, value: [UInt8])] = []

    /// The most of a value that is kept, in bytes.
    private static let longestValue = 1 << 16
    /// The most fields that are kept.
    private static let mostFields = 1_000

    /// Reads fields from the start of `bytes` up to the first empty line, and says where what follows begins.
    static func read(_ bytes: ArraySlice<UInt8>) -> (header: MailHeader, end: Int) {
        var header = MailHeader()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let next = min(bytes.endIndex, lineEnd + 1)
            var line = bytes[index..<lineEnd]
            if line.last == 0x0D { line.removeLast() }
            if line.isEmpty { return (header, next) }
            if line.first == 0x20 || line.first == 0x09 {
                header.goOn(line)
            } else if let colon = line.prefix(100).firstIndex(of: UInt8(ascii: ":")) {
                header.begin(line[..<colon], line[(colon + 1)...])
            }
            index = next
        }
        return (header, index)
    }

    private mutating func begin(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        guard fields.count < Self.mostFields else { return }
        let bare = name.filter { $0 != 0x20 && $0 != 0x09 }
        let text = value.drop { $0 == 0x20 || $0 == 0x09 }
        fields.append((String(decoding: bare, as: UTF8.self).lowercased(), Array(text.prefix(Self.longestValue))))
    }

    private mutating func goOn(_ line: ArraySlice<UInt8>) {
        guard let last = fields.indices.last else { return }
        let room = Self.longestValue - fields[last].value.count
        fields[last].value.append(contentsOf: line.prefix(max(0, room)))
    }

    private func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// A field's text, with encoded words read and white space evened; `nil` where it is absent or empty.
    func text(_ name: String) -> String? {
        guard let bytes = bytes(name) else { return nil }
        let words = EncodedWords.decode(bytes).split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// A field of the form `value; name=value; name="value"`, such as Content-Type; the value in lower case.
    func structured(_ name: String) -> (value: String, parameters: [String: String])? {
        guard let bytes = bytes(name) else { return nil }
        var pieces = Self.split(String(decoding: bytes, as: UTF8.self))
        guard !pieces.isEmpty else { return nil }
        let value = pieces.removeFirst().lowercased()
        var parameters: [String: String] = [:]
        for piece in pieces {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = Self.trimmed(piece[..<equals]).lowercased()
            if parameters[name] == nil {
                parameters[name] = Self.unquoted(Self.trimmed(piece[piece.index(after: equals)...]))
            }
        }
        return (value, parameters)
    }

    /// The pieces between semicolons that stand in no quotes.
    private static func split(_ text: String) -> [String] {
        var pieces = [""]
        var (isQuoted, isEscaped) = (false, false)
        for scalar in text.unicodeScalars {
            if scalar == ";", !isQuoted {
                pieces.append("")
                continue
            }
            if scalar == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && scalar == "\\" && !isEscaped
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces.map { trimmed($0[...]) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(String(text.drop(while: isSpace)).reversed().drop(while: isSpace).reversed())
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}
