/// The records of one kind, each under its identifier, in the order in which they were added to the journal.
package struct RecordTable<Value: Revisable>: Hashable, Sendable {
    private struct Row: Hashable, Sendable {
        let added: JournalOrder
        var value: Value
    }

    private var rows: [String: Row] = [:]

    package init() {}

    package var isEmpty: Bool { rows.isEmpty }
    package var count: Int { rows.count }

    /// The records, first added first. Sorts on every call.
    package var inOrder: [Value] {
        rows.values.sorted { $0.added < $1.added }.map(\.value)
    }

    /// When the record of that identifier was added.
    package func added(_ id: Identifier<Value>) -> JournalOrder? { rows[id.text]?.added }

    package subscript(id: Identifier<Value>) -> Value? { rows[id.text]?.value }

    subscript(text text: String) -> Value? { rows[text]?.value }

    /// Puts a record in; one that was there keeps its place in the order.
    package mutating func put(_ value: Value, under id: String, at order: JournalOrder) {
        rows[id] = Row(added: rows[id]?.added ?? order, value: value)
    }

    mutating func remove(_ id: String) {
        rows[id] = nil
    }
}
