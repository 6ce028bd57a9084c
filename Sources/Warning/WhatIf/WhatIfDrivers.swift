package import SituationModel

/// What an answer rests on: one thing changed at a time, with the same luck.
package struct Driver: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// What is given, against not being given.
        case given(RungKey)
        /// A coupling, against there being none.
        case coupling(CouplingID)
        /// The upper end of the judgements of a rung against the lower.
        case judgement(RungKey)
    }

    package let cause: Cause
    /// By how much it moves the chance of the rung asked about.
    package let difference: Difference
}

extension WhatIf {
    /// What moves the chance of a rung, the strongest first: each given, each coupling and each judgement that can bear on it,
    /// changed by itself while all else stays, the random numbers too.
    ///
    /// The differences do not add up where causes work together. Costs two answers for each cause, so ask for fewer runs.
    ///
    /// - Throws: `CancellationError`.
    package static func drivers(
        of rung: RungKey, in question: WhatIfQuestion,
        settings: WhatIfSettings = WhatIfSettings(blocks: 100, runsPerBlock: 100),
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> [Driver] {
        let model = WhatIfModel(question)
        guard let number = model.numbers[rung] else { return [] }
        let variations = variations(bearingOn: rung, in: question, model)
        let asked = shares(of: number, in: try await counts(model, settings: settings), settings)
        var drivers: [Driver] = []
        for (done, variation) in variations.enumerated() {
            var ends: [[Double]] = []
            for question in [variation.with, variation.without] {
                if let question {
                    let counts = try await counts(WhatIfModel(question), settings: settings)
                    ends.append(shares(of: number, in: counts, settings))
                } else {
                    ends.append(asked)
                }
            }
            drivers.append(Driver(cause: variation.cause, difference: Difference(ends[0], less: ends[1])))
            progress?(Double(done + 1) / Double(variations.count))
        }
        return drivers.sorted { abs($0.difference.mean) > abs($1.difference.mean) }
    }

    private struct Variation {
        let cause: Driver.Cause
        /// `nil` is the question as it was asked.
        let with: WhatIfQuestion?
        let without: WhatIfQuestion?
    }

    private static func variations(
        bearingOn rung: RungKey, in question: WhatIfQuestion, _ model: WhatIfModel
    ) -> [Variation] {
        let graph = CouplingGraph(question.couplings, among: Set(model.rungs))
        let bearing = rungsBearing(on: rung, along: graph.couplings, question.ladders)
        var variations: [Variation] = []
        for given in question.given.sorted() where bearing.contains(given) && given != rung {
            var without = question
            without.given.remove(given)
            variations.append(Variation(cause: .given(given), with: nil, without: without))
        }
        for coupling in graph.couplings where bearing.contains(coupling.to) {
            var without = question
            without.couplings.removeAll { $0.id == coupling.id }
            variations.append(Variation(cause: .coupling(coupling.id), with: nil, without: without))
        }
        for judged in Set(question.judgements.map(\.rung)).sorted() where bearing.contains(judged) {
            guard let number = model.numbers[judged], !model.isReachedAtStart[number],
                question.judgements.contains(where: { $0.rung == judged && $0.likelihood.bounds.isWide })
            else { continue }
            variations.append(
                Variation(
                    cause: .judgement(judged), with: question.pinning(judged, to: \.upperBound),
                    without: question.pinning(judged, to: \.lowerBound)))
        }
        return variations
    }

    /// The rungs that can bear on one: by couplings, and by being above it where a ladder is climbed in order.
    private static func rungsBearing(
        on rung: RungKey, along couplings: [Coupling], _ ladders: [ClimbedLadder]
    ) -> Set<RungKey> {
        var steps: [RungKey: Set<RungKey>] = [:]
        for coupling in couplings { steps[coupling.to, default: []].insert(coupling.from) }
        for ladder in ladders where ladder.isClimbedInOrder {
            for (place, lower) in ladder.rungs.enumerated() {
                let above = ladder.rungs.dropFirst(place + 1).map { RungKey(ladder.id, $0) }
                steps[RungKey(ladder.id, lower), default: []].formUnion(above)
            }
        }
        return CouplingGraph.reachable(from: rung, along: steps.mapValues(Array.init))
    }
}

extension ClosedRange<Double> {
    fileprivate var isWide: Bool { lowerBound < upperBound }
}

extension WhatIfQuestion {
    /// The same question with the judgements of a rung at one end of their bands.
    fileprivate func pinning(_ rung: RungKey, to end: KeyPath<ClosedRange<Double>, Double>) -> WhatIfQuestion {
        var question = self
        for place in question.judgements.indices where question.judgements[place].rung == rung {
            let bounds = question.judgements[place].likelihood.bounds
            question.judgements[place].likelihood = .probability(bounds[keyPath: end])
        }
        return question
    }
}
