/// How a text is written so that it reads back exactly, and pleasantly where that can be: plain where it is safe, as
/// a block where it is long or has several lines, else in double quotation marks.
enum ScalarForm {
    case inLine(String)
    /// A mark behind the key, and the lines below it.
    case below(mark: String, lines: [String])

    /// Texts longer than this become blocks, and the lines of blocks are filled up to it.
    private static let width = 100

    init(_ text: String) {
        let isLong = text.unicodeScalars.count > Self.width
        if !isLong, Self.isPlain(text, inRow: false) {
            self = .inLine(text)
        } else if let block = Self.block(text, isLong: isLong) {
            self = block
        } else {
            self = .inLine(Self.quoted(text))
        }
    }

    /// A text as it stands between the brackets of a list.
    static func inRow(_ text: String) -> String { isPlain(text, inRow: true) ? text : quoted(text) }

    private static func quoted(_ text: String) -> String {
        let body = text.unicodeScalars.map { scalar in
            scalar.isPlainToSee && scalar != "\"" && scalar != "\\" ? String(scalar) : scalar.escaped
        }
        return "\"" + body.joined() + "\""
    }

    // MARK: Plain

    /// Whether a text may stand without quotation marks, here and for readers who tell numbers and dates from texts.
    private static func isPlain(_ text: String, inRow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic, last != " ",
            last != ":",
            scalars.allSatisfy(\.isPlainToSee), !wordsOfOtherKinds.contains(text.lowercased())
        else { return false }
        for (scalar, next) in zip(scalars, scalars.dropFirst()) {
            if scalar == ":" && next == " " || scalar == " " && next == "#" { return false }
        }
        return !inRow || !scalars.contains { ",[]{}:".unicodeScalars.contains($0) }
    }

    /// What YAML 1.1 and 1.2 read as something other than a text.
    private static let wordsOfOtherKinds: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    // MARK: Blocks

    /// The text as lines below its key; `nil` where that would not read back, or hide what is in it.
    private static func block(_ text: String, isLong: Bool) -> ScalarForm? {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let endsLine = lines.count > 1 && lines.last?.isEmpty == true
        if endsLine { lines.removeLast() }
        guard isLong || lines.count > 1 || endsLine, let first = lines.first, let last = lines.last,
            !first.isEmpty, first.first != " ", !last.isEmpty,
            lines.allSatisfy({ $0.last != " " && $0.allSatisfy(\.isPlainToSee) })
        else { return nil }
        let ending = endsLine ? "" : "-"
        guard lines.contains(where: { $0.count > width }) else {
            return .below(mark: "|" + ending, lines: lines.map { String($0) })
        }
        // A line that begins with a space is not filled, so there must be none.
        guard lines.allSatisfy({ $0.first != " " }) else { return nil }
        // Of n line breaks in a row, filling takes one away; those within a line that is filled vanish.
        let filled = lines.enumerated().flatMap { position, line in
            (position > 0 ? [""] : []) + (line.isEmpty ? [] : fill(line))
        }
        return .below(mark: ">" + ending, lines: filled)
    }

    /// Breaks a line at single spaces, where putting it together again restores it.
    private static func fill(_ line: Substring.UnicodeScalarView) -> [String] {
        let scalars = Array(line)
        var lines: [String] = []
        var start = 0
        var lastBreak: Int?
        for position in scalars.indices where scalars[position] == " " {
            guard scalars[position - 1] != " ", scalars[position + 1] != " " else { continue }
            if position - start > width, let place = lastBreak {
                lines.append(String(String.UnicodeScalarView(scalars[start..<place])))
                start = place + 1
            }
            lastBreak = position
        }
        if scalars.count - start > width, let place = lastBreak, place > start {
            lines.append(String(String.UnicodeScalarView(scalars[start..<place])))
            start = place + 1
        }
        lines.append(String(String.UnicodeScalarView(scalars[start...])))
        return lines
    }
}
