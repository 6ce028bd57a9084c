/// Splits a text into words, numbers and marks, in one pass.
///
/// Clitics stand alone, as in treebanks: "Seoul" + "’s", "did" + "n’t". Abbreviations keep their full stops.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private var tokens: [Token] = []
    private var afterSpace = true

    private init(_ text: SourceText) { scalars = text.scalars }

    /// The tokens of a text, in order, none empty, none overlapping.
    static func tokens(of text: SourceText) -> [Token] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return tokenizer.tokens
    }

    private mutating func run() {
        tokens.reserveCapacity(scalars.count / 5)
        var place = 0
        while place < scalars.count {
            switch CharacterClass(scalars[place]) {
            case .space, .newline:
                afterSpace = true
                place += 1
            case .letter, .digit:
                place = takeWord(from: place)
            case .apostrophe:
                place = takeApostrophe(at: place)
            case .quote:
                place = take(quoteKind(scalars[place]), place, place + 1)
            case .hyphen, .stop:
                place = takeRun(from: place)
            case .mark:
                place = takeMark(from: place)
            }
        }
    }

    private func classAt(_ place: Int) -> CharacterClass? {
        place < scalars.count ? CharacterClass(scalars[place]) : nil
    }

    private mutating func take(_ kind: Token.Kind, _ start: Int, _ end: Int) -> Int {
        let word = Word(scalars[start..<end])
        let shape: Token.Shape = kind == .word ? Self.shape(of: scalars[start..<end]) : .none
        tokens.append(
            Token(
                start: start, end: end, word: word, kind: kind, shape: shape, spaceBefore: afterSpace, lemma: word))
        afterSpace = false
        return end
    }

    private static func shape(of letters: ArraySlice<Unicode.Scalar>) -> Token.Shape {
        var upper = 0
        var lower = 0
        var firstIsUpper = false
        for (offset, scalar) in letters.enumerated() {
            let isUpper: Bool
            if scalar.value < 128 {
                guard CharacterClass(scalar) == .letter else { continue }
                isUpper = scalar.value < 97
            } else {
                isUpper = scalar.properties.isUppercase
            }
            if isUpper {
                upper += 1
                if offset == 0 { firstIsUpper = true }
            } else {
                lower += 1
            }
        }
        if upper == 0 { return lower == 0 ? .none : .lower }
        if lower == 0 { return upper == 1 && letters.count == 1 ? .capitalised : .upper }
        return firstIsUpper && upper == 1 ? .capitalised : firstIsUpper ? .mixed : .lower
    }
}

// MARK: Words

extension Tokenizer {
    private mutating func takeWord(from start: Int) -> Int {
        if let end = endOfLink(from: start) { return take(.link, start, end) }
        var end = start
        var isNumber = true
        scan: while end < scalars.count {
            switch CharacterClass(scalars[end]) {
            case .letter:
                isNumber = false
                end += 1
            case .digit:
                end += 1
            case .hyphen:
                guard let next = classAt(end + 1), next == .letter || next == .digit else { break scan }
                isNumber = isNumber && next == .digit
                end += 1
            case .apostrophe:
                guard classAt(end + 1) == .letter else { break scan }
                if let clitic = cliticLength(at: end) {
                    return takeClitic(word: start, at: end, length: clitic)
                }
                end += 1
            case .stop:
                guard let next = classAt(end + 1) else { break scan }
                if isNumber ? next == .digit : staysInside(start: start, stop: end) {
                    end += 1
                } else {
                    break scan
                }
            case .mark:
                // 1,500 and 3:30, but not "1,a".
                let mark = scalars[end]
                guard isNumber, mark == "," || mark == ":", classAt(end + 1) == .digit else {
                    if mark == "&", end - start <= 2, classAt(end + 1) == .letter, end > start {
                        end += 1
                        continue scan
                    }
                    break scan
                }
                end += 1
            default:
                break scan
            }
        }
        end = withAbbreviationStop(start, end)
        if !isNumber, let split = negationSplit(start, end) {
            _ = take(.word, start, split)
            return take(.word, split, end)
        }
        return take(isNumber ? .number : .word, start, end)
    }

    /// The length of a clitic after its host: ’s ’re ’ve ’ll ’d ’m ’t.
    private func cliticLength(at apostrophe: Int) -> Int? {
        var letters = 0
        while letters < 3, classAt(apostrophe + 1 + letters) == .letter { letters += 1 }
        switch letters {
        case 1:
            switch scalars[apostrophe + 1] {
            case "s", "S", "d", "D", "m", "M", "t", "T": return 2
            default: return nil
            }
        case 2:
            let pair = Word(scalars[apostrophe + 1..<apostrophe + 3])
            return pair == "re" || pair == "ve" || pair == "ll" ? 3 : nil
        default: return nil
        }
    }

    private mutating func takeClitic(word start: Int, at apostrophe: Int, length: Int) -> Int {
        let end = apostrophe + length
        let last = scalars[apostrophe + 1]
        if length == 2, last == "t" || last == "T" {
            // n’t takes the n of its host.
            let before = apostrophe - 1
            if before > start, scalars[before] == "n" || scalars[before] == "N" {
                _ = take(.word, start, before)
                return take(.word, before, end)
            }
            return take(.word, start, end)
        }
        if apostrophe > start { _ = take(.word, start, apostrophe) }
        return take(.word, apostrophe, end)
    }

