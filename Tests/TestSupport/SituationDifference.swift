package import SituationModel

/// In what two situations differ, in lines short enough to be read in a test's report.
package struct SituationDifference {
    package private(set) var descriptions: [String] = []

    package init(_ found: Situation, _ expected: Situation) {
        guard found != expected else { return }
        if found.header != expected.header { descriptions.append("header") }
        compare("source", found.sources, expected.sources) { $0.id }
        compare("document", found.documents, expected.documents) { $0.id }
        compare("actor", found.actors, expected.actors) { $0.id }
        compare("relation", found.relations, expected.relations) { $0.id }
        compare("quote", found.quotes, expected.quotes) { $0.id }
        compare("event", found.events, expected.events) { $0.id }
        compare("ladder", found.ladders, expected.ladders) { $0.id }
        compare("coupling", found.couplings, expected.couplings) { $0.id }
        if found.moves != expected.moves { descriptions.append("moves") }
        if found.notes != expected.notes { descriptions.append("notes") }
        if descriptions.isEmpty { descriptions.append("something else") }
    }

    private mutating func compare<Value>(
        _ kind: String, _ found: RecordTable<Value>, _ expected: RecordTable<Value>,
        id: (Value) -> Identifier<Value>
    ) {
        for value in Set(found.inOrder + expected.inOrder) {
            let id = id(value)
            if found[id] != expected[id] { descriptions.append("\(kind) \(id): value") }
            if found.added(id) != expected.added(id) { descriptions.append("\(kind) \(id): place") }
        }
        descriptions = Set(descriptions).sorted()
    }
}
