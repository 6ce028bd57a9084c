/// The sandbox: it works through a question and touches nothing else.
package enum WhatIf {
    /// The chance of every rung.
    ///
    /// The blocks are shared out among the threads there are; the answer is the same however they are shared. Between blocks it
    /// looks whether it has been cancelled, and tells `progress` what part is done, from 0 to 1.
    ///
    /// - Throws: `CancellationError`.
    package static func answer(
        _ question: WhatIfQuestion, settings: WhatIfSettings = WhatIfSettings(),
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> WhatIfAnswer {
        let model = WhatIfModel(question)
        let counts = try await counts(model, settings: settings, progress: progress)
        return WhatIfAnswer(
            rungs: model.rungs.indices.map { rung in
                RungAnswer(
                    rung: model.rungs[rung], standing: model.standings[rung],
                    chance: chance(of: rung, in: model, shares: shares(of: rung, in: counts, settings), settings))
            }, problems: model.problems, settings: settings)
    }

    private static func chance(
        of rung: Int, in model: WhatIfModel, shares: [Double], _ settings: WhatIfSettings
    ) -> Estimate? {
        switch model.standings[rung] {
        case .reached, .given: .certain
        case .open: Estimate(shares: shares, runsPerBlock: settings.runsPerBlock)
        case .notJudged: nil
        }
    }

    /// The share of runs in each block that reached a rung.
    static func shares(of rung: Int, in counts: [[Int]], _ settings: WhatIfSettings) -> [Double] {
        counts.map { Double($0[rung]) / Double(settings.runsPerBlock) }
    }

    /// How often each rung was reached in each block.
    static func counts(
        _ model: WhatIfModel, settings: WhatIfSettings, progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> [[Int]] {
        // Small enough that a cancelled question ends at once, large enough that handing out costs nothing.
        let size = 5
        let parts = stride(from: 0, to: settings.blocks, by: size).map { $0..<min($0 + size, settings.blocks) }
        return try await withThrowingTaskGroup(of: (Int, [[Int]]).self) { group in
            for (number, part) in parts.enumerated() {
                group.addTask { (number, try counts(model, blocks: part, settings: settings)) }
            }
            var results = [[[Int]]](repeating: [], count: parts.count)
            var done = 0
            for try await (number, counts) in group {
                results[number] = counts
                done += 1
                progress?(Double(done) / Double(parts.count))
            }
            return results.flatMap(\.self)
        }
    }

    static func counts(
        _ model: WhatIfModel, blocks: Range<Int>, settings: WhatIfSettings
    ) throws -> [[Int]] {
        try blocks.map { number in
            try Task.checkCancellation()
            var generator = Xoshiro(seed: settings.seed, stream: UInt64(number))
            var block = WhatIfBlock(model, generator: &generator)
            for _ in 0..<settings.runsPerBlock { block.run(&generator) }
            return block.counts
        }
    }
}
