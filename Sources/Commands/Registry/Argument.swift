/// What a command wants to be told after its name.
package struct Argument: Hashable, Sendable {
    /// What an argument is, and so what can be offered to complete it.
    package enum Kind: String, CaseIterable, Sendable {
        /// The name of a pane.
        case pane
        /// The name of a theme.
        case theme
        /// `on` or `off`.
        case `switch`
        /// A moment, absolute or relative.
        case instant
        case actor, ladder, rung, situation
        /// A matrix of competing hypotheses.
        case hypotheses
        /// How an item stands to a hypothesis: a cell of such a matrix, or a step from what it is.
        case rating
        /// A ladder to start from.
        case template
        /// The name of a saved view.
        case view
        /// A query.
        case query
        /// The name of a command.
        case command
        /// Any words.
        case text
        /// The path of a file.
        case file
        /// A whole number.
        case number

        /// Every value of this kind, where there is a fixed number of them; `nil` where only the board can say.
        package var values: [String]? {
            switch self {
            case .pane: Context.panes.map(\.rawValue)
            case .switch: ["on", "off"]
            case .rating: ["II", "I", "N", "C", "CC", "more", "less", "none"]
            case .theme, .instant, .actor, .ladder, .rung, .situation, .hypotheses, .template, .view, .query, .command,
                .text,
                .file, .number:
                nil
            }
        }
    }

    /// The argument's name in the help, in lower case: `text` is shown as `TEXT`.
    package let name: String
    /// What it can be.
    package let kind: Kind
    /// Whether the command means nothing without it.
    package let isRequired: Bool
    /// Whether the argument is the rest of the line as it was written, blanks and quotation marks included.
    package let takesRest: Bool

    /// Makes an argument that may be left out, unless it says otherwise.
    package init(_ name: String, _ kind: Kind, isRequired: Bool = false, takesRest: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.takesRest = takesRest
    }

    /// The argument as a synopsis has it: `PANE`, `[TEXT…]`, `[on|off]`.
    package var synopsis: String {
        let word = kind == .switch ? "on|off" : name.uppercased() + (takesRest ? "…" : "")
        return isRequired ? word : "[\(word)]"
    }
}
