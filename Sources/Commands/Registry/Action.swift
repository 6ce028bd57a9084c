/// Everything the program can do, once.
///
/// The raw value is the command's name: on the `:` prompt, in the configuration, in the manual. What a command needs to
/// be known, found and run by name or key stands in its row of ``CommandRegistry/standard``.
package enum Action: String, CaseIterable, Codable, Sendable {
    // Moving
    case moveDown = "move-down"
    case moveUp = "move-up"
    case moveLeft = "move-left"
    case moveRight = "move-right"
    case top
    case bottom
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case nextGroup = "next-group"
    case previousGroup = "previous-group"
    case nextUnseen = "next-unseen"

    // Panes
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case pane
    case zoom
    case foldAll = "fold-all"
    case unfoldAll = "unfold-all"

    // Reading
    case open
    case back
    case source
    case copy
    case scrollDown = "scroll-down"
    case scrollUp = "scroll-up"
    case markSeen = "mark-seen"
    case timeline

    // Finding
    case filter
    case clearFilter = "clear-filter"
    case find
    case view
    case saveView = "view-save"
    case forgetView = "view-forget"
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case command
    case palette
    case help

    // Time
    case earlier
    case later
    case live
    case asOf = "as-of"

    // Editing
    case add
    case addActor = "add-actor"
    case addQuote = "add-quote"
    case addEvent = "add-event"
    case addRelation = "add-relation"
    case edit
    case remove
    case relate
    case state
    case note
    case undo
    case redo

    // Reviewing
    case confirm
    case reject
    case mark
    case confirmAll = "confirm-all"

    // Warning
    case whatIf = "whatif"
    case chart
    case matrix

    // Judging
    case judge
    case judgements
    case hypotheses = "ach"
    case addHypotheses = "ach-new"
    case addHypothesis = "ach-hypothesis"
    case addItem = "ach-item"
    case takeEvidence = "ach-add"
    case rate
    case addLadder = "add-ladder"

    // Board
    case situation
    case theme
    case mouse
    case sources
    case hold
    case reload
    case redraw
    case suspend
    case version
    case quit

    // Prompts, forms and lists
    case accept
    case cancel
    case save
    case complete
    case completeBack = "complete-back"
    case historyOlder = "history-older"
    case historyNewer = "history-newer"
    case nextField = "next-field"
    case previousField = "previous-field"
    case nextChoice = "next-choice"
    case previousChoice = "previous-choice"
}
