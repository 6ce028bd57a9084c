package import SituationModel

extension Event {
    /// The quad under which an event counts in the traffic between two actors; `nil` where it does not count.
    ///
    /// What is only held out, promised or called off is another event than the deed. The rules are those of zero-shot PLOVER
    /// coding (Hu and others, ACL 2024): cooperation to come is agreement and material conflict to come a threat, so both
    /// are words; cooperation withheld is refusal in words and sanction in deeds; conflict called off is a concession.
    /// Weighing a step is not yet intending it, and a denial is nothing done: neither counts.
    package var countedQuad: Quad? { category.countedQuad(in: mode) }
}

extension Event.Category {
    /// The quad under which an event of the category counts, having come so far.
    package func countedQuad(in mode: Event.Mode) -> Event.Quad? {
        switch mode {
        case .actual: quad
        case .planned, .threatened, .conditional: quad.whenToCome
        case .negated: quad.whenNotDone
        case .considered, .denied: nil
        }
    }
}

extension Event.Quad {
    fileprivate var whenToCome: Self {
        switch self {
        case .verbalCooperation, .materialCooperation: .verbalCooperation
        case .verbalConflict, .materialConflict: .verbalConflict
        }
    }

    fileprivate var whenNotDone: Self {
        switch self {
        case .verbalCooperation: .verbalConflict
        case .materialCooperation: .materialConflict
        case .verbalConflict: .verbalCooperation
        case .materialConflict: .materialCooperation
        }
    }
}
