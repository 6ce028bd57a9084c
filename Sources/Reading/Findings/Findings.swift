package import SituationModel

/// What reading found in one text.
package struct Findings: Sendable, Equatable {
    /// What is said, in the order of the text.
    package var quotes: [QuoteFinding] = []
    /// Who is named, or described and speaks or acts, in the order in which they come up.
    package var actors: [ActorFinding] = []
    /// Who does what to whom, in the order of the text.
    package var events: [EventFinding] = []
    /// What may follow if something else comes to pass.
    package var conditionals: [ConditionalFinding] = []
    /// The day the dateline gives; looked for only where the day of publication was not known.
    package var dateline: CalendarDay?

    package init() {}
}

/// A stretch of the text, with the words that stand there.
package struct Passage: Sendable, Hashable {
    /// Where it stands, in Unicode scalar values.
    package var span: TextSpan
    /// What stands there, as in the text.
    package var text: String

    package init(span: TextSpan, text: String) {
        self.span = span
        self.text = text
    }
}

/// A passage that names or describes someone.
package struct Reference: Sendable, Hashable {
    /// Where it stands, and its words.
    package var passage: Passage
    /// The actor it stands for; `nil` where the text does not tell.
    package var actor: String?

    package init(passage: Passage, actor: String? = nil) {
        self.passage = passage
        self.actor = actor
    }
}

/// Words that someone is reported to have said.
package struct QuoteFinding: Sendable, Equatable {
    /// Whether the words themselves are given, or what they meant.
    package enum Kind: String, Sendable { case direct, indirect, mixed }

    /// Whether the words themselves are given.
    package var kind: Kind
    /// The words; several stretches where the attribution stands between them.
    package var content: [Passage]
    /// Who is said to have said it; `nil` where the text gives nobody.
    package var speaker: Reference?
    /// The verb or phrase that gives the words to the speaker.
    package var cue: Passage?
    /// Whether it is said that this was *not* said, confirmed or denied.
    package var isNegated: Bool
    /// What the speaker does with the words.
    package var stance: Stance
    /// The rule that found it, in words.
    package var rule: String
}

/// Someone who is named in the text, with every place where.
package struct ActorFinding: Sendable, Equatable {
    /// The identifier in the gazetteer, or one made from the name; the same name gives the same identifier.
    package var id: String
    /// Whether the gazetteer knows this actor.
    package var isKnown: Bool
    /// The fullest name the text or the gazetteer gives.
    package var name: String
    /// What it is.
    package var kind: ActorKind
    /// What office the text gives a person, in its words; else what the gazetteer knows, with its years.
    package var role: String?
    /// The state or organisation it belongs to, by identifier, as the gazetteer or its description tells.
    package var home: String?
    /// Whether the text only describes it, so that it is somebody else in every other text.
    package var isDescribed: Bool
    /// In the order of the text.
    package var mentions: [Passage]
}

/// What an actor is.
package enum ActorKind: String, Sendable, CaseIterable {
    case state, person, organisation, force, service, armedGroup = "armed group", media, alliance, place, group, unknown
}

/// Who did what to whom.
package struct EventFinding: Sendable, Equatable {
    /// How far it has come to pass.
    package enum Mode: String, Sendable, CaseIterable {
        case actual, planned, threatened, considered, conditional, denied, negated
    }

    /// Who does it.
    package var source: Reference?
    /// To whom; `nil` where the text names nobody.
    package var target: Reference?
    /// What is done, after the rules of modality.
    package var category: EventCategory
    /// How far it has come to pass.
    package var mode: Mode
    /// Who says so, where the text reports it as someone's words.
    package var reportedBy: Reference?
    /// How many of what, in the words that belong to it.
    package var amounts: [Amount]
    /// The day or days it happened, as far as the text tells.
    package var date: DateFinding?
    /// From the source to the target.
    package var passage: Passage
    /// The patterns that say so, outermost first.
    package var rule: String
}

/// A number of something.
package struct Amount: Sendable, Equatable {
    /// The number.
    package var value: Double
    /// What is counted, as the text says it: "troops", "brigades", "US dollars".
    package var unit: String
    /// Where it stands, and its words.
    package var passage: Passage
}

/// A day, month or year that a text tells, resolved where it can be.
package struct DateFinding: Sendable, Equatable {
    /// Where it stands, and its words.
    package var passage: Passage
    /// "2024-10-18", "2024-10" or "2019"; a range with a stroke, as in ISO 8601.
    package var iso: String
}

/// If one thing, then another: a step that someone may take.
package struct ConditionalFinding: Sendable, Equatable {
    /// What makes it a condition: “if”, “unless”, “once”, “depending on”.
    package var opener: Passage
    /// The words right behind that.
    package var condition: Passage
    /// Whether the rest follows if the condition does *not* come to pass: “unless”.
    package var isNegated: Bool
    /// What may follow.
    package var consequence: Passage
    /// Who would act.
    package var actor: Reference?
}

extension Findings {
    /// Every passage that a finding points at.
    package var passages: [Passage] {
        var all: [Passage] = []
        for quote in quotes {
            all += quote.content
            all += [quote.speaker?.passage, quote.cue].compactMap { $0 }
        }
        for actor in actors { all += actor.mentions }
        for event in events {
            all.append(event.passage)
            all += [event.source?.passage, event.target?.passage, event.reportedBy?.passage, event.date?.passage]
                .compactMap { $0 }
            all += event.amounts.map(\.passage)
        }
        for conditional in conditionals {
            all += [conditional.opener, conditional.condition, conditional.consequence]
            if let actor = conditional.actor { all.append(actor.passage) }
        }
        return all
    }
}
