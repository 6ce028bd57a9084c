/// Where things stand in a TOML text.
///
/// The TOML parser says what a text means, but not where it says so. This reads the same text for positions only: on
/// which line each key and each element of an array is written. Up to the first fault of a text both see the same; after
/// it this makes what it can.
package struct TOMLText: Sendable {
    /// The keys from the root to a value, as in `["keys", "quotes", "pane wire"]`.
    package typealias Path = [String]

    /// A key that was written, in the order of the text.
    package struct Entry: Hashable, Sendable {
        package let path: Path
        /// From 1.
        package let line: Int
        /// The lines on which the elements begin, if the value is an array.
        package var elements: [Int] = []
    }

    /// The keys, in the order of the text.
    package private(set) var entries: [Entry] = []

    private var scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1

    /// Reads a text. Cost: linear in its length.
    package init(_ text: String) {
        scalars = text.unicodeScalars.map { $0 == "\0" ? "\u{1}" : $0 }
        skip(while: "\u{FEFF}")
        var table: Path = []
        while let next = scalars[at: position] {
            switch next {
            case " ", "\t", "\r", "\n", "]":
                advance()
            case "#":
                skipLine()
            case "[":
                table = readHeader()
            default:
                readPair(in: table)
            }
        }
    }

    /// The text for the parser: faults at which it would stop the whole program are made faults that it reports.
    ///
    /// The parser (toml++) asserts that what follows `[` can begin a name and that what stands in an array can begin a
    /// value, and takes the text to end at a NUL.
    package var parseable: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The line a key is written on, where it is written itself.
    package func ownLine(of path: Path) -> Int? { entries.first { $0.path == path }?.line }

    /// The line a key is written on; that of the table it would be in when it is not written itself.
    package func line(of path: Path) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = ownLine(of: path) { return line }
            path.removeLast()
        }
        return 1
    }

    /// The line an array's element begins on.
    package func line(of path: Path, element: Int) -> Int {
        let entry = entries.first { $0.path == path }
        return entry?.elements[at: element] ?? line(of: path)
    }

    // MARK: Reading

    private mutating func readHeader() -> Path {
        let start = line
        advance()
        skip(while: " \t")
        if scalars[at: position] == "[" { advance() }
        skip(while: " \t")
        guard let next = scalars[at: position], next == "]" || Self.beginsKey(next) else {
            scalars.insert("]", at: position)
            return []
        }
        let path = readKey()
        entries.append(Entry(path: path, line: start))
        return path
    }

    private mutating func readPair(in table: Path) {
        let start = line
        let before = position
        let path = table + readKey()
        skip(while: " \t")
        guard scalars[at: position] == "=", path != table else {
            if position == before { advance() }
            return skipLine()
        }
        advance()
        skip(while: " \t")
        let index = entries.count
        entries.append(Entry(path: path, line: start))
        readValue(at: path, entry: index)
    }

    /// A dotted key, its parts bare or quoted.
    private mutating func readKey() -> Path {
        var path: Path = []
        while let next = scalars[at: position] {
            switch next {
            case " ", "\t", ".":
                advance()
            case "\"", "'":
                path.append(readString())
            case _ where Self.beginsKey(next):
                var part = String.UnicodeScalarView()
                while let scalar = scalars[at: position], Self.beginsKey(scalar), scalar != "\"", scalar != "'" {
                    part.append(scalar)
                    advance()
                }
                path.append(String(part))
            default:
                return path
            }
        }
        return path
    }

    /// Whether a key, or a part of one, can begin so.
    private static func beginsKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'": true
        default: false
        }
    }

    private mutating func readValue(at path: Path, entry: Int) {
        switch scalars[at: position] {
        case "[":
            advance()
            readElements(of: entry)
        case "{" where path.count < Self.deepest:
            advance()
            while let next = scalars[at: position], next != "}", next != "\n" {
                if next == "," || next == " " || next == "\t" { advance() } else { readPair(in: path) }
            }
            advance()
        default:
            readSimpleValue()
        }
    }

    /// More tables inside tables than anybody writes.
    private static let deepest = 32

    private mutating func readSimpleValue() {
        switch scalars[at: position] {
        case "\"", "'":
            _ = readString()
        case let next? where next == "}" || next.value < 0x20 || next.value > 0x7E:
            if next != "\n", next != "\r" { scalars[position] = "!" }
        default:
            while let next = scalars[at: position], !" \t=,]}#\r\n\"'".unicodeScalars.contains(next) { advance() }
        }
    }

    /// The elements of an array; those of arrays and tables inside it are passed over.
    private mutating func readElements(of entry: Int) {
        var brackets: [Unicode.Scalar] = ["]"]
        while let next = scalars[at: position], let bracket = brackets.last {
            switch next {
            case bracket:
                brackets.removeLast()
                advance()
            case " ", "\t", "\r", "\n", ",", "=":
                advance()
            case "#":
                skipLine()
            default:
                if brackets.count == 1 { entries[entry].elements.append(line) }
                if next == "[" || next == "{" {
                    brackets.append(next == "[" ? "]" : "}")
                    advance()
                } else {
                    let before = position
                    readSimpleValue()
                    if position == before { advance() }
                }
            }
        }
    }

    /// A string of any of the four kinds, and what it says.
    private mutating func readString() -> String {
        guard let mark = scalars[at: position] else { return "" }
        let isLong = scalars[at: position + 1] == mark && scalars[at: position + 2] == mark
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        var text = String.UnicodeScalarView()
        while let next = scalars[at: position] {
            if next == "\\", mark == "\"" {
                advance()
                if let escaped = scalars[at: position] { text.append(Self.escapes[escaped] ?? escaped) }
                advance()
            } else if next == mark, !isLong {
                advance()
                break
            } else if next == mark, scalars[at: position + 1] == mark, scalars[at: position + 2] == mark {
                for _ in 0..<3 { advance() }
                // Up to two marks more may belong to the text: `"""so "this""""`.
                while scalars[at: position] == mark { advance() }
                break
            } else if next == "\n", !isLong {
                break
            } else {
                text.append(next)
                advance()
            }
        }
        return String(text)
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = ["t": "\t", "n": "\n", "r": "\r"]

    private mutating func advance() {
        if scalars[at: position] == "\n" { line += 1 }
        position += 1
    }

    private mutating func skip(while set: String) {
        while let next = scalars[at: position], set.unicodeScalars.contains(next) { advance() }
    }

    private mutating func skipLine() {
        while let next = scalars[at: position], next != "\n" { advance() }
    }
}

extension Array {
    /// The element there; `nil` outside.
    subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
