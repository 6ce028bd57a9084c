package import Controller

extension Effect {
    /// Whether it only reads.
    package var isLoad: Bool {
        if case .load = self { true } else { false }
    }

    /// What a later reading of the same makes needless; `nil` for what must be done in any case.
    fileprivate var place: LoadPlace? {
        switch self {
        case .load(.outline): .outline
        case .load(.detail): .detail
        case .load(.traffic): .traffic
        case .load(.page(let kind, _, _)): .page(kind)
        default: nil
        }
    }
}

/// A part of the board that shows one reading at a time.
private enum LoadPlace: Hashable {
    case outline
    case detail
    case traffic
    case page(ListKind)
}

extension [Effect] {
    /// The same effects without the readings that a later one stands in for: of readings on end, the last of the outline,
    /// of the detail and of each list. What is written, and the order, stay as they are.
    package func coalesced() -> [Effect] {
        var kept: [Effect] = []
        var taken: Set<LoadPlace> = []
        for effect in reversed() {
            // A reading before something is written and one after it do not tell the same.
            if !effect.isLoad { taken.removeAll() }
            if let place = effect.place, !taken.insert(place).inserted { continue }
            kept.append(effect)
        }
        return kept.reversed()
    }
}
