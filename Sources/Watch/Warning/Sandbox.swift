package import Controller
package import SituationModel
package import Warning

/// The sandbox on a situation: what if some rungs were reached?
package enum Sandbox {
    /// The question that a sheet asks of a situation: what analysts have judged and is still open, the couplings, and what is
    /// reached already.
    package static func question(_ sheet: WhatIfSheet, of situation: Situation, at now: Instant) -> WhatIfQuestion {
        let ladders = situation.ladders.inOrder
        let latest = Forecast.grouping(situation.judgements.inOrder).compactMap { $0.judgement(at: now) }
        let rungs = ladders.flatMap { ladder in ladder.rungs.map { RungKey(ladder.id, $0.id) } }
        return WhatIfQuestion(
            ladders: ladders.map { ClimbedLadder($0) },
            judgements: latest.compactMap { RungJudgement($0, now: now) },
            couplings: situation.couplings.inOrder,
            reached: Set(rungs.filter { situation.state(of: $0).isStoodOn }), given: sheet.given,
            days: Double(sheet.days))
    }

    /// What the sandbox says to a sheet.
    ///
    /// It looks ahead from the moment that the sheet names, and from now where it names none.
    ///
    /// - Parameter settings: how often it is played; the drivers are told from a tenth of that.
    /// - Throws: `CancellationError`.
    package static func report(
        _ sheet: WhatIfSheet, of situation: Situation, at now: Instant, settings: WhatIfSettings = WhatIfSettings()
    ) async throws -> WhatIfReport {
        let moment = min(sheet.asOf ?? now, now)
        let question = question(sheet, of: situation, at: moment)
        let answer = try await WhatIf.answer(question, settings: settings)
        var plain = question
        plain.given = []
        let before = sheet.given.isEmpty ? answer : try await WhatIf.answer(plain, settings: settings)
        let ends = Dictionary(
            situation.judgements.inOrder.filter { $0.made <= moment }.map { ($0.rung, $0.horizonEnd) },
            uniquingKeysWith: max)
        let rows = answer.rungs.map { rung in
            WhatIfReport.Row(
                rung: rung.rung, standing: WhatIfReport.Standing(rung.standing),
                chance: rung.chance.map { WhatIfReport.Chance($0) },
                shift: sheet.given.isEmpty ? nil : shift(from: before[rung.rung]?.chance, to: rung.chance),
                judgedUntil: rung.standing == .notJudged ? ends[rung.rung] : nil)
        }
        let driven = sheet.driven ?? moved(most: rows)
        let drivers = try await driven.asyncMap { try await WhatIf.drivers(of: $0, in: question) } ?? []
        return WhatIfReport(
            rows: rows, driven: driven, drivers: drivers.map { WhatIfReport.Driver($0) },
            problems: answer.problems.map(\.description), runs: settings.runs)
    }

    private static func shift(from before: Estimate?, to after: Estimate?) -> Double? {
        guard let before, let after else { return nil }
        let shift = after.mean - before.mean
        // The same luck on both sides: what is left of it is less than either noise.
        return abs(shift) > 2 * max(before.noise, after.noise) ? shift : nil
    }

    private static func moved(most rows: [WhatIfReport.Row]) -> RungKey? {
        let open = rows.filter { $0.standing == .open }
        return open.max { abs($0.shift ?? 0) < abs($1.shift ?? 0) }.flatMap { $0.shift == nil ? nil : $0.rung }
            ?? open.max { ($0.chance?.mean ?? 0) < ($1.chance?.mean ?? 0) }?.rung
    }
}

extension Desk {
    /// Works out what the sandbox says, beside all that the desk does; `nil` where the task is cancelled meanwhile.
    package nonisolated func news(of sheet: WhatIfSheet, _ situation: Situation) async -> News? {
        guard let report = try? await Sandbox.report(sheet, of: situation, at: now()) else { return nil }
        return .whatIf(report, for: sheet)
    }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ work: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let self else { return nil }
        return try await work(self)
    }
}

extension WhatIfReport.Standing {
    fileprivate init(_ standing: RungAnswer.Standing) {
        switch standing {
        case .reached: self = .reached
        case .given: self = .given
        case .open: self = .open
        case .notJudged: self = .notJudged
        }
    }
}

extension WhatIfReport.Chance {
    fileprivate init(_ estimate: Estimate) {
        self.init(mean: estimate.mean, lower: estimate.lower, upper: estimate.upper, text: estimate.description)
    }
}

extension WhatIfReport.Driver {
    fileprivate init(_ driver: Driver) {
        let cause: Cause =
            switch driver.cause {
            case .given(let rung): .given(rung)
            case .coupling(let id): .coupling(id)
            case .judgement(let rung): .judgement(rung)
            }
        self.init(
            cause: cause, difference: driver.difference.mean, isBeyondNoise: driver.difference.isBeyondNoise)
    }
}
