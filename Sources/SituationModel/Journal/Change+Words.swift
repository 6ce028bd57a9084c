extension Change {
    /// What the change does, in a sentence without subject: `added Kim Jong-un`, `Seoul 3, defensive weapons: reached`.
    ///
    /// - Parameter situation: Supplies the names of what the change only points at, as far as they are there.
    package func inWords(in situation: Situation? = nil) -> String {
        switch self {
        case .add(let record): "added \(record.inWords)"
        case .revise(let before, let after) where after.fieldsChanged(from: before) == ["review"]:
            "\(after.review?.verdict == .unconfirmed ? "reopened" : after.review?.verdict.rawValue ?? "changed") "
                + after.inWords
        case .revise(let before, let after):
            "changed \(after.inWords): \(after.fieldsChanged(from: before).joined(separator: ", "))"
        case .remove(let key): "removed \(situation?[key]?.inWords ?? key.description)"
        case .move(let rung, let move):
            "\(situation?.title(of: rung) ?? rung.description): \(move.state.rawValue) – \(move.reason)"
        case .read(let indicator, let reading):
            "\(situation?.summary(of: indicator) ?? indicator.description): \(reading.state.rawValue) – \(reading.reason)"
        case .note(let text, _): "noted: \(text)"
        case .batch(let summary, _): summary
        case .undo: "took back an entry"
        }
    }
}

extension Situation {
    /// A rung by its ladder, number and title: `Seoul 3, defensive weapons`; its key where it is not there.
    package func title(of key: RungKey) -> String {
        guard let ladder = ladders[key.ladder], let (number, rung) = ladder.rung(key.rung) else {
            return key.description
        }
        return "\(ladder.title) \(number), \(rung.title)"
    }

    /// What would be seen, `North Korean soldiers fight in Ukraine`; the indicator's key where it is not there.
    package func summary(of key: IndicatorKey) -> String { indicator(key)?.summary ?? key.description }

    /// The indicator of that name.
    package func indicator(_ key: IndicatorKey) -> Indicator? {
        ladders[key.rung.ladder]?.rung(key.rung.rung)?.rung.indicators.first { $0.id == key.indicator }
    }
}

extension Record {
    /// The record as it is called in a sentence.
    package var inWords: String {
        switch self {
        case .header(let header): "the situation \(header.title)"
        case .source(let source): "the source \(source.name)"
        case .document(let document): "the document \(document.title)"
        case .actor(let actor): actor.name
        case .relation(let relation): "the relation \(relation.from) \(relation.kind.rawValue) \(relation.to)"
        case .quote(let quote): "the quote “\(quote.text.prefix(60))”"
        case .event(let event): "the event \(event.summary)"
        case .ladder(let ladder): "the ladder \(ladder.title)"
        case .coupling(let coupling): "the coupling \(coupling.from) \(coupling.effect.rawValue) \(coupling.to)"
        case .judgement(let judgement): "\(judgement.analyst)’s judgement of \(judgement.rung): \(judgement.likelihood)"
        case .hypotheses(let matrix): "the hypotheses on \(matrix.title)"
        }
    }
}
