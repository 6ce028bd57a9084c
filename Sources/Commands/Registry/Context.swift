/// A place where keys have a meaning of their own. The raw value names it in the configuration: `[keys.quotes]`.
package enum Context: String, CaseIterable, Codable, Sendable {
    /// Everywhere on the board: what holds in every pane that does not say otherwise.
    case board

    case actors, ladders, quotes, timeline, wire, log, detail

    /// A document, open to be read.
    case document

    /// A matrix of competing hypotheses, open in the detail pane.
    case matrix

    /// The line at the bottom, while something is written on it: a command, a filter.
    case prompt

    /// A form, while something is added or changed.
    case form

    /// A list to choose from, with a line to narrow it: the palette, the help, a picker.
    case list

    /// The panes of the board, in the order of their keys.
    package static let panes: [Context] = [.actors, .ladders, .quotes, .timeline, .wire, .log, .detail]

    /// Whether this is a pane of the board.
    package var isPane: Bool { Self.panes.contains(self) }

    /// Whether text is written here, so that an unmodified character is text and can never be a command.
    package var takesText: Bool { self == .prompt || self == .form || self == .list }

    /// Where the context is, as it reads in a sentence: “… in the quotes pane”.
    package var place: String {
        switch self {
        case .board: "on the board"
        case .actors, .ladders, .quotes, .timeline, .wire, .log, .detail: "in the \(rawValue) pane"
        case .document: "in a document"
        case .matrix: "in a matrix of hypotheses"
        case .prompt: "on the prompt"
        case .form: "in a form"
        case .list: "in a list"
        }
    }
}
