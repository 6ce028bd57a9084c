/// A regular expression: literals, `.`, `[a-z]`, `[^a-z]`, `\d \w \s \b` and their opposites, groups, `|`, `* + ? {2,5}`, and
/// `^` and `$` for the ends of a line.
///
/// Neither references back nor looking around, so that matching takes time linear in the text, whatever the pattern: a
/// hostile one costs no more than its length (Russ Cox, "Regular Expression Matching Can Be Simple And Fast"). Case and accents
/// make no difference, as with words.
package struct Pattern: Hashable, Sendable {
    /// What stands between the slashes.
    package let source: String
    let program: [Instruction]
    /// Of the ASCII characters, by number, those that a match can begin with.
    let beginnings: [Bool]

    /// How long a pattern may be, in characters.
    package static let lengthLimit = 200

    package init(_ source: String) throws(PatternError) {
        self.source = source
        var parser = PatternParser(source)
        program = try PatternCompiler.program(for: parser.parse())
        beginnings = Self.beginnings(of: program)
    }

    /// One step of the machine that a pattern is made into.
    enum Instruction: Hashable, Sendable {
        /// Takes a scalar of that set.
        case take(ScalarSet)
        /// Goes on in both places.
        case split(Int, Int)
        case jump(Int)
        /// Goes on only where that holds.
        case check(Edge)
        case succeed
    }

    /// A place between two scalars.
    enum Edge: Hashable, Sendable {
        case lineStart, lineEnd, wordEdge, noWordEdge
    }

    /// What a match can begin with, edges taken to hold; everything where it can be empty.
    private static func beginnings(of program: [Instruction]) -> [Bool] {
        var result = [Bool](repeating: false, count: 128)
        var waiting = [0]
        var seen: Set<Int> = []
        while let place = waiting.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch program[place] {
            case .take(let set):
                for (code, scalar) in (UInt8(0)..<128).map(Unicode.Scalar.init).enumerated() where set.contains(scalar)
                {
                    result[code] = true
                }
            case .split(let left, let right): waiting += [left, right]
            case .jump(let target): waiting.append(target)
            case .check: waiting.append(place + 1)
            case .succeed: return [Bool](repeating: true, count: 128)
            }
        }
        return result
    }
}

extension Pattern: CustomStringConvertible {
    /// The pattern between slashes, those in it escaped.
    package var description: String {
        var text = "/"
        var isEscaped = false
        for character in source {
            if character == "/", !isEscaped { text.append("\\") }
            isEscaped = character == "\\" && !isEscaped
            text.append(character)
        }
        return text + "/"
    }
}

/// Why a text is no pattern.
package struct PatternError: Error, Hashable, Sendable {
    /// Where, in characters from its beginning.
    package let offset: Int
    package let problem: String
}

/// Some scalars: single ones and ranges, or all but these.
struct ScalarSet: Hashable, Sendable {
    enum Class: Hashable, Sendable {
        case digit, word, space
    }

    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var classes: [Class] = []
    /// Classes whose opposites are in the set.
    var opposites: [Class] = []
    var isNegated = false

    /// Everything but the end of a line.
    static let any = ScalarSet(ranges: ["\n"..."\n"], isNegated: true)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isIn =
            ranges.contains { $0.contains(scalar) } || classes.contains { Self.isOf($0, scalar) }
            || opposites.contains { !Self.isOf($0, scalar) }
        return isIn != isNegated
    }

    static func isOf(_ kind: Class, _ scalar: Unicode.Scalar) -> Bool {
        switch kind {
        case .digit: ("0"..."9").contains(scalar)
        case .word: scalar == "_" || SearchWords.isPartOfWord(scalar)
        case .space: scalar.properties.isWhitespace
        }
    }
}
