/// What a pattern is made of.
indirect enum PatternNode {
    case empty
    case set(ScalarSet)
    case edge(Pattern.Edge)
    case sequence([PatternNode])
    case choice([PatternNode])
    case `repeat`(PatternNode, least: Int, most: Int?)
}

/// Reads a pattern by recursive descent.
struct PatternParser {
    private let characters: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    private static let depthLimit = 20
    private static let repeatLimit = 100

    init(_ source: String) {
        characters = Array(source.unicodeScalars)
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        guard characters.count <= Pattern.lengthLimit else {
            throw PatternError(
                offset: Pattern.lengthLimit, problem: "is longer than \(Pattern.lengthLimit) characters")
        }
        guard !characters.isEmpty else { throw PatternError(offset: 0, problem: "is empty") }
        let node = try choice()
        guard index == characters.count else { throw failure("has a “)” too many") }
        return node
    }

    private var next: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

    private func failure(_ problem: String, at offset: Int? = nil) -> PatternError {
        PatternError(offset: offset ?? index, problem: problem)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw failure("nests deeper than \(Self.depthLimit) groups") }
        var choices = [try sequence()]
        while take("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" { parts.append(try repeated()) }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func repeated() throws(PatternError) -> PatternNode {
        let start = index
        var node = try atom()
        var isRepeated = false
        while let scalar = next, "*+?{".unicodeScalars.contains(scalar) {
            guard !isRepeated else { throw failure("repeats a repetition; put it into ( )") }
            if case .edge = node { throw failure("repeats what has no length", at: start) }
            isRepeated = true
            index += 1
            switch scalar {
            case "*": node = .repeat(node, least: 0, most: nil)
            case "+": node = .repeat(node, least: 1, most: nil)
            case "?": node = .repeat(node, least: 0, most: 1)
            default:
                let (least, most) = try counts()
                node = .repeat(node, least: least, most: most)
            }
        }
        return node
    }

    /// What stands between `{` and `}`.
    private mutating func counts() throws(PatternError) -> (least: Int, most: Int?) {
        let start = index
        guard let least = number() else { throw failure("needs a number behind “{”, such as {2} or {2,5}") }
        var most: Int? = least
        if take(",") { most = next == "}" ? nil : number() ?? -1 }
        guard take("}"), most.map({ $0 >= least }) ?? true, max(least, most ?? 0) <= Self.repeatLimit else {
            throw failure("needs {2}, {2,} or {2,5}, up to \(Self.repeatLimit)", at: start)
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = index
        while let scalar = next, ("0"..."9").contains(scalar), index - start < 4 { index += 1 }
        return Int(String(String.UnicodeScalarView(characters[start..<index])))
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let scalar = next else { return .empty }
        index += 1
        switch scalar {
        case ".": return .set(.any)
        case "^": return .edge(.lineStart)
        case "$": return .edge(.lineEnd)
        case "[": return .set(try bracket())
        case "(":
            let start = index - 1
            if take("?"), !take(":") { throw failure("knows no group that begins with (?") }
            let node = try choice()
            guard take(")") else { throw failure("lacks the “)” of this group", at: start) }
            return node
        case "*", "+", "?", "{": throw failure("repeats nothing", at: index - 1)
        case "\\": return try escape()
        default: return Self.literal(scalar)
        }
    }

    /// A scalar in the form that texts are folded into, which may be several.
    private static func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        let folded = SearchWords.folded(String(scalar)).unicodeScalars.map {
            PatternNode.set(ScalarSet(ranges: [$0...$0]))
        }
        return folded.count == 1 ? folded[0] : .sequence(folded)
    }

    private mutating func escape() throws(PatternError) -> PatternNode {
        guard let scalar = next else { throw failure("ends in a “\\”") }
        index += 1
        switch scalar {
        case "b": return .edge(.wordEdge)
        case "B": return .edge(.noWordEdge)
        case "n": return .set(ScalarSet(ranges: ["\n"..."\n"]))
        case "t": return .set(ScalarSet(ranges: ["\t"..."\t"]))
        default:
            if let set = Self.classes[scalar] { return .set(set) }
            if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) {
                throw failure("knows no “\\\(scalar)”", at: index - 2)
            }
            return Self.literal(scalar)
        }
    }

    private static let classes: [Unicode.Scalar: ScalarSet] = [
        "d": ScalarSet(classes: [.digit]), "w": ScalarSet(classes: [.word]), "s": ScalarSet(classes: [.space]),
        "D": ScalarSet(opposites: [.digit]), "W": ScalarSet(opposites: [.word]), "S": ScalarSet(opposites: [.space]),
    ]

    private mutating func bracket() throws(PatternError) -> ScalarSet {
        let start = index - 1
        var set = ScalarSet()
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            index += 1
            if scalar == "\\", let kind = next.flatMap({ Self.classes[$0] }) {
                index += 1
                set.classes += kind.classes
                set.opposites += kind.opposites
                continue
            }
            let low = try member(scalar)
            guard next == "-", index + 1 < characters.count, characters[index + 1] != "]" else {
                set.insert(low...low)
                continue
            }
            index += 2
            let high = try member(characters[index - 1])
            guard low <= high else { throw failure("has a range from “\(low)” down to “\(high)”", at: index - 1) }
            set.insert(low...high)
        }
        guard take("]") else { throw failure("lacks the “]” of this set", at: start) }
        return set
    }

    /// A scalar in brackets, which may be escaped.
    private mutating func member(_ scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
        guard scalar == "\\" else { return scalar }
        guard let escaped = next else { throw failure("ends in a “\\”") }
        index += 1
        switch escaped {
        case "n": return "\n"
        case "t": return "\t"
        default: return escaped
        }
    }
}

extension ScalarSet {
    /// Puts a range in, as it is and as it is folded.
    fileprivate mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
        ranges.append(range)
        let (low, high) = (Self.folded(range.lowerBound), Self.folded(range.upperBound))
        if low != range.lowerBound || high != range.upperBound, low <= high { ranges.append(low...high) }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let folded = SearchWords.folded(String(scalar)).unicodeScalars
        return folded.count == 1 ? folded[folded.startIndex] : scalar
    }
}
