import Controller
import Display
import SituationModel

// How the model's values look on the board: a sign, a word and a role each, so that none is told by colour alone.

extension Rung.State {
    func sign(_ glyphs: Glyphs) -> String {
        switch self {
        case .notReached: glyphs.rungNotReached
        case .conditional: glyphs.rungConditional
        case .underConsideration: glyphs.rungConsidered
        case .threatened: glyphs.rungThreatened
        case .announced: glyphs.rungAnnounced
        case .underWay: glyphs.rungUnderway
        case .reached: glyphs.rungReached
        case .stoodDown: glyphs.rungStoodDown
        }
    }

    var role: Role {
        switch self {
        case .notReached: .rungNotReached
        case .conditional: .rungConditional
        case .underConsideration: .rungConsidered
        case .threatened: .rungThreatened
        case .announced: .rungAnnounced
        case .underWay: .rungUnderway
        case .reached: .rungReached
        case .stoodDown: .rungStoodDown
        }
    }
}

extension Indicator.State {
    func sign(_ glyphs: Glyphs) -> String {
        switch self {
        case .notCollected: glyphs.missing
        case .quiet: glyphs.rungNotReached
        case .stirring: glyphs.rungConsidered
        case .observed: glyphs.rungReached
        }
    }

    var role: Role {
        switch self {
        case .notCollected: .indicatorNotCollected
        case .quiet: .indicatorQuiet
        case .stirring: .indicatorStirring
        case .observed: .indicatorObserved
        }
    }
}

extension Indicator.Direction {
    func sign(_ glyphs: Glyphs) -> String { self == .up ? glyphs.up : glyphs.down }
    var role: Role { self == .up ? .thresholdUp : .thresholdDown }
}

extension Actor.Alignment {
    var sign: String {
        switch self {
        case .friendly: "+"
        case .hostile: "!"
        case .neutral: "="
        case .unknown: "."
        }
    }

    var role: Role {
        switch self {
        case .friendly: .actorFriendly
        case .hostile: .actorHostile
        case .neutral: .actorNeutral
        case .unknown: .actorUnknown
        }
    }
}

extension Actor.Trend {
    func sign(_ glyphs: Glyphs) -> String {
        switch self {
        case .rising: glyphs.rising
        case .steady: glyphs.steady
        case .falling: glyphs.falling
        }
    }
}

extension Grade {
    var role: Role {
        if reliability == .f || credibility == .cannotBeJudged { return .gradeUnknown }
        let worst = max(
            "ABCDE".firstIndex(of: Character(reliability.rawValue))?.utf16Offset(in: "ABCDE") ?? 4,
            credibility.rawValue - 1)
        return worst <= 1 ? .gradeGood : worst == 2 ? .gradeFair : .gradePoor
    }
}

extension Event.Quad {
    var role: Role {
        switch self {
        case .verbalCooperation: .eventVerbalCooperation
        case .materialCooperation: .eventMaterialCooperation
        case .verbalConflict: .eventVerbalConflict
        case .materialConflict: .eventMaterialConflict
        }
    }

    /// Two signs, so that words and deeds, cooperation and conflict are told apart: `+`, `++`, `-`, `--`.
    var sign: String {
        switch self {
        case .verbalCooperation: "+ "
        case .materialCooperation: "++"
        case .verbalConflict: "- "
        case .materialConflict: "--"
        }
    }
}

extension TrafficLight {
    var role: Role {
        switch self {
        case .clear: .tlpClear
        case .green: .tlpGreen
        case .amber, .amberStrict: .tlpAmber
        case .red: .tlpRed
        }
    }
}

extension Event.Amount {
    /// `about 1,500 soldiers`.
    var inWords: String { "\(isApproximate ? "about " : "")\(Self.number(value)) \(unit)" }

    private static func number(_ value: Double) -> String {
        guard let whole = Int(exactly: value) else { return String(value) }
        var digits = String(whole.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (whole < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}

extension Instant {
    /// `18 Oct 2024 14:05`, the day padded so that lists stand in columns.
    var short: String { "\(padded(day.day)) \(MonthName.short(day.month)) \(day.year) \(clock)" }

    private func padded(_ number: Int) -> String { number < 10 ? " \(number)" : String(number) }
}

extension Board {
    /// An actor's name; its identifier where there is no such actor any more.
    func name(of id: ActorID) -> String { situation.actors[id]?.name ?? "\(id) (gone)" }

    /// Where the board says who spoke: the name, else what the text calls them.
    func speakerName(_ quote: Quote) -> String {
        quote.speaker.map(name(of:)) ?? quote.speakerDescription ?? "speaker not named"
    }

    /// How many independent publishers stand behind documents.
    func families(of documents: some Sequence<DocumentID>, heads: [DocumentID: DocumentHead]) -> Int {
        Set(documents.compactMap { heads[$0] }.map { situation.sources[$0.source]?.family ?? $0.source.text }).count
    }

    func hasUnseen(in pane: Pane) -> Bool {
        guard asOf == nil else { return false }
        return switch pane {
        case .quotes: tally.unseenQuotes > 0
        case .timeline: tally.unseenEvents > 0
        case .wire: tally.unseenDocuments > 0
        case .actors, .ladders, .log, .detail: false
        }
    }
}
