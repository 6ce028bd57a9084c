/// A record as a list shows it: with its place in the journal and the heads of the documents it rests on, so that its
/// grade and origin can be told without another look-up.
package struct Listed<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    /// The entry that brought about its present form.
    package let changed: JournalOrder
    /// The documents that its anchors point into.
    package let documents: [DocumentID: DocumentHead]
    /// Whether the reader who asked has not looked at its present form yet.
    package var isUnseen: Bool

    package init(value: Value, changed: JournalOrder, documents: [DocumentID: DocumentHead], isUnseen: Bool) {
        self.value = value
        self.changed = changed
        self.documents = documents
        self.isUnseen = isUnseen
    }
}

/// A document without its text.
package struct DocumentHead: Hashable, Sendable {
    package let id: DocumentID
    package let source: SourceID
    package let title: String
    package let published: DateExpression?
    package let received: Instant
    package let marking: TrafficLight?

    package init(_ document: Document) {
        id = document.id
        source = document.source
        title = document.title
        published = document.published
        received = document.received
        marking = document.marking
    }
}

/// An entry as the log shows it.
package struct LoggedEntry: Hashable, Sendable {
    package let entry: Entry
    /// Whether it has been undone.
    package let isTakenBack: Bool

    package init(entry: Entry, isTakenBack: Bool) {
        self.entry = entry
        self.isTakenBack = isTakenBack
    }
}

/// How much there is, and how much of it a reader has not seen.
package struct Tally: Hashable, Sendable {
    package var documents = 0
    package var quotes = 0
    package var events = 0
    package var entries = 0
    package var unseenDocuments = 0
    package var unseenQuotes = 0
    package var unseenEvents = 0
    /// When the latest document came in.
    package var newestReceived: Instant?

    package init() {}

    package var unseen: Int { unseenDocuments + unseenQuotes + unseenEvents }
}
