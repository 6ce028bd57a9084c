package import SituationModel

/// What is asked in the sandbox. Nothing of it is ever recorded.
package struct WhatIfSheet: Hashable, Sendable {
    /// The rungs that are taken as reached.
    package var given: Set<RungKey> = []
    /// How far it looks ahead.
    package var days = 90
    /// The rung of which is told what drives it; the one that moves most where `nil`.
    package var driven: RungKey?
    /// From which moment it looks ahead; from now where `nil`.
    package var asOf: Instant?

    package init() {}

    /// The horizons that can be chosen, in days.
    package static let horizons = [30, 90, 180, 365]
}

/// A step in the sandbox.
package enum WhatIfStep: Hashable, Sendable {
    /// Takes a rung as given, or no longer.
    case toggle(RungKey)
    case horizon(Int)
    /// Asks what drives a rung.
    case drivers(RungKey)
}

/// What the sandbox says.
package struct WhatIfReport: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        case reached, given, open
        /// Nobody has judged it, so there is nothing to reckon with.
        case notJudged
    }

    /// A chance from 0 to 1, and between which it lies in nine of ten draws of the judgements.
    package struct Chance: Hashable, Sendable {
        package let mean: Double
        package let lower: Double
        package let upper: Double
        /// `34% (21–48%)`.
        package let text: String

        package init(mean: Double, lower: Double, upper: Double, text: String) {
            (self.mean, self.lower, self.upper, self.text) = (mean, lower, upper, text)
        }
    }

    package struct Row: Hashable, Sendable {
        package let rung: RungKey
        package let standing: Standing
        /// `nil` for what nobody has judged.
        package let chance: Chance?
        /// By how much what is given moves it, from −1 to 1; `nil` where nothing is given or that is no more than luck.
        package let shift: Double?
        /// Until when it was judged, where all judgements of it have run out.
        package let judgedUntil: Instant?

        package init(
            rung: RungKey, standing: Standing, chance: Chance? = nil, shift: Double? = nil, judgedUntil: Instant? = nil
        ) {
            (self.rung, self.standing, self.chance, self.shift) = (rung, standing, chance, shift)
            self.judgedUntil = judgedUntil
        }

        /// `34% (21–48%)`, `not judged`, `judged until 31 Mar 2025`.
        package var inWords: String {
            switch standing {
            case .reached: "reached"
            case .given: "given"
            case .open where chance != nil: chance?.text ?? ""
            case .open, .notJudged:
                judgedUntil.map { "judged until \($0.day.inWords)" } ?? "not judged"
            }
        }
    }

    /// Something that moves the chance of the rung asked about.
    package struct Driver: Hashable, Sendable {
        package enum Cause: Hashable, Sendable {
            case given(RungKey)
            case coupling(CouplingID)
            case judgement(RungKey)
        }

        package let cause: Cause
        /// From −1 to 1.
        package let difference: Double
        /// Whether that is more than luck of the draw.
        package let isBeyondNoise: Bool

        package init(cause: Cause, difference: Double, isBeyondNoise: Bool) {
            (self.cause, self.difference, self.isBeyondNoise) = (cause, difference, isBeyondNoise)
        }
    }

    package var rows: [Row]
    /// The rung whose drivers are told.
    package var driven: RungKey?
    /// The strongest first.
    package var drivers: [Driver]
    /// What was left out, or whoever reads this ought to know.
    package var problems: [String]
    package var runs: Int

    package init(rows: [Row], driven: RungKey?, drivers: [Driver], problems: [String], runs: Int) {
        (self.rows, self.driven, self.drivers, self.problems, self.runs) = (rows, driven, drivers, problems, runs)
    }
}

extension Board {
    /// Opens the sandbox; on a rung, with that rung taken as given.
    mutating func openSandbox(_ name: String?) -> [Effect] {
        if let name {
            guard let rung = rung(named: name) else {
                message = Message(
                    "There is no rung “\(name)”; rungs are written LADDER/RUNG, such as \(exampleRung)", kind: .error)
                return [.bell]
            }
            sandbox.given = [rung]
            sandbox.driven = nil
        } else if case .rung(let rung)? = itemHere, !situation.state(of: rung).isStoodOn {
            sandbox.given.insert(rung)
        }
        guard !situation.ladders.isEmpty else {
            message = Message("There is no ladder to ask about", kind: .warning)
            return []
        }
        return open(.whatIf)
    }

    /// Takes a step in the sandbox and asks again.
    mutating func step(_ step: WhatIfStep) -> [Effect] {
        switch step {
        case .toggle(let rung):
            guard !situation.state(of: rung).isStoodOn else {
                message = Message("It is reached already: there is nothing to suppose", kind: .warning)
                return []
            }
            if sandbox.given.remove(rung) == nil { sandbox.given.insert(rung) }
            if sandbox.driven == rung { sandbox.driven = nil }
        case .horizon(let days): sandbox.days = days
        case .drivers(let rung): sandbox.driven = rung
        }
        return askSandbox()
    }

    func askSandbox() -> [Effect] { [.whatIf(sandboxAsked, situation)] }

    /// The sheet as it is asked of the moment that the board shows.
    var sandboxAsked: WhatIfSheet {
        var sheet = sandbox
        sheet.asOf = asOf
        return sheet
    }

    private func rung(named name: String) -> RungKey? {
        guard let key = RungKey(name), situation.ladders[key.ladder]?.rung(key.rung) != nil else { return nil }
        return key
    }

    private var exampleRung: String {
        situation.ladders.inOrder.lazy.compactMap { ladder in ladder.rungs.last.map { "\(ladder.id)/\($0.id)" } }.first
            ?? "seoul/offensive-weapons"
    }
}
