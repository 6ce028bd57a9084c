import SituationModel

extension Board {
    /// Steps to the neighbouring moment at which something became known.
    mutating func stepEarlier() -> [Effect] { [.load(.moment(.before(asOf)))] }

    mutating func stepLater() -> [Effect] {
        guard let asOf else {
            message = Message("This is the present", kind: .warning)
            return []
        }
        return [.load(.moment(.after(asOf)))]
    }

    mutating func arrive(at moment: Instant?, by step: TimeStep) -> [Effect] {
        switch (step, moment) {
        case (.before(let from), nil):
            guard from == asOf else { return [] }
            message = Message("Nothing was known before this", kind: .warning)
            return []
        case (.before(let from), let moment):
            return from == asOf ? look(asOf: moment) : []
        case (.after(let from), let moment):
            return from == asOf ? look(asOf: moment) : []
        }
    }

    /// Shows what was known at a moment; what is known now when it is `nil`.
    mutating func look(asOf moment: Instant?) -> [Effect] {
        asOf = moment
        message = moment.map { Message("As known on \($0.inWords)") } ?? Message("Live")
        return reloadAll(landing: .keep)
    }

    mutating func look(asOfText text: String) -> [Effect] {
        if text.lowercased() == "now" { return look(asOf: nil) }
        // A day counts up to its end, so that `as-of 2024-10-20` shows what that day brought.
        if let day = DateExpression(text), !day.isApproximate, let end = day.lastMoment {
            return look(asOf: end)
        }
        message = Message("“\(text)” is no time: give 2024-10-20, 2024-10-20T14:05Z or now", kind: .error)
        return [.bell]
    }
}
