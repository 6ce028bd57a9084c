import Controller
import SituationModel
import Storage

/// What the board asks of the traffic between actors.
extension Desk {
    /// What is made of the traffic between actors; `nil` for what is not.
    func trafficDetail(
        _ subject: Subject, of situation: SituationID, asOf: Instant?
    ) throws(ArchiveError) -> DetailData? {
        switch subject {
        case .item, .document, .found, .judgements, .whatIf: return nil
        case .timeline(let actor):
            return try DetailData(timelineOf: actor, for: subject, from: archive, of: situation, asOf: asOf)
        case .chart, .deedMatrix, .deeds:
            let book = try trafficBook(of: situation, asOf: asOf)
            return try DetailData(book, for: subject, from: archive, asOf: asOf, at: asOf ?? now())
        }
    }

    /// The traffic of a situation, kept up since it was asked for last.
    func trafficBook(of situation: SituationID, asOf: Instant?) throws(ArchiveError) -> TrafficBook {
        var present = book.flatMap { $0.situation == situation ? $0 : nil } ?? TrafficBook(of: situation)
        book = nil
        try present.update(from: archive, asOf: asOf, at: now())
        book = present
        return present
    }
}
