package import SituationModel

/// How a question is worked through.
package struct WhatIfSettings: Hashable, Sendable, Codable {
    /// The same seed gives the same answer, however many threads work on it.
    package var seed: UInt64 = 1
    /// How many times the judgements are drawn from their bands.
    package var blocks = 200
    /// How many ways it may go are tried for each draw.
    package var runsPerBlock = 500

    package init(seed: UInt64 = 1, blocks: Int = 200, runsPerBlock: Int = 500) {
        self.seed = seed
        self.blocks = max(blocks, 2)
        self.runsPerBlock = max(runsPerBlock, 2)
    }

    package var runs: Int { blocks * runsPerBlock }
}

/// What the sandbox says: the chance of every rung, and what was left out.
package struct WhatIfAnswer: Hashable, Sendable {
    /// In the order of the ladders and their rungs.
    package let rungs: [RungAnswer]
    package let problems: [WhatIfProblem]
    package let settings: WhatIfSettings

    package subscript(rung: RungKey) -> RungAnswer? { rungs.first { $0.rung == rung } }
}

/// What the sandbox says of one rung.
package struct RungAnswer: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        case reached
        case given
        case open
        /// Nobody has judged it, so there is nothing to reckon with.
        case notJudged
    }

    package let rung: RungKey
    package let standing: Standing
    /// By the end of the horizon; 1 for what is reached or given, `nil` for what nobody has judged.
    package let chance: Estimate?
}

/// A chance, how far it depends on where in their bands the judgements lie, and how far it is luck of the draw.
package struct Estimate: Hashable, Sendable {
    package let mean: Double
    /// Nine in ten of the draws of judgements lie between these; the noise of the runs is taken out of them.
    package let lower: Double
    package let upper: Double
    /// The standard error of the mean.
    package let noise: Double

    /// A chance that is known.
    static let certain = Estimate(mean: 1, lower: 1, upper: 1, noise: 0)

    private init(mean: Double, lower: Double, upper: Double, noise: Double) {
        (self.mean, self.lower, self.upper, self.noise) = (mean, lower, upper, noise)
    }

    /// From the share of runs in each block that reached the rung; at least two blocks of at least two runs.
    ///
    /// The shares differ because the judgements were drawn anew, and because a block has only so many runs. The variance of the
    /// second, m(1 − m)/(n − 1), is known, so the spread is drawn in by as much as it adds.
    init(shares: [Double], runsPerBlock: Int) {
        let (mean, variance) = (shares.mean, shares.sampleVariance)
        let fromRuns = shares.map { $0 * (1 - $0) }.mean / Double(runsPerBlock - 1)
        let kept = variance > 0 ? max(0, 1 - fromRuns / variance).squareRoot() : 0
        let sorted = shares.sorted()
        func quantile(_ part: Double) -> Double {
            let place = part * Double(sorted.count - 1)
            let index = min(Int(place), sorted.count - 2)
            let value = sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
            return min(max(mean + kept * (value - mean), 0), 1)
        }
        self.init(
            mean: mean, lower: quantile(0.05), upper: quantile(0.95),
            noise: (variance / Double(shares.count)).squareRoot())
    }
}

extension Estimate: CustomStringConvertible {
    /// `34% (21–48%)`.
    package var description: String {
        "\(inPercent(mean)) (\(inPercent(lower).dropLast())–\(inPercent(upper)))"
    }
}

/// A difference between two answers that met the same luck.
package struct Difference: Hashable, Sendable {
    package let mean: Double
    /// The standard error of the mean.
    package let noise: Double

    /// Whether the difference is more than luck: twice its noise or more.
    package var isBeyondNoise: Bool { abs(mean) >= 2 * noise && mean != 0 }

    /// From the shares of the same blocks in two answers.
    init(_ after: [Double], less before: [Double]) {
        let differences = zip(after, before).map { $0 - $1 }
        mean = differences.mean
        noise = (differences.sampleVariance / Double(differences.count)).squareRoot()
    }
}
