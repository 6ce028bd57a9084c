import ReadingData

/// The verbs that give words to a speaker, and what each takes.
struct CueTable: Sendable {
    /// What a verb takes as the words of its speaker.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt16
        static let clause = Frames(rawValue: 1)
        static let that = Frames(rawValue: 2)
        static let told = Frames(rawValue: 4)
        static let object = Frames(rawValue: 8)
        static let infinitive = Frames(rawValue: 16)
        static let named = Frames(rawValue: 32)
        static let quoted = Frames(rawValue: 64)
        static let about = Frames(rawValue: 128)
        static let callFor = Frames(rawValue: 256)
        static let referTo = Frames(rawValue: 512)
        static let accuseOf = Frames(rawValue: 1024)
        static let toldThat = Frames(rawValue: 2048)
        static let whether = Frames(rawValue: 4096)

        init(rawValue: UInt16) { self.rawValue = rawValue }

        init?(name: Substring) {
            switch name {
            case "clause": self = .clause
            case "that": self = .that
            case "told": self = .told
            case "object": self = .object
            case "to": self = .infinitive
            case "named": self = .named
            case "quoted": self = .quoted
            case "about": self = .about
            case "callfor": self = .callFor
            case "referto": self = .referTo
            case "accuseof": self = .accuseOf
            case "toldthat": self = .toldThat
            case "whether": self = .whether
            default: return nil
            }
        }
    }

    /// One verb.
    struct Cue: Sendable {
        var frames: Frames
        var stance: Stance
    }

    private var cues = WordTable<Cue>()

    /// The table that comes with the program.
    static let builtIn = CueTable(lines: DataFile.lines(reading_data_cues()))

    init(lines: [Substring]) {
        for line in lines {
            let columns = line.split(separator: " ")
            guard columns.count == 3, let stance = Stance(rawValue: String(columns[2])) else { continue }
            let frames = columns[1].split(separator: ",").compactMap(Frames.init(name:))
            // "point_out" is two words in a row.
            let parts = columns[0].split(separator: "_").map { Word(String($0)) }
            let word = parts.dropFirst().reduce(parts[0]) { $0.followed(by: $1) }
            var cue = Cue(frames: Frames(frames), stance: stance)
            if let known = cues[word] { cue.frames.formUnion(known.frames) }
            cues[word] = cue
        }
    }

    /// What a verb, given by its dictionary form, takes; `nil` for a verb that speaks no words.
    subscript(verb: Word) -> Cue? { cues[verb] }

    /// What the verb at a place takes, small words behind it included; with the first token behind them.
    func cue(at place: Int, in tokens: [Token]) -> (cue: Cue, end: Int)? {
        var best = cues[tokens[place].lemma].map { ($0, place + 1) }
        var key = tokens[place].lemma
        var next = place + 1
        while next < tokens.count, next < place + 3, tokens[next].kind == .word {
            key = key.followed(by: tokens[next].word)
            if let longer = cues[key] { best = (longer, next + 1) }
            next += 1
        }
        return best
    }
}

/// What a speaker does with the words: tells, claims, denies, promises.
package enum Stance: String, Sendable, CaseIterable {
    case state, claim, assess, suggest, confirm, deny, ask, demand, promise, threaten, warn, accuse, praise, announce
    case report, agree, decline
}
