/// Makes a pattern into a machine's program.
enum PatternCompiler {
    /// How many steps a program may have: what a scalar of text costs at the most.
    static let limit = 1_000

    static func program(for node: PatternNode) throws(PatternError) -> [Pattern.Instruction] {
        var program: [Pattern.Instruction] = []
        try append(node, to: &program)
        program.append(.succeed)
        return program
    }

    private static func append(_ node: PatternNode, to program: inout [Pattern.Instruction]) throws(PatternError) {
        guard program.count < limit else { throw PatternError(offset: 0, problem: "repeats too much") }
        switch node {
        case .empty: break
        case .set(let set): program.append(.take(set))
        case .edge(let edge): program.append(.check(edge))
        case .sequence(let parts): for part in parts { try append(part, to: &program) }
        case .choice(let choices):
            var ends: [Int] = []
            for (number, choice) in choices.enumerated() {
                guard number < choices.count - 1 else {
                    try append(choice, to: &program)
                    break
                }
                let split = program.count
                program.append(.jump(0))
                try append(choice, to: &program)
                ends.append(program.count)
                program.append(.jump(0))
                program[split] = .split(split + 1, program.count)
            }
            for end in ends { program[end] = .jump(program.count) }
        case .repeat(let part, let least, let most):
            for _ in 0..<least { try append(part, to: &program) }
            if let most {
                for _ in least..<most { try appendOptional(part, to: &program) }
            } else {
                let split = program.count
                program.append(.jump(0))
                try append(part, to: &program)
                program.append(.jump(split))
                program[split] = .split(split + 1, program.count)
            }
        }
    }

    private static func appendOptional(
        _ part: PatternNode, to program: inout [Pattern.Instruction]
    ) throws(PatternError) {
        let split = program.count
        program.append(.jump(0))
        try append(part, to: &program)
        program[split] = .split(split + 1, program.count)
    }
}

extension Pattern {
    /// Whether it fits a stretch of the text. Cost: the length of the text times the steps of the program at the most.
    package func matches(_ text: String) -> Bool { matches(folded: FoldedText(text)) }

    func matches(folded text: FoldedText) -> Bool {
        let scalars = text.scalars
        var present = Places(program.count)
        var next = Places(program.count)
        for position in 0...scalars.count {
            let scalar = position < scalars.count ? scalars[position] : nil
            // A match may begin anywhere.
            if canBegin(with: scalar), enter(0, &present, at: position, in: scalars) { return true }
            guard let scalar else { return false }
            guard !present.isEmpty else { continue }
            next.removeAll()
            for place in present.list {
                if case .take(let set) = program[place], set.contains(scalar),
                    enter(place + 1, &next, at: position + 1, in: scalars)
                {
                    return true
                }
            }
            swap(&present, &next)
        }
        return false
    }

    private func canBegin(with scalar: Unicode.Scalar?) -> Bool {
        guard let scalar, scalar.isASCII else { return true }
        return beginnings[Int(scalar.value)]
    }

    /// Goes to a place of the program and on to all that can be reached from it without taking a scalar; answers whether
    /// that is the end.
    private func enter(_ start: Int, _ places: inout Places, at position: Int, in text: [Unicode.Scalar]) -> Bool {
        var waiting = [start]
        while let place = waiting.popLast() {
            guard places.insert(place) else { continue }
            switch program[place] {
            case .take: break
            case .split(let left, let right): waiting += [right, left]
            case .jump(let target): waiting.append(target)
            case .check(let edge): if Self.holds(edge, at: position, in: text) { waiting.append(place + 1) }
            case .succeed: return true
            }
        }
        return false
    }

    private static func holds(_ edge: Edge, at position: Int, in text: [Unicode.Scalar]) -> Bool {
        let before = position > 0 ? text[position - 1] : nil
        let behind = position < text.count ? text[position] : nil
        func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ScalarSet.isOf(.word, $0) } ?? false }
        return switch edge {
        case .lineStart: before == nil || before == "\n"
        case .lineEnd: behind == nil || behind == "\n"
        case .wordEdge: isWord(before) != isWord(behind)
        case .noWordEdge: isWord(before) == isWord(behind)
        }
    }

    /// Places of a program, each once.
    private struct Places {
        private(set) var list: [Int] = []
        private var isIn: [Bool]

        init(_ count: Int) {
            isIn = [Bool](repeating: false, count: count)
        }

        var isEmpty: Bool { list.isEmpty }

        mutating func insert(_ place: Int) -> Bool {
            guard !isIn[place] else { return false }
            isIn[place] = true
            list.append(place)
            return true
        }

        mutating func removeAll() {
            for place in list { isIn[place] = false }
            list.removeAll(keepingCapacity: true)
        }
    }
}

/// A text as patterns see it: in lower case, without accents.
struct FoldedText: Sendable {
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = Array(SearchWords.folded(text).unicodeScalars)
    }
}
