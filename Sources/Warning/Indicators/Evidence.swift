import QueryLanguage
import SituationModel

/// A finding as an indicator counts it.
struct Evidence: Hashable, Sendable {
    let key: RecordKey
    /// When it was said, happened or came out.
    let moment: Instant
    /// The publishers that it rests on.
    let families: Set<String>
    let grades: [Grade]
    /// The greatest number that it gives.
    let amount: Double?
    private(set) var anchors: [Anchor]

    /// A document has no anchor yet: where it is anchored hangs on what it was found by.
    init(_ subject: QuerySubject, moment: Instant, in context: QueryContext) {
        key = subject.record.key
        self.moment = moment
        families = Set(subject.families(in: context))
        grades = subject.grades(in: context)
        switch subject.record {
        case .quote(let quote):
            anchors = quote.content
            amount = nil
        case .event(let event):
            anchors = event.accounts.map(\.anchor)
            amount = event.amounts.map(\.value).max()
        default:
            anchors = []
            amount = nil
        }
    }

    /// The same as what answers a query: a document's text is anchored at the first word asked for that stands there.
    func anchored(in subject: QuerySubject, by query: @autoclosure () -> Query) -> Self {
        guard case .document(let document) = subject.record else { return self }
        var anchored = self
        anchored.anchors = Passage.of(query().highlights, in: document).map { [$0] } ?? []
        return anchored
    }

    /// Whether any account of it is at least that good.
    func isAtLeast(_ grade: Grade) -> Bool { grades.contains { $0.isAtLeastAsGood(as: grade) } }
}

/// The sentence of a document that a query is about.
enum Passage {
    /// The longest that a passage is, in scalar values.
    private static let limit = 400

    /// The sentence in which the first of some words stands that the text has; its beginning where it has none.
    static func of(_ words: [String], in document: Document) -> Anchor? {
        let scalars = Array(document.text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return nil }
        let place = words.lazy.compactMap { Self.place(of: $0, in: scalars) }.first ?? first
        var start = place
        while start > 0, place - start < limit / 2, !endsSentence(scalars, start - 1) { start -= 1 }
        while start < place, scalars[start].properties.isWhitespace { start += 1 }
        var end = place + 1
        while end < scalars.count, end - start < limit, !endsSentence(scalars, end - 1) { end += 1 }
        return Anchor(start..<end, of: scalars, document: document.id)
    }

    /// Where a word begins that starts so, whatever its case.
    private static func place(of word: String, in scalars: [Unicode.Scalar]) -> Int? {
        let sought = Array(word.lowercased().unicodeScalars)
        guard let head = sought.first, scalars.count >= sought.count else { return nil }
        return (0...(scalars.count - sought.count)).first { start in
            lowercased(scalars[start]) == head
                && (start == 0 || !SearchWords.isPartOfWord(scalars[start - 1]))
                && zip(scalars[start...], sought).allSatisfy { lowercased($0) == $1 }
        }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }
        return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    /// Whether a line or a sentence ends with this scalar value.
    private static func endsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = scalars[index]
        if scalar == "\n" { return true }
        guard ".!?".unicodeScalars.contains(scalar) else { return false }
        return index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
    }
}
