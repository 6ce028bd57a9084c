package import Commands

/// A pane of the board.
package enum Pane: String, CaseIterable, Codable, Hashable, Sendable {
    case actors, ladders, quotes, timeline, wire, log, detail

    /// The panes that list something, in the order of their keys; the detail pane shows what is opened in them.
    package static let lists: [Pane] = [.actors, .ladders, .quotes, .timeline, .wire, .log]

    package var title: String {
        switch self {
        case .actors: "Actors"
        case .ladders: "Escalation"
        case .quotes: "Quotes"
        case .timeline: "Timeline"
        case .wire: "Wire"
        case .log: "Log"
        case .detail: "Detail"
        }
    }

    /// Where keys are looked up while the pane has the focus.
    package var context: Context {
        switch self {
        case .actors: .actors
        case .ladders: .ladders
        case .quotes: .quotes
        case .timeline: .timeline
        case .wire: .wire
        case .log: .log
        case .detail: .detail
        }
    }
}
