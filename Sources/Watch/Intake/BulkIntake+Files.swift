import Wire

extension BulkIntake {
    /// A feed is read entry by entry; everything else by what it is.
    static func read(
        file path: String, _ deliver: (ItemStream.Piece) throws -> Void, arrival: (FeedEntry, String?) -> Arrival?
    ) throws -> Intake.Outcome {
        guard FileHead.kind(of: path) == .feed else {
            return try Intake().read(file: path) { try deliver(.item($0)) }
        }
        var arrivals: [Arrival] = []
        var failure: (any Error)?
        let feed = try Feed.read(file: path) { entry in
            if let arrival = arrival(entry, nil) { arrivals.append(arrival) }
            guard arrivals.count >= pieceSize, failure == nil else { return }
            do { try deliver(.arrivals(arrivals)) } catch { failure = error }
            arrivals = []
        }
        if let failure { throw failure }
        // The language of the whole may stand behind the first entries.
        for index in arrivals.indices where arrivals[index].language == nil { arrivals[index].language = feed.language }
        try deliver(.arrivals(arrivals))
        if !feed.warnings.isEmpty { try deliver(.warnings(feed.warnings.map { "\(path): \($0)" }, leftOut: 0)) }
        return Intake.Outcome()
    }
}
