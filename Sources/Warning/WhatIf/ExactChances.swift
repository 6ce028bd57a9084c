import Glibc
package import SituationModel

/// The chances of a question without luck, where there are few rungs: the model solved, not played.
///
/// The sets of reached rungs are the states of a continuous-time Markov chain. Its distribution at the end of the horizon is
/// worked out by uniformisation (A. Jensen, *Markoff chains as an aid in the study of Markoff processes*, Skandinavisk
/// Aktuarietidskrift 36, 1953): the chain stepped at its greatest pace, weighted by how many steps a Poisson clock makes.
package enum ExactChances {
    /// With more open rungs than this there are too many sets to go through.
    package static let mostOpenRungs = 12

    /// The chance of every rung to be reached; `nil` where more than ``mostOpenRungs`` are open, or where a judgement is not
    /// one number by one analyst.
    ///
    /// Costs 2ⁿ sets, for n open rungs, times the steps: hundreds where some rung is nearly certain.
    package static func of(_ question: WhatIfQuestion) -> [RungKey: Double]? {
        let model = WhatIfModel(question)
        let open = model.rungs.indices.filter { !model.isReachedAtStart[$0] }
        let areNumbers = open.allSatisfy {
            model.bands[$0].count <= 1 && model.bands[$0].allSatisfy { $0.lower == $0.upper }
        }
        guard open.count <= mostOpenRungs, areNumbers else { return nil }
        let chain = Chain(model, open: open)
        let distribution = chain.atTheEnd()
        var chances: [RungKey: Double] = [:]
        for (rung, key) in model.rungs.enumerated() where model.isReachedAtStart[rung] { chances[key] = 1 }
        for (bit, rung) in open.enumerated() {
            chances[model.rungs[rung]] = distribution.indices.reduce(0) { sum, set in
                set & (1 << bit) == 0 ? sum : sum + distribution[set]
            }
        }
        return chances
    }

    private struct Chain {
        /// For each set of open rungs, in bits: which sets may come next, and at what pace.
        private let steps: [[(next: Int, rate: Double)]]

        init(_ model: WhatIfModel, open: [Int]) {
            let bits = Dictionary(uniqueKeysWithValues: zip(open, open.indices))
            steps = (0..<1 << open.count).map { set in
                open.enumerated().compactMap { bit, rung in
                    guard set & (1 << bit) == 0, let band = model.bands[rung].first else { return nil }
                    let odds = band.odds(at: 0)
                    var factor = 1.0
                    for cause in model.rungs.indices {
                        let isReached = bits[cause].map { set & (1 << $0) != 0 } ?? true
                        guard isReached else { continue }
                        for link in model.links[cause] where link.target == rung { factor *= link.factor }
                    }
                    let taken = model.below[rung].reduce(1 << bit) { mask, lower in
                        mask | (bits[lower].map { 1 << $0 } ?? 0)
                    }
                    return (set | taken, log1p(odds * factor))
                }
            }
        }

        func atTheEnd() -> [Double] {
            let greatest = steps.map { $0.reduce(0) { $0 + $1.rate } }.max() ?? 0
            var now = [Double](repeating: 0, count: steps.count)
            now[0] = 1
            guard greatest > 0 else { return now }
            var end = [Double](repeating: 0, count: steps.count)
            var logWeight = -greatest
            var told = 0.0
            var step = 0.0
            // Past the mean, the Poisson weights fall; the rest of them is too little to see.
            while told < 1 - 1e-13, step < greatest + 40 * greatest.squareRoot() + 40 {
                let weight = exp(logWeight)
                told += weight
                for set in now.indices { end[set] += weight * now[set] }
                now = advanced(now, at: greatest)
                step += 1
                logWeight += log(greatest / step)
            }
            return end
        }

        private func advanced(_ now: [Double], at greatest: Double) -> [Double] {
            var next = now
            for set in now.indices where now[set] > 0 {
                for (target, rate) in steps[set] {
                    let flow = now[set] * rate / greatest
                    next[set] -= flow
                    next[target] += flow
                }
            }
            return next
        }
    }
}
