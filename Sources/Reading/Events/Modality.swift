/// How doing, intending, and not doing turn into categories of their own.
///
/// The rules of the zero-shot PLOVER work of Hu and others (ACL 2024): cooperation to come is an agreement, material conflict to come a threat,
/// cooperation withheld is rejected in words or sanctioned in deeds, conflict called off is a concession.
extension EventCategory {
    /// What it is to intend, agree to, or be going to do this.
    var intended: EventCategory {
        switch self {
        case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat: .agree
        case .request, .accuse, .reject, .threaten: self
        case .protest, .sanction, .mobilize, .coerce, .assault: .threaten
        }
    }

    /// What it is not to have done this, or not to do it now.
    var negated: EventCategory {
        switch self {
        case .agree, .consult, .support: .reject
        case .cooperate, .aid, .concede, .retreat: .sanction
        case .request, .accuse, .reject, .threaten: .agree
        case .protest, .sanction, .mobilize, .coerce, .assault: .retreat
        }
    }

    /// What it is to be not going to do this.
    var negatedIntention: EventCategory {
        switch self {
        case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat: .reject
        default: .agree
        }
    }

    /// What it is to stop doing this.
    var stopped: EventCategory {
        switch self {
        case .consult, .support, .cooperate, .aid, .agree: .sanction
        case .concede, .retreat: .reject
        case .request, .accuse, .reject, .threaten: .concede
        case .protest, .sanction, .mobilize, .coerce, .assault: .retreat
        }
    }

    /// What it is to threaten to do this.
    var menaced: EventCategory { .threaten }

    /// What it is to refuse to do this.
    var refused: EventCategory {
        switch self {
        case .protest, .sanction, .mobilize, .coerce, .assault: .concede
        default: .reject
        }
    }

    /// What an operator makes of it.
    func under(_ operation: EventOperator) -> EventCategory {
        switch operation {
        case .intend: intended
        case .menace: menaced
        case .refuse: refused
        case .ask: .request
        case .stop: stopped
        case .weigh, .doing: self
        case .accusing: .accuse
        case .favouring: .support
        case .opposing: .reject
        }
    }
}

extension EventOperator {
    /// What the operator alone says, where no deed follows it.
    var alone: EventCategory {
        switch self {
        case .intend: .agree
        case .menace: .threaten
        case .refuse, .opposing: .reject
        case .ask: .request
        case .stop: .sanction
        case .weigh, .doing: .consult
        case .accusing: .accuse
        case .favouring: .support
        }
    }

    /// How far what it governs has come to pass.
    var mode: EventFinding.Mode {
        switch self {
        case .intend: .planned
        case .menace: .threatened
        case .weigh: .considered
        default: .actual
        }
    }
}
