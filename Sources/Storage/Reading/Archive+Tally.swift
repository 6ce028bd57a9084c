import GRDB
import QueryLanguage
package import SituationModel

extension Archive {
    /// How much a situation holds, and how much of it a reader has not seen in its present form; of a past moment, nothing
    /// counts as unseen.
    ///
    /// Cost: next to nothing, but for counting what has come since the reader last marked all as seen.
    package func tally(
        of situation: SituationID, asOf: Instant? = nil, reader: String? = nil
    ) throws(ArchiveError) -> Tally {
        try read(situation) { journal in
            var tally = Tally()
            tally.documents = try Counts.count(of: .document, in: journal, asOf: asOf)
            tally.quotes = try Counts.count(of: .quote, in: journal, asOf: asOf)
            tally.events = try Counts.count(of: .event, in: journal, asOf: asOf)
            tally.entries = try Counts.entryCount(in: journal, asOf: asOf)
            if asOf == nil, let marks = try reader.map({ try SeenMarks(of: $0, journal) }) {
                tally.unseenDocuments = try marks.unseenCount(in: .document)
                tally.unseenQuotes = try marks.unseenCount(in: .quote)
                tally.unseenEvents = try marks.unseenCount(in: .event)
            }
            let documents = ListReader(
                journal: journal, list: .document, asOf: asOf, search: .everything)
            let newest = try documents.rows(.older, of: .max, limit: 1).first
            tally.newestReceived = newest.flatMap { Coding.value(Document.self, from: $0.body) }?.received
            return tally
        }
    }
}
