package import SituationModel

/// The texts of a record that words and patterns are looked for in. A phrase stands in one of the two.
package struct SearchedText: Hashable, Sendable {
    /// What a record is called, and who and where it is of.
    package let title: String
    package let text: String

    package init(title: [String?], text: [String?]) {
        // SQLite would end the text at a NUL.
        func joined(_ parts: [String?]) -> String {
            let text = parts.compactMap(\.self).joined(separator: "\n")
            return text.utf8.contains(0) ? text.split(separator: "\0").joined(separator: " ") : text
        }
        self.title = joined(title)
        self.text = joined(text)
    }

    /// The texts of a record.
    package init(_ record: Record) {
        switch record {
        case .document(let document):
            self.init(title: [document.title], text: [document.text])
        case .quote(let quote):
            self.init(
                title: [quote.speakerDescription, quote.speaker?.text, quote.venue] + quote.about.map(\.text),
                text: [quote.text, quote.remarks])
        case .event(let event):
            self.init(
                title: [
                    event.source?.text, event.target?.text, event.place, event.category.rawValue, event.mode.rawValue,
                ],
                text: [event.summary, event.remarks])
        case .actor(let actor):
            self.init(
                title: [actor.name] + actor.aliases.map(\.text),
                text: [actor.kind.rawValue, actor.alignment.rawValue, actor.role, actor.standing])
        case .source(let source):
            self.init(title: [source.name, source.family], text: [source.kind.rawValue, source.gradingReason])
        case .relation(let relation):
            self.init(title: [relation.from.text, relation.kind.rawValue, relation.to.text], text: [relation.summary])
        case .ladder(let ladder):
            self.init(title: [ladder.title, ladder.subject], text: ladder.actors.map(\.text))
        case .coupling(let coupling):
            self.init(title: [coupling.from.description, coupling.to.description], text: [coupling.reason])
        case .header(let header):
            self.init(title: [header.title], text: [header.headline, header.summary])
        case .judgement(let judgement):
            self.init(title: [judgement.rung.description, judgement.analyst], text: [judgement.reason])
        case .hypotheses(let matrix):
            self.init(title: [matrix.title], text: matrix.hypotheses.map(\.title) + matrix.items.map(\.summary))
        }
    }

    /// The texts of a subject, with what its context adds: a rung is also looked for by its ladder and whose that is.
    init(_ subject: QuerySubject, in context: QueryContext) {
        guard let ladder = subject.ladder else {
            self.init(subject.record)
            return
        }
        let title = [ladder.title, ladder.subject] + ladder.actors.map { context.directory.name(of: $0) ?? $0.text }
        guard let rung = subject.rung else {
            self.init(title: title, text: [])
            return
        }
        let state = (context.states[RungKey(ladder.id, rung.id)] ?? .notReached).rawValue
        self.init(title: title + [rung.title, state], text: rung.indicators.map(\.summary))
    }
}
