package import SituationModel

/// Which rungs bear on which, with what cannot be used taken out and named.
package struct CouplingGraph: Hashable, Sendable {
    /// The couplings that count, in the order in which they were given.
    package let couplings: [Coupling]
    package let problems: [WhatIfProblem]

    /// Sorts out couplings between the rungs that there are.
    package init(_ couplings: [Coupling], among rungs: Set<RungKey>) {
        var problems: [WhatIfProblem] = []
        let sound = couplings.filter { coupling in
            let problem = Self.problem(of: coupling, among: rungs)
            problem.map { problems.append($0) }
            return problem == nil
        }
        var contradicted: Set<CouplingID> = []
        for (number, one) in sound.enumerated() {
            for other in sound.dropFirst(number + 1) where one.from == other.from && one.to == other.to {
                if one.effect == other.effect {
                    problems.append(.repeated(one.id, other.id))
                } else {
                    problems.append(.contradictory(one.id, other.id))
                    contradicted.formUnion([one.id, other.id])
                }
            }
        }
        self.couplings = sound.filter { !contradicted.contains($0.id) }
        self.problems = problems + Self.circles(self.couplings).map(WhatIfProblem.circular)
    }

    private static func problem(of coupling: Coupling, among rungs: Set<RungKey>) -> WhatIfProblem? {
        for end in [coupling.from, coupling.to] where !rungs.contains(end) {
            return .unknownRung(end, in: "coupling \(coupling.id)")
        }
        guard coupling.from != coupling.to else { return .couplesToItself(coupling.id) }
        guard let factor = coupling.factor else { return .noFactor(coupling.id) }
        guard factor.isFinite, factor > 0 else { return .impossibleFactor(coupling.id, factor) }
        let isContrary = coupling.effect == .raises ? factor < 1 : factor > 1
        return isContrary ? .factorAgainstEffect(coupling.id, coupling.effect, factor) : nil
    }

    /// The rungs that can be got to from one, itself among them.
    static func reachable(from start: RungKey, along steps: [RungKey: [RungKey]]) -> Set<RungKey> {
        var found: Set<RungKey> = [start]
        var waiting = [start]
        while let rung = waiting.popLast() {
            for next in steps[rung] ?? [] where found.insert(next).inserted { waiting.append(next) }
        }
        return found
    }

    /// One shortest circle through the first rung, by name, of every group of rungs that act on one another.
    private static func circles(_ couplings: [Coupling]) -> [[RungKey]] {
        let steps = Dictionary(grouping: couplings, by: \.from).mapValues { $0.map(\.to).sorted() }
        var named: Set<RungKey> = []
        var circles: [[RungKey]] = []
        for rung in steps.keys.sorted() where !named.contains(rung) {
            guard let circle = shortestCircle(through: rung, along: steps) else { continue }
            circles.append(circle)
            named.formUnion(
                reachable(from: rung, along: steps).filter { reachable(from: $0, along: steps).contains(rung) })
        }
        return circles
    }

    private static func shortestCircle(through rung: RungKey, along steps: [RungKey: [RungKey]]) -> [RungKey]? {
        var cameFrom: [RungKey: RungKey] = [:]
        var waiting = [rung][...]
        while let here = waiting.popFirst() {
            for next in steps[here] ?? [] {
                if next == rung {
                    var circle = [here]
                    while let last = circle.last, last != rung, let before = cameFrom[last] { circle.append(before) }
                    return circle.reversed()
                }
                if cameFrom[next] == nil {
                    cameFrom[next] = here
                    waiting.append(next)
                }
            }
        }
        return nil
    }
}
