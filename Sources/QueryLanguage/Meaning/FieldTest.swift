import SituationModel

/// A condition on a field, made ready to be asked of many records: names looked up, dates reckoned.
struct FieldTest: Sendable {
    /// Where the field stands in the table. It is asked often, and a field is large to pass about.
    let place: Int
    let expected: Expected

    var field: QueryField { FieldTable.fields[place] }

    /// What a value must be.
    enum Expected: Sendable {
        /// Contains these words; is just these, where `whole`.
        case words([String], whole: Bool)
        case pattern(Pattern)
        case name(String)
        case term(String)
        case references(Set<ActorID>, Set<SourceID>)
        case number(FieldCondition.Comparison, Double)
        case date(DateBounds)
        case grade(FieldCondition.Comparison, Grade)
        /// What no value is.
        case impossible
    }

    /// A test of the field of that name, which must be there.
    init(_ name: String, _ expected: Expected) {
        guard let field = FieldTable.field(name) else { preconditionFailure("there is no field \(name)") }
        (place, self.expected) = (field.place, expected)
    }

    /// What a condition asks for; `nil` where there is no such field.
    init?(_ condition: FieldCondition, in context: QueryContext) {
        guard let field = FieldTable.field(condition.field) else { return nil }
        place = field.place
        let comparison = condition.comparison
        switch (condition.value, field.type) {
        case (.text(let text), .text): expected = .words(SearchWords.of(text), whole: comparison == .equals)
        case (.pattern(let pattern), .text): expected = .pattern(pattern)
        case (.text(let text), .name): expected = .name(NameKey.of(text))
        case (.term(let term), .terms): expected = .term(term)
        case (.text(let text), .actor):
            expected = .references(Self.actors(text, comparison, context), [])
        case (.text(let text), .source): expected = .references([], Self.sources(text, context))
        case (.text(let text), .actorOrSource):
            expected = .references(Self.actors(text, comparison, context), Self.sources(text, context))
        case (.number(let number), .number): expected = .number(comparison, number)
        case (.date(let date), .date): expected = .date(DateBounds(comparison, date, now: context.now))
        case (.grade(let grade), .grade): expected = .grade(comparison, grade)
        default: expected = .impossible
        }
    }

    private static func actors(
        _ name: String, _ comparison: FieldCondition.Comparison, _ context: QueryContext
    ) -> Set<ActorID> {
        let called = context.directory.called(name)
        return comparison == .fits ? context.directory.withMembers(called) : called
    }

    private static func sources(_ name: String, _ context: QueryContext) -> Set<SourceID> {
        let key = NameKey.of(name)
        let called = context.sources.values.filter { NameKey.of($0.name) == key || NameKey.of($0.id.text) == key }
        return Set(called.map(\.id)).union([SourceID(name)])
    }

    /// The kinds of records that can have such a value.
    var kinds: Set<QueryKind> {
        let field = field
        guard case (.term(let term), .kind) = (expected, field.reading) else { return Set(field.kinds) }
        return Set(field.kinds.filter { QueryTerm.written($0.rawValue) == term })
    }

    /// Whether any value of the field is as asked for.
    func holds(for asked: inout AskedSubject) -> Bool {
        asked.values(ofFieldAt: place).contains { expected.holds(for: $0) }
    }
}

extension QueryField {
    /// The values that the field has in a subject; none where records of its kind do not have the field.
    func values(of subject: QuerySubject, in context: QueryContext) -> [FieldValue] {
        guard kinds.contains(subject.kind) else { return [] }
        return switch reading {
        case .ofRecord(let read): read(subject.record)
        case .ofRung(let read):
            if let ladder = subject.ladder, let rung = subject.rung { read(ladder, rung, context) } else { [] }
        case .derived(let read, _): read(subject, context)
        case .time: [subject.time]
        case .kind: [.term(subject.kind)]
        }
    }
}

extension FieldTest.Expected {
    func holds(for value: FieldValue) -> Bool {
        switch (self, value) {
        case (.words(let words, let isWhole), .text(let text)):
            let found = SearchWords.of(text)
            return isWhole ? found == words : WordSequence(found).contains(words, lastGoesOn: true)
        case (.pattern(let pattern), .text(let text)): return pattern.matches(text)
        case (.name(let name), .name(let found)): return NameKey.of(found) == name
        case (.term(let term), .term(let found)): return term == found
        case (.references(let actors, _), .actor(let id)): return actors.contains(id)
        case (.references(_, let sources), .source(let id)): return sources.contains(id)
        case (.number(let comparison, let number), .number(let found)): return comparison.holds(found, number)
        case (.date(let bounds), .date(let first, let last)): return bounds.contains(first, last)
        case (.grade(let comparison, let grade), .grade(let found)): return found.isAs(comparison, grade)
        default: return false
        }
    }
}

extension FieldCondition.Comparison {
    fileprivate func holds(_ left: Double, _ right: Double) -> Bool {
        switch self {
        case .fits, .equals: left == right
        case .less: left < right
        case .atMost: left <= right
        case .greater: left > right
        case .atLeast: left >= right
        }
    }
}

extension Grade {
    /// Whether the grade compares so with another: `<` is better. Better or worse is only what is on both axes at least as
    /// good or as bad; what cannot be judged is neither.
    fileprivate func isAs(_ comparison: FieldCondition.Comparison, _ other: Grade) -> Bool {
        switch comparison {
        case .fits, .equals: self == other
        case .less: self != other && isAtLeastAsGood(as: other)
        case .atMost: isAtLeastAsGood(as: other)
        case .greater: self != other && other.isAtLeastAsGood(as: self)
        case .atLeast: other.isAtLeastAsGood(as: self)
        }
    }
}

/// The moments between which a date must lie, whole.
struct DateBounds: Sendable {
    /// Not before this.
    private(set) var from: Instant?
    /// Not after this.
    private(set) var until: Instant?
    /// Begins no later than this, whenever it ends.
    private(set) var begunBy: Instant?

    init(_ comparison: FieldCondition.Comparison, _ date: QueryDate, now: Instant) {
        let (first, last) = date.extent(at: now)
        // What is reckoned back is a moment to compare with, and the time since then to lie in.
        let end = if case .ago = date { first } else { last }
        switch comparison {
        case .fits, .equals:
            from = first
            if case .ago = date { begunBy = last } else { until = last }
        case .less: until = first.advanced(byMilliseconds: -1)
        case .atMost: until = end
        case .greater: from = end.advanced(byMilliseconds: 1)
        case .atLeast: from = first
        }
    }

    func contains(_ first: Instant, _ last: Instant) -> Bool {
        from.map { $0 <= first } ?? true && until.map { last <= $0 } ?? true && begunBy.map { first <= $0 } ?? true
    }
}
