/// Covers what the parser must not see, letter for letter so that places stay true, and uncovers it in the texts that
/// the parser returns.
///
/// Aliases and keys that are more than a word, since the parser builds what they stand for before anybody is asked:
/// covered, they are ordinary letters, and can be refused by name. And the byte order mark U+FEFF, raw or as an escape,
/// which vanishes from the beginning of texts otherwise.
struct Disguise {
    /// What is refused where a plain text begins with it; harmless everywhere else.
    private enum Mark: Unicode.Scalar, CaseIterable {
        case anchor = "&"
        case alias = "*"
        case complexKey = "?"

        var refusal: String {
            switch self {
            case .anchor: "a text begins with “&”, which names an anchor; expected the text in quotation marks"
            case .alias: "a text begins with “*”, which is an alias; expected the text in quotation marks"
            case .complexKey: "“?” begins a key that is more than a word; expected “word: value”"
            }
        }
    }

    private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
    private static let escape = Array("uFEFF".unicodeScalars)

    private let covers: [Unicode.Scalar: Unicode.Scalar]
    private let covered: [Unicode.Scalar: Unicode.Scalar]
    /// What stands for ``escape``.
    private let escapeCover: [Unicode.Scalar]

    /// Covers that do not occur in the text, neither raw nor as escapes.
    init(for text: String) throws(Complaint) {
        let taken = Self.privateScalars(in: text)
        let free = (0xE000...0xF8FF).lazy.filter { !taken.contains($0) }.compactMap(Unicode.Scalar.init)
        let hidden = Mark.allCases.map(\.rawValue) + [Self.byteOrderMark]
        let chosen = Array(free.prefix(hidden.count))
        guard chosen.count == hidden.count, let last = chosen.last else {
            throw Complaint(
                place: Place(line: 1, column: 1),
                message: "the file uses every character for private use; expected some to be left out")
        }
        covers = Dictionary(zip(hidden, chosen), uniquingKeysWith: { first, _ in first })
        covered = Dictionary(zip(chosen, hidden), uniquingKeysWith: { first, _ in first })
        escapeCover = Array(last.escaped.unicodeScalars.dropFirst())
    }

    /// The numbers of the characters for private use that occur in a text, perhaps as the digits of an escape.
    private static func privateScalars(in text: String) -> Set<UInt32> {
        var found: Set<UInt32> = []
        var window: UInt32 = 0
        var digits = 0
        for scalar in text.unicodeScalars {
            if (0xE000...0xF8FF).contains(scalar.value) { found.insert(scalar.value) }
            let digit: UInt32
            switch scalar.value {
            case 0x30...0x39: digit = scalar.value - 0x30
            case 0x41...0x46: digit = scalar.value - 0x41 + 10
            case 0x61...0x66: digit = scalar.value - 0x61 + 10
            default:
                digits = 0
                continue
            }
            window = (window << 4 | digit) & 0xFFFF
            digits += 1
            if digits >= 4, window >= 0xE000 { found.insert(window) }
        }
        return found
    }

    func covering(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        var backslashes = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if backslashes % 2 == 1, scalar == Self.escape.first, scalars[position...].starts(with: Self.escape) {
                result.append(contentsOf: escapeCover)
                position += Self.escape.count
            } else {
                // Letters need no look-up: what is covered comes before them, but for the byte order mark.
                result.append(scalar < "A" || scalar == Self.byteOrderMark ? covers[scalar] ?? scalar : scalar)
                position += 1
            }
            backslashes = scalar == "\\" ? backslashes + 1 : 0
        }
        return String(result)
    }

    /// A text as it would have been without the covers.
    ///
    /// - Parameter isEscaped: whether it stands in double quotation marks, so that escapes in it have been read.
    func uncovering(_ text: String, isEscaped: Bool) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if !isEscaped, scalar == escapeCover.first, scalars[position...].starts(with: escapeCover) {
                result.append(contentsOf: Self.escape)
                position += escapeCover.count
            } else {
                result.append(scalar.value < 0xE000 ? scalar : covered[scalar] ?? scalar)
                position += 1
            }
        }
        return String(result)
    }

    /// Why a plain text is refused; `nil` for one that is not.
    func refusal(of plain: String) -> String? {
        let head = Array(plain.unicodeScalars.prefix(2))
        guard let first = head.first, let mark = covered[first].flatMap(Mark.init) else { return nil }
        // “?word” is an ordinary text.
        return mark == .complexKey && head.count > 1 && head[1] != " " ? nil : mark.refusal
    }

    /// A word on the marks that are refused, where a line that is no YAML, or the one above it, seems to use one; else
    /// nothing.
    static func hint(forLine line: Int, of text: String) -> String {
        let lines = text.unicodeScalars.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
        for number in [line - 1, line - 2] where lines.indices.contains(number) {
            let content = [" "] + lines[number]
            for (before, scalar) in zip(content, content.dropFirst())
            where " [{,".unicodeScalars.contains(before) && Mark(rawValue: scalar) != nil {
                return " (anchors with “&”, aliases with “*” and keys with “?” are not read)"
            }
        }
        return ""
    }
}
