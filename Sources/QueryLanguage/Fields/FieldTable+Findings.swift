import SituationModel

extension FieldTable {
    // MARK: - Of quotes

    static let ofQuotes = [
        QueryField(
            "speaker", ["by"], of: [.quote, .event], .actor, "Who spoke; of an event, who gives an account of it.",
            example: "speaker:\"Kim Jong Un\""
        ) { record in
            switch record {
            case .quote(let quote): quote.speaker.map { [.actor($0)] } ?? []
            case .event(let event): event.accounts.compactMap(\.by).map(FieldValue.actor)
            default: []
            }
        },
        QueryField("about", of: [.quote], .actor, "Of whom it speaks.", example: "about:ukraine") {
            $0.quote?.about.map(FieldValue.actor) ?? []
        },
        QueryField("said", of: [.quote], .date, "When it was said.", example: "said>=2024-10-01", isOrder: true) {
            $0.quote?.said.map { [.date($0)] } ?? []
        },
        QueryField(
            "cue", of: [.quote], .text, "The word of saying: stated, warned, denied.", example: "cue:warn"
        ) { $0.quote?.cue.map { [.text($0)] } ?? [] },
        QueryField(
            "said-not", of: [.quote], .terms(yesAndNo), "Whether the text says that it was not said.",
            example: "said-not:yes"
        ) { $0.quote.map { [.term($0.isNegated ? "yes" : "no")] } ?? [] },
    ]

    private static let yesAndNo = [
        QueryTerm("yes", synonyms: ["true", "y"]), QueryTerm("no", synonyms: ["false", "n"]),
    ]

    // MARK: - Of events

    static let ofEvents = [
        QueryField(
            "event", ["category"], of: [.event], .terms(of: Event.Category.self), "What was done, in PLOVER’s words.",
            example: "event:mobilize"
        ) { $0.event.map { [.term($0.category)] } ?? [] },
        QueryField(
            "quad", of: [.event],
            .terms(Event.Quad.allCases.map { QueryTerm($0.inWords, synonyms: ["\($0.rawValue)"]) }),
            "The quarter of conflict and cooperation, by words or material; or its number, 1 to 4.",
            example: "quad:material-conflict"
        ) { $0.event.map { [.term(QueryTerm.written($0.category.quad.inWords))] } ?? [] },
        QueryField(
            "source", of: [.event, .document], .actorOrSource,
            "Who did it; of a document, a publication that it comes from.", example: "source:north-korea"
        ) { record in
            switch record {
            case .event(let event): event.source.map { [.actor($0)] } ?? []
            case .document(let document): document.sources.map(FieldValue.source)
            default: []
            }
        },
        QueryField("target", of: [.event], .actor, "To whom it was done.", example: "target:russia") {
            $0.event?.target.map { [.actor($0)] } ?? []
        },
        QueryField(
            "mode", of: [.event], .terms(of: Event.Mode.self), "Whether it has been done, or how near it is to that.",
            example: "mode:actual"
        ) { $0.event.map { [.term($0.mode)] } ?? [] },
        QueryField("amount", of: [.event], .number, "Any number given for it.", example: "amount>=1000") {
            $0.event?.amounts.map { .number($0.value) } ?? []
        },
        QueryField("unit", of: [.event], .name, "What a number counts.", example: "unit:soldiers") {
            $0.event?.amounts.map { .name($0.unit) } ?? []
        },
        QueryField(
            "when", ["happened"], of: [.event], .date, "When it happened.", example: "when:2024-10", isOrder: true
        ) { $0.event?.when.map { [.date($0)] } ?? [] },
        QueryField(
            "manner", of: [.event], .terms(of: Event.Account.Manner.self), "How an account of it is given.",
            example: "manner:confirmed"
        ) { $0.event?.accounts.map { .term($0.manner) } ?? [] },
    ]

    // MARK: - Of what findings rest on

    static let ofEvidence = [
        QueryField(
            "grade", of: [.quote, .event], .grade,
            """
            Reliability of the source and credibility of the information, of any account. B2 or better (<=) is a letter \
            of A or B and a number of 1 or 2; F and 6, which cannot be judged, are neither better nor worse than others.
            """, example: "grade<=B2",
            reading: .derived(
                { subject, context in subject.grades(in: context).map(FieldValue.grade) },
                implying: { test, _, _ in
                    guard case .grade(let comparison, let grade) = test.expected else { return nil }
                    let weaker: FieldCondition.Comparison =
                        switch comparison {
                        case .fits, .equals: .equals
                        case .less, .atMost: .atMost
                        case .greater, .atLeast: .atLeast
                        }
                    return FieldTest("credibility", .number(weaker, Double(grade.credibility.rawValue)))
                })),
        QueryField(
            "families", of: [.quote, .event], .number,
            "How many independent publishers it rests on; two feeds of one publisher are one.", example: "families>=2",
            reading: .derived(
                { subject, context in [.number(Double(Set(subject.families(in: context)).count))] },
                implying: { test, _, _ in
                    // Every family has published a document of its own.
                    guard case .number(let comparison, let count) = test.expected, comparison != .less,
                        comparison != .atMost
                    else { return nil }
                    return FieldTest("documents", .number(.atLeast, count))
                })),
        QueryField(
            "documents", of: [.quote, .event], .number, "How many documents it rests on.", example: "documents>=2"
        ) { [.number(Double(Set($0.documents).count))] },
        QueryField(
            "outlet", ["publication"], of: [.quote, .event], .source, "A publication that it rests on.",
            example: "outlet:yonhap",
            reading: .derived({ subject, _ in subject.heads.map { .source($0.source) } })),
        QueryField(
            "family", ["publisher"], of: [.quote, .event, .document, .source], .name,
            "A publisher that it rests on or comes from.", example: "family:yonhap",
            reading: .derived(
                { subject, context in subject.sources(in: context).map { .name($0.family) } },
                implying: { test, kind, context in
                    sourceTest(kind, context) { test.expected.holds(for: .name($0.family)) }
                })),
        QueryField(
            "reliability", of: [.quote, .event, .document, .source], .terms(of: SourceReliability.self),
            "How reliable a source of it is, A to F.", example: "reliability:a",
            reading: .derived(
                { subject, context in subject.sources(in: context).map { .term($0.reliability) } },
                implying: { test, kind, context in
                    sourceTest(kind, context) { test.expected.holds(for: .term($0.reliability)) }
                })),
        QueryField(
            "marking", ["tlp"], of: [.quote, .event, .document], .terms(markings),
            "How far it, or a document it rests on, may be passed on.", example: "marking:amber",
            reading: .derived({ subject, _ in
                subject.heads.compactMap(\.marking).map { FieldValue.term($0) }
            })),
    ]

    /// The test of a document for being of one of the sources that are so.
    private static func sourceTest(
        _ kind: QueryKind, _ context: QueryContext, _ isSo: (Source) -> Bool
    ) -> FieldTest? {
        guard kind == .document else { return nil }
        return FieldTest("source", .references([], Set(context.sources.values.filter(isSo).map(\.id))))
    }

    private static let markings = TrafficLight.allCases.map {
        QueryTerm($0.rawValue, synonyms: ["tlp:" + $0.rawValue])
    }
}

extension Record {
    fileprivate var quote: Quote? { if case .quote(let quote) = self { quote } else { nil } }
    fileprivate var event: Event? { if case .event(let event) = self { event } else { nil } }
}