    private func negationSplit(_ start: Int, _ end: Int) -> Int? {
        end - start == 6 && Word(scalars[start..<end]) == "cannot" ? start + 3 : nil
    }

    /// Whether a full stop inside a word belongs to it: "U.S.", "p.m", "example.com", but not "end.Next".
    private func staysInside(start: Int, stop: Int) -> Bool {
        guard classAt(stop + 1) == .letter else { return false }
        // Single letters between stops.
        var place = stop
        var letters = 0
        while place > start, CharacterClass(scalars[place - 1]) != .stop {
            place -= 1
            letters += 1
            if letters > 2 { break }
        }
        if letters == 1 {
            let after = classAt(stop + 2)
            return after != .letter || letters == 1 && place > start
        }
        // A name on the network: lower case on both sides.
        return scalars[stop - 1].properties.isLowercase && scalars[stop + 1].properties.isLowercase
    }

    private func withAbbreviationStop(_ start: Int, _ end: Int) -> Int {
        guard classAt(end) == .stop, classAt(end + 1) != .stop else { return end }
        let letters = scalars[start..<end]
        if letters.count == 1, let only = letters.first {
            return only.properties.isUppercase && !(only == "I" && classAt(end + 1) == nil) ? end + 1 : end
        }
        // "then-Sen. Smith"
        if let hyphen = letters.lastIndex(of: "-"), hyphen + 1 < end { return withAbbreviationStop(hyphen + 1, end) }
        let hasInnerStop = letters.contains(".")
        if hasInnerStop && letters.count <= 9 && Self.isInitials(letters) { return end + 1 }
        return Abbreviations.keepStop.contains(Word(letters)) && letters.first?.properties.isLowercase != true
            || Abbreviations.lowerCase.contains(Word(letters)) ? end + 1 : end
    }

    private static func isInitials(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        var run = 0
        for scalar in letters {
            if scalar == "." {
                run = 0
            } else {
                run += 1
                if run > 2 { return false }
            }
        }
        return true
    }

    /// Where a web address, a handle or a hash tag ends; `nil` when there is none.
    private func endOfLink(from start: Int) -> Int? {
        let head = scalars[start]
        guard head == "h" || head == "w" || head == "H" else { return nil }
        let isLink = starts(with: "http://", start) || starts(with: "https://", start) || starts(with: "www.", start)
        return isLink ? endOfRun(from: start) : nil
    }

    private func starts(with text: StaticString, _ start: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard start + length <= scalars.count else { return false }
        return text.withUTF8Buffer { bytes in
            (0..<length).allSatisfy { scalars[start + $0].value | 0x20 == UInt32(bytes[$0]) | 0x20 }
        }
    }

    private func endOfRun(from start: Int) -> Int {
        var end = start
        while let next = classAt(end), next != .space, next != .newline, next != .quote, scalars[end] != "<" {
            end += 1
        }
        while end > start + 1, ".,;:!?)”’".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }
}

// MARK: Marks

extension Tokenizer {
    private func quoteKind(_ scalar: Unicode.Scalar) -> Token.Kind {
        switch scalar.value {
        case 0x201C, 0x201E, 0x201F, 0xAB, 0x300C: .openQuote
        case 0x201D, 0xBB, 0x300D: .closeQuote
        default: .straightQuote
        }
    }

    private mutating func takeApostrophe(at place: Int) -> Int {
        let scalar = scalars[place]
        // '' and `` are double quotation marks.
        if place + 1 < scalars.count, scalars[place + 1] == scalar,
            scalar == "'" || scalar == "`" || scalar == "’" || scalar == "‘"
        {
            let kind: Token.Kind =
                scalar == "`" || scalar == "‘" ? .openQuote : scalar == "’" ? .closeQuote : .straightQuote
            return take(kind, place, place + 2)
        }
        let previous = place > 0 ? CharacterClass(scalars[place - 1]) : .space
        let next = classAt(place + 1)
        let opensHere = previous == .space || previous == .newline || previous == .quote || previous == .mark
        if opensHere, next == .digit {
            // '90s
            var end = place + 1
            while let inside = classAt(end), inside == .digit || inside == .letter { end += 1 }
            if end - place <= 4 { return take(.word, place, end) }
        }
        if scalar == "’" || !opensHere {
            if next == .letter, let length = cliticLength(at: place), !opensHere {
                return take(.word, place, place + length)
            }
            return take(.singleClose, place, place + 1)
        }
        return take(.singleOpen, place, place + 1)
    }

    private mutating func takeRun(from start: Int) -> Int {
        let scalar = scalars[start]
        var end = start + 1
        while end < scalars.count, scalars[end] == scalar { end += 1 }
        // A number with a sign or a leading point.
        if end - start == 1, afterSpace, classAt(end) == .digit {
            var last = end
            while let inside = classAt(last), inside == .digit { last += 1 }
            return take(.number, start, last)
        }
        return take(.mark, start, end)
    }

    private mutating func takeMark(from start: Int) -> Int {
        let scalar = scalars[start]
        if scalar == "@" || scalar == "#", classAt(start + 1) == .letter, afterSpace || start == 0 {
            var end = start + 1
            while let inside = classAt(end), inside == .letter || inside == .digit || scalars[end] == "_" { end += 1 }
            return take(.word, start, end)
        }
        var end = start + 1
        if scalar == "!" || scalar == "?" {
            while end < scalars.count, scalars[end] == "!" || scalars[end] == "?" { end += 1 }
        }
        return take(.mark, start, end)
    }
}
