/// How a rung of one ladder, once reached, bears on a rung of another.
package struct Coupling: Hashable, Sendable, Codable {
    package enum Effect: String, CaseIterable, Codable, Sendable {
        case raises, lowers
    }

    package let id: CouplingID
    package var from: RungKey
    package var effect: Effect
    package var to: RungKey
    /// By what the odds are multiplied; `nil` where nobody has judged that yet.
    package var factor: Double?
    /// Why the one bears on the other.
    package var reason: String?
    package var evidence: [Anchor]

    package init(
        id: CouplingID, from: RungKey, effect: Effect, to: RungKey, factor: Double? = nil, reason: String? = nil,
        evidence: [Anchor] = []
    ) {
        self.id = id
        self.from = from
        self.effect = effect
        self.to = to
        self.factor = factor
        self.reason = reason
        self.evidence = evidence
    }
}

extension Coupling: Revisable {
    package static func visit(_ visitor: inout some FieldVisitor<Coupling>) {
        visitor.field("from", \.from)
        visitor.field("effect", \.effect)
        visitor.field("to", \.to)
        visitor.field("factor", \.factor)
        visitor.field("reason", \.reason)
        visitor.field("evidence", \.evidence)
    }
}
