import Glibc
import SituationModel
import Storage
import Wire

/// Makes texts of the entries of a large feed; but of none that came so before, which is known by the entry alone and spares the
/// making.
struct FeedIntake: Sendable {
    let archive: Archive
    let situation: SituationID
    let source: SourceID
    /// Each entry is received at a moment of its own: a list has room for so many rows of one second, and a large feed has more
    /// entries.
    let now: @Sendable () -> Instant

    /// Reads a file entry by entry and hands them over some at a time, each time with the language of the feed as far as it is
    /// known, and how much of the file has been read.
    static func read(_ path: String, _ deliver: (ItemStream.Piece) throws -> Void) throws -> Intake.Outcome {
        var entries: [FeedEntry] = []
        var failure: (any Error)?
        var facts = stat()
        let size = stat(path, &facts) == 0 ? Double(facts.st_size) : 0
        var share = 0.0
        let feed = try Feed.read(file: path, position: { share = size > 0 ? min(1, Double($0) / size) : 0 }) { entry in
            guard failure == nil else { return }
            entries.append(entry)
            guard entries.count >= BulkIntake.pieceSize else { return }
            do { try deliver(.entries(entries, language: nil, share: share)) } catch { failure = error }
            entries = []
        }
        if let failure { throw failure }
        // The language of the whole may stand behind the first entries.
        try deliver(.entries(entries, language: feed.language, share: 1))
        if !feed.warnings.isEmpty { try deliver(.warnings(feed.warnings.map { "\(path): \($0)" }, leftOut: 0)) }
        return Intake.Outcome()
    }

    /// The texts of those entries that are new or changed, and the documents of the others.
    func sorted(
        _ entries: [FeedEntry], language: String?
    ) throws(ArchiveError) -> (arrivals: [Arrival], again: [DocumentID]) {
        let forms = entries.map { $0.form(from: source) }
        let present = try archive.present(forms: forms, of: situation)
        var arrivals: [Arrival] = []
        var again: [DocumentID] = []
        for (entry, form) in zip(entries, forms) {
            if let document = present[form] {
                again.append(document)
            } else if var arrival = Arrival(entry, from: source, language: language, received: now()) {
                arrival.form = form
                arrivals.append(arrival)
            }
        }
        return (arrivals, again)
    }
}
