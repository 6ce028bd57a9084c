/// The body of a mail: its parts, and among them the one to read (RFC 2045, 2046).
struct MailBody {
    /// What was found to read.
    enum Reading {
        case text(String)
        case page([UInt8])
    }

    /// The texts in their order; what is offered both as text and as HTML is there as text.
    private(set) var readings: [Reading] = []
    private(set) var notes: [String] = []
    private var parts = 0

    private static let mostParts = 200
    private static let deepest = 12

    init(_ header: MailHeader, _ body: ArraySlice<UInt8>) {
        read(header, body, depth: 0)
    }

    private mutating func read(_ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int) {
        parts += 1
        guard parts <= Self.mostParts, depth <= Self.deepest else {
            if parts == Self.mostParts + 1 || depth > Self.deepest {
                notes.append("too many parts; the rest is left out")
            }
            return
        }
        let type = header.structured("content-type") ?? ("text/plain", [:])
        let disposition = header.structured("content-disposition")
        if disposition?.value == "attachment" || type.parameters["name"] != nil, !type.value.hasPrefix("multipart/") {
            let name = disposition?.parameters["filename"] ?? type.parameters["name"] ?? type.value
            notes.append("the attachment “\(EncodedWords.decode(Array(name.utf8)).prefix(80))” is not read")
            return
        }
        if type.value.hasPrefix("multipart/") {
            readParts(type.value, boundary: type.parameters["boundary"] ?? "", body, depth: depth)
        } else if type.value == "text/plain" || type.value == "text/html" || !type.value.contains("/") {
            readText(header, type, body)
        } else {
            notes.append("a part of type \(type.value.prefix(80)) is not read")
        }
    }

    private mutating func readParts(_ type: String, boundary: String, _ body: ArraySlice<UInt8>, depth: Int) {
        guard !boundary.isEmpty, boundary.utf8.count <= 200 else {
            notes.append("\(type.prefix(80)) without a boundary is not read")
            return
        }
        let pieces = Self.split(body, at: Array(boundary.utf8), limit: Self.mostParts)
        let before = readings.count
        for piece in pieces {
            let (header, start) = MailHeader.read(piece)
            read(header, piece[start...], depth: depth + 1)
        }
        guard type == "multipart/alternative" else { return }
        // The same thing several times over: the plain text of it, or else the last, which is said to be the best.
        let alternatives = readings[before...]
        let plain = alternatives.first { reading in
            if case .text(let text) = reading { text.contains { !$0.isWhitespace } } else { false }
        }
        if let chosen = plain ?? alternatives.last { readings.replaceSubrange(before..., with: [chosen]) }
    }

    private mutating func readText(
        _ header: MailHeader, _ type: (value: String, parameters: [String: String]), _ body: ArraySlice<UInt8>
    ) {
        let encoding = header.structured("content-transfer-encoding")?.value
        let decoded = TextDecoding.decode(
            TransferEncoding.decode(body, encoding), declared: type.parameters["charset"])
        if let note = decoded.note { notes.append(note) }
        guard type.value != "text/html" else {
            // As UTF-8 with a mark, which counts for more than what the page says of itself.
            readings.append(.page([0xEF, 0xBB, 0xBF] + Array(decoded.text.utf8)))
            return
        }
        // In mail CR LF ends a line because the standard says so, not because the text has it.
        let lines = decoded.text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }
        let isFlowed = type.parameters["format"]?.lowercased() == "flowed"
        let deletesSpace = type.parameters["delsp"]?.lowercased() == "yes"
        readings.append(
            .text(isFlowed ? Self.unflowed(lines, deletesSpace: deletesSpace) : lines.joined(separator: "\n")))
    }

    /// Puts together again the paragraphs that were broken into lines with a space at their end (RFC 3676).
    private static func unflowed(_ lines: [Substring], deletesSpace: Bool) -> String {
        var result = ""
        for (index, line) in lines.enumerated() {
            let text = line.first == " " ? line.dropFirst() : line
            let goesOn = text.last == " " && text != "-- " && index + 1 < lines.count
            result += goesOn && deletesSpace ? text.dropLast() : text
            if !goesOn, index + 1 < lines.count { result += "\n" }
        }
        return result
    }

    /// The pieces between lines that begin with two hyphens and the boundary; what is before and behind them is left out.
    private static func split(_ body: ArraySlice<UInt8>, at boundary: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
        let mark = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var index = body.startIndex
        while index < body.endIndex, pieces.count < limit {
            let lineEnd = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
            let line = body[index..<lineEnd]
            if line.starts(with: mark), isEnd(line.dropFirst(mark.count)) {
                if let start { pieces.append(withoutLastLineEnd(body[start..<max(start, index)])) }
                start = min(body.endIndex, lineEnd + 1)
                if line.dropFirst(mark.count).starts(with: "--".utf8) { return pieces }
            }
            index = min(body.endIndex, lineEnd + 1)
        }
        // A mail cut short has no last boundary; what there is of the part is kept.
        if let start, start < body.endIndex, pieces.count < limit { pieces.append(body[start...]) }
        return pieces
    }

    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        let bare = rest.starts(with: "--".utf8) ? rest.dropFirst(2) : rest
        return bare.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// The line end before a boundary belongs to the boundary.
    private static func withoutLastLineEnd(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var piece = piece
        if piece.last == 0x0A { piece.removeLast() }
        if piece.last == 0x0D { piece.removeLast() }
        return piece
    }
}
