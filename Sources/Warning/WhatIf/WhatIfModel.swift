import Glibc
import SituationModel

/// A question laid out in numbered rungs, for working through it many times.
struct WhatIfModel: Sendable {
    struct Link: Sendable, Hashable {
        let target: Int
        let factor: Double
    }

    /// The chance over the question's horizon that a judgement stands for lies between these.
    struct Band: Sendable, Hashable {
        /// Over the days judged.
        let lower: Double
        let upper: Double
        /// Days asked over days judged.
        let scale: Double

        /// The odds, over the days asked, at a place from 0 to 1 in the band.
        func odds(at place: Double) -> Double {
            let chance = lower + place * (upper - lower)
            // (1 − p)^scale is the chance that it does not come; odds are one over it, less one.
            let rate = -log1p(-min(max(chance, 0), WhatIfModel.greatestChance)) * scale
            return min(expm1(rate), WhatIfModel.greatestOdds)
        }
    }

    let rungs: [RungKey]
    let numbers: [RungKey: Int]
    /// What was judged of each rung, by one analyst or several; none for a rung that nobody judged.
    let bands: [[Band]]
    let links: [[Link]]
    /// The rungs that are taken with a rung: those below it where the ladder is climbed in order.
    let below: [[Int]]
    let standings: [RungAnswer.Standing]
    /// Reached before or given.
    let isReachedAtStart: [Bool]
    let problems: [WhatIfProblem]

    /// A certainty would take no time at all; what is as good as certain takes next to none.
    static let greatestChance = 1 - 1e-12
    static let greatestOdds = 1e12

    init(_ question: WhatIfQuestion) {
        let rungs = question.ladders.flatMap { ladder in ladder.rungs.map { RungKey(ladder.id, $0) } }
        let numbers = Dictionary(zip(rungs, rungs.indices), uniquingKeysWith: { first, _ in first })
        let graph = CouplingGraph(question.couplings, among: Set(rungs))
        var problems = graph.problems
        if !(question.days > 0 && question.days.isFinite) { problems.append(.horizon(question.days)) }
        var bands = [[Band]](repeating: [], count: rungs.count)
        for judgement in question.judgements {
            guard let number = numbers[judgement.rung] else {
                problems.append(.unknownRung(judgement.rung, in: "a judgement"))
                continue
            }
            guard judgement.days > 0, judgement.days.isFinite else {
                problems.append(.judgementWithoutDays(judgement.rung))
                continue
            }
            let bounds = judgement.likelihood.bounds
            bands[number].append(
                Band(
                    lower: bounds.lowerBound, upper: bounds.upperBound,
                    scale: max(question.days.isFinite ? question.days : 0, 0) / judgement.days))
        }
        var links = [[Link]](repeating: [], count: rungs.count)
        for coupling in graph.couplings {
            guard let from = numbers[coupling.from], let to = numbers[coupling.to], let factor = coupling.factor
            else { continue }
            links[from].append(Link(target: to, factor: factor))
        }
        var below = [[Int]](repeating: [], count: rungs.count)
        for ladder in question.ladders where ladder.isClimbedInOrder {
            let own = ladder.rungs.compactMap { numbers[RungKey(ladder.id, $0)] }
            for (place, number) in own.enumerated() { below[number] = Array(own.prefix(place)) }
        }
        var standings = bands.map { $0.isEmpty ? RungAnswer.Standing.notJudged : .open }
        let starts = [
            (question.given, RungAnswer.Standing.given, "what is given"),
            (question.reached, .reached, "what is reached"),
        ]
        for (set, standing, place) in starts {
            for rung in set.sorted() {
                guard let number = numbers[rung] else {
                    problems.append(.unknownRung(rung, in: place))
                    continue
                }
                for taken in below[number] + [number] { standings[taken] = standing }
            }
        }
        (self.rungs, self.numbers, self.bands, self.links, self.below) = (rungs, numbers, bands, links, below)
        (self.standings, self.problems) = (standings, problems)
        isReachedAtStart = standings.map { $0 == .reached || $0 == .given }
    }
}
