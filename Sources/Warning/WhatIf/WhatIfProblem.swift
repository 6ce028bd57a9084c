package import SituationModel

/// Something in a question that is left out of the answer, or that whoever reads the answer should know of.
package enum WhatIfProblem: Hashable, Sendable {
    /// The horizon is not a number of days above none.
    case horizon(Double)
    case unknownRung(RungKey, in: String)
    /// A judgement whose days are not above none.
    case judgementWithoutDays(RungKey)
    case noFactor(CouplingID)
    /// The factor is not a number above none.
    case impossibleFactor(CouplingID, Double)
    /// It is said to raise and has a factor below one, or the other way round.
    case factorAgainstEffect(CouplingID, Coupling.Effect, Double)
    case couplesToItself(CouplingID)
    /// One raises and the other lowers the same rung from the same rung.
    case contradictory(CouplingID, CouplingID)
    /// Two say the same; both factors count.
    case repeated(CouplingID, CouplingID)
    /// Rungs that act on one another in a circle. Counted, and named so that nobody takes an echo for evidence.
    case circular([RungKey])

    /// Whether what it names has no part in the answer.
    package var isLeftOut: Bool {
        switch self {
        case .repeated, .circular: false
        default: true
        }
    }
}

extension WhatIfProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .horizon(let days): "a horizon of \(days) days: expected more than none"
        case .unknownRung(let rung, let place): "\(place) names \(rung), which no ladder has; it is left out"
        case .judgementWithoutDays(let rung): "a judgement of \(rung) has no days ahead of it; it is left out"
        case .noFactor(let id): "coupling \(id) has no factor yet; it is left out until somebody judges one"
        case .impossibleFactor(let id, let factor):
            "coupling \(id) has the factor \(factor): expected a number above 0; it is left out"
        case .factorAgainstEffect(let id, let effect, let factor):
            "coupling \(id) \(effect.rawValue) the odds by the factor \(factor): expected a factor "
                + "\(effect == .raises ? "above" : "below") 1; it is left out"
        case .couplesToItself(let id): "coupling \(id) leads from a rung to itself; it is left out"
        case .contradictory(let one, let other):
            "couplings \(one) and \(other) contradict one another: one raises what the other lowers; both are left out"
        case .repeated(let one, let other):
            "couplings \(one) and \(other) say the same of the same two rungs; both factors count"
        case .circular(let rungs):
            "couplings go in a circle: \((rungs + rungs.prefix(1)).map(\.description).joined(separator: " → "))"
        }
    }
}
