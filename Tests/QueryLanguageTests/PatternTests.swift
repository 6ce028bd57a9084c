import QueryLanguage
import TestSupport
import Testing

/// Patterns fit what they describe, in time linear in the text.
@Suite struct PatternTests {
    @Test(arguments: [
        ("artill(ery|erie)", "Artillerie", true), ("^a", "ba", false), ("^a", "b\na", true), ("a$", "a\nb", true),
        ("a.c", "a\nc", false), ("[^a]b", "ab", false), ("[^a]b", "xb", true), ("\\bmen\\b", "1,500 men.", true),
        ("\\bmen\\b", "omens", false), ("\\d{1,3},\\d{3}", "about 1,500", true), ("a{2}", "a", false),
        ("a{2,}b", "aaab", true), ("(ab){1,2}$", "xabab", true), ("x*", "", true), ("[a-]", "-", true),
        ("[]a]", "]", true), ("\\.", "a", false), ("\\Bx", "ax", true), ("é", "E", true), ("[À-Å]", "a", true),
        ("남+", "남남", true), ("(?:a|b)c", "bc", true), ("a||b", "", true), ("\\s\\S\\W\\D", " a,b", true),
        ("ß", "ß", true),
    ])
    func patternsFit(source: String, text: String, fits: Bool) throws {
        #expect(try Pattern(source).matches(text) == fits)
    }

    @Test(arguments: [
        "", "(", ")", "a)", "[a", "[b-a]", "a**", "*a", "{2}", "a{", "a{3,2}", "a{1000}", "\\q", "\\", "(?=a)", "^*",
    ])
    func whatIsNoPatternIsRefused(source: String) {
        #expect(throws: PatternError.self) { try Pattern(source) }
    }

    @Test(arguments: ["(a*)*b", "(a|a)*b", "(a+)+$b", "(.*)(.*)(.*)(.*)x", "((a?){50}){1,2}b"])
    func hostilePatternsTakeNoLongerThanOthers(source: String) throws {
        // A backtracking matcher would not end.
        #expect(try !Pattern(source).matches(String(repeating: "a", count: 5_000)))
    }

    /// The machine fits exactly what a naive reading of the pattern does.
    @Test(arguments: 1...10)
    func fitsWhatBacktrackingFits(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let tree = Tree.random(3, &generator)
            let pattern = try Pattern(tree.source)
            for _ in 0..<10 {
                let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in generator.pick(["a", "b"]) }
                let isFound = (0...text.count).contains { !tree.ends(in: text, from: [$0]).isEmpty }
                #expect(pattern.matches(text.joined()) == isFound, "seed \(seed): /\(tree.source)/ in \(text.joined())")
            }
        }
    }

    private indirect enum Tree {
        case letter(String)
        case both(Tree, Tree)
        case either(Tree, Tree)
        case some(Tree)
        case perhaps(Tree)

        static func random(_ depth: Int, _ generator: inout SeededGenerator) -> Tree {
            guard depth > 0 else { return .letter(generator.pick(["a", "b"])) }
            switch generator.next() % 5 {
            case 0: return .letter(generator.pick(["a", "b"]))
            case 1: return .both(random(depth - 1, &generator), random(depth - 1, &generator))
            case 2: return .either(random(depth - 1, &generator), random(depth - 1, &generator))
            case 3: return .some(random(depth - 1, &generator))
            default: return .perhaps(random(depth - 1, &generator))
            }
        }

        var source: String {
            switch self {
            case .letter(let letter): letter
            case .both(let left, let right): left.source + right.source
            case .either(let left, let right): "(\(left.source)|\(right.source))"
            case .some(let tree): "(\(tree.source))+"
            case .perhaps(let tree): "(\(tree.source))?"
            }
        }

        func ends(in text: [String], from starts: Set<Int>) -> Set<Int> {
            switch self {
            case .letter(let letter): return Set(starts.filter { $0 < text.count && text[$0] == letter }.map { $0 + 1 })
            case .both(let left, let right): return right.ends(in: text, from: left.ends(in: text, from: starts))
            case .either(let left, let right):
                return left.ends(in: text, from: starts).union(right.ends(in: text, from: starts))
            case .perhaps(let tree): return starts.union(tree.ends(in: text, from: starts))
            case .some(let tree):
                var result: Set<Int> = []
                var reached = tree.ends(in: text, from: starts)
                while !reached.isSubset(of: result) {
                    result.formUnion(reached)
                    reached = tree.ends(in: text, from: reached)
                }
                return result
            }
        }
    }
}
