package import Commands

/// The line at the bottom, while something is written on it.
package struct Prompt: Sendable {
    package enum Purpose: Hashable, Sendable {
        case command
        /// Narrows a list while it is being written; `previous` comes back when it is left.
        case filter(Pane, previous: String)
        /// Finds words in the document that is open.
        case search(previous: String)
        /// A note for the log, about what the cursor was on.
        case note
        /// Asks whether to do something; yes is `y`.
        case confirmation(Confirmation)
    }

    package let purpose: Purpose
    package var editor: LineEditor
    /// What could be written at the cursor, once completion was asked for.
    package var completion: Completion?
    /// Which of the proposals is in the line.
    package var proposal: Int?
    /// What is wrong with the line, once it was to be taken.
    package var complaint: String?
    /// The line and cursor before the first proposal.
    var unproposed: LineEditor?

    package init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        editor = LineEditor(text)
    }

    /// What stands before the text.
    package var sign: String {
        switch purpose {
        case .command: ":"
        case .filter, .search: "/"
        case .note: "note: "
        case .confirmation(let confirmation): confirmation.question + " (y/n) "
        }
    }
}

/// Something that is done only after asking.
package struct Confirmation: Hashable, Sendable {
    package let question: String
    package let effects: [Effect]

    package init(_ question: String, effects: [Effect]) {
        self.question = question
        self.effects = effects
    }
}
