import SituationModel
import Storage
import Wire

/// Reads a feed from a file, entry by entry, and makes texts of its entries; but of none that came so before, which is known by
/// the entry alone and spares the making.
///
/// Works on the thread that reads, while what came before is compared.
struct FeedIntake: Sendable {
    let archive: Archive
    let situation: SituationID
    let source: SourceID
    /// Each entry is received at a moment of its own: a list has room for so many rows of one second, and a large feed has more
    /// entries.
    let now: @Sendable () -> Instant

    func read(_ path: String, _ deliver: (ItemStream.Piece) throws -> Void) throws -> Intake.Outcome {
        var entries: [FeedEntry] = []
        var failure: (any Error)?
        let feed = try Feed.read(file: path) { entry in
            guard failure == nil else { return }
            entries.append(entry)
            guard entries.count >= BulkIntake.pieceSize else { return }
            do { try deliver(piece(entries, language: nil)) } catch { failure = error }
            entries = []
        }
        if let failure { throw failure }
        // The language of the whole may stand behind the first entries.
        try deliver(piece(entries, language: feed.language))
        if !feed.warnings.isEmpty { try deliver(.warnings(feed.warnings.map { "\(path): \($0)" }, leftOut: 0)) }
        return Intake.Outcome()
    }

    private func piece(_ entries: [FeedEntry], language: String?) throws -> ItemStream.Piece {
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
        return .arrivals(arrivals, again: again)
    }
}
