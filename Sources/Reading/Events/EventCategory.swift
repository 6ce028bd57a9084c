/// The sixteen categories of PLOVER: what one actor does to another.
package enum EventCategory: String, Sendable, CaseIterable {
    case agree, consult, support, concede, cooperate, aid, retreat
    case request, accuse, reject, threaten
    case protest, sanction, mobilize, coerce, assault

    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    package var quad: Int {
        switch self {
        case .agree, .consult, .support, .concede: 1
        case .cooperate, .aid, .retreat: 2
        case .request, .accuse, .reject, .threaten: 3
        case .protest, .sanction, .mobilize, .coerce, .assault: 4
        }
    }
}
