import Reading
import SituationModel
import Storage

/// What became of texts that came in.
package struct IntakeOutcome: Hashable, Sendable {
    /// Documents that are new.
    package var added = 0
    /// Documents whose source has changed their text or headline.
    package var changed = 0
    /// Documents that have appeared in another place besides.
    package var appeared = 0
    /// Texts that were there already, as they came.
    package var unchanged = 0
    /// Texts that somebody has removed: they do not come back by themselves.
    package var removed = 0
    /// Quotes, events and actors that were read and are new.
    package var findings = 0
    /// Rows of a table that tell too little to be kept.
    package var leftOut = 0

    package init() {}

    package static func += (left: inout Self, right: Self) {
        left.added += right.added
        left.changed += right.changed
        left.appeared += right.appeared
        left.unchanged += right.unchanged
        left.removed += right.removed
        left.findings += right.findings
        left.leftOut += right.leftOut
    }

    /// Texts in all.
    package var total: Int { added + changed + appeared + unchanged + removed }
}

/// Some texts, sorted: what is to be read and written of them.
struct IntakePortion: Sendable {
    /// Documents as they are to be, with what they were where they are not new, in the order in which they came.
    private(set) var present: [DocumentID: Document] = [:]
    private(set) var before: [DocumentID: Document] = [:]
    private(set) var order: [DocumentID] = []
    private var needsReading: Set<DocumentID> = []
    var stories: [Story] = []
    var outcome = IntakeOutcome()

    mutating func add(_ document: Document) {
        present[document.id] = document
        order.append(document.id)
        needsReading.insert(document.id)
        outcome.added += 1
    }

    mutating func revise(_ stored: Document, to document: Document) {
        guard document != stored else {
            outcome.unchanged += 1
            return
        }
        let id = document.id
        if document.text != stored.text { needsReading.insert(id) }
        if document.appearances == stored.appearances { outcome.changed += 1 } else { outcome.appeared += 1 }
        if present[id] == nil {
            before[id] = stored
            order.append(id)
        }
        present[id] = document
    }

    /// Reads the texts that are new, in two shares at once.
    func read(by reader: Reader, _ known: KnownActors) async -> [DocumentID: [Record]] {
        let documents = order.compactMap { needsReading.contains($0) ? present[$0] : nil }
        let shares = min(2, documents.count)
        guard shares > 0 else { return [:] }
        return await withTaskGroup(of: [(DocumentID, [Record])].self) { group in
            for share in 0..<shares {
                group.addTask {
                    stride(from: share, to: documents.count, by: shares).map { index in
                        (documents[index].id, DocumentRecords(documents[index], readBy: reader, known).records)
                    }
                }
            }
            var records: [DocumentID: [Record]] = [:]
            for await share in group { for (id, found) in share { records[id] = found } }
            return records
        }
    }

    /// What the log calls it.
    func summary(findings: Int) -> String {
        let found = "\(findings) finding\(findings == 1 ? "" : "s")"
        guard order.count == 1, let document = order.first.flatMap({ present[$0] }) else {
            return "read \(order.count) documents: \(found)"
        }
        return "read “\(document.title)”: \(found)"
    }
}
