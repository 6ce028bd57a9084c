package import Commands
package import Display
import QueryLanguage
package import SituationModel

/// The state of the board, and the only place where a key becomes a change.
///
/// A value: what is pressed and what comes in goes through ``take(_:)-input``, ``take(_:)-news``, which answer with the
/// effects that the rest of the program is to perform. It reads no clock and touches neither archive nor terminal.
package struct Board: Sendable {
    // MARK: What is watched

    package internal(set) var situation: Situation
    package internal(set) var tally = Tally()
    package internal(set) var situations: [Header] = []
    /// As it was known then; live when `nil`.
    package internal(set) var asOf: Instant?
    package internal(set) var quotes = ListWindow<Listed<Quote>>()
    package internal(set) var events = ListWindow<Listed<Event>>()
    package internal(set) var documents = ListWindow<Listed<Document>>()
    package internal(set) var log = ListWindow<LoggedEntry>()

    // MARK: Where the reader is

    package internal(set) var size: Size
    package internal(set) var focus = Pane.ladders
    package internal(set) var isZoomed = false
    /// The panes that had the focus, the latest last: which of those that share a place is in front.
    package internal(set) var fronts: [Pane] = []
    package internal(set) var cursors: [Pane: Item] = [:]
    package internal(set) var tops: [Pane: ScrollTop] = [:]
    package internal(set) var filters: [Pane: String] = [:]
    /// How many items have come in above what a pane shows, since the reader was last at its top.
    package internal(set) var arrivals: [Pane: Int] = [:]
    /// What was folded or unfolded by hand.
    package internal(set) var folds: [Item: Bool] = [:]
    package internal(set) var detail = DetailState()
    package internal(set) var overlay: Overlay?
    /// The form or note whose changes are being written: it comes back if they cannot be.
    var beingSaved: Overlay?
    package internal(set) var message: Message?
    /// Keys pressed that so far are only the beginning of a command's.
    package internal(set) var pendingKeys: [Key] = []
    /// What can be pressed next, while keys are pending.
    package internal(set) var pendingContinuations: [(keys: String, summary: String)] = []
    /// What the reader's own lists hold, recomputed when something they show changes.
    package internal(set) var actorRows: [ActorTree.Row] = []
    package internal(set) var ladderRows: [LadderRows.Row] = []

    /// How many pages have been asked for.
    var pagesAsked = 0

    /// How the collecting goes.
    package internal(set) var collecting = CollectingNews()
    /// How the traffic between the actors of the ladders goes.
    package internal(set) var traffic = TrafficNews()
    /// Whether what others change is left out of sight until the reader goes on.
    package internal(set) var isHeld = false
    /// Whether something has changed meanwhile.
    package internal(set) var hasHeldNews = false

    /// What analysts hold, computed.
    package internal(set) var judging = JudgingNews()
    /// The ladders to start from.
    var patterns: [LadderPattern] = []
    /// The reader's saved views, in the order of their file.
    package internal(set) var views: [SavedView] = []
    /// Where the cursor stands in each matrix.
    var matrixPlaces: [HypothesesID: MatrixPlace] = [:]
    /// The matrix that was opened last: what is taken as evidence goes there.
    var matrixInHand: HypothesesID?

    /// What is marked to be confirmed or rejected together, as it was when it was marked.
    var marked: [Item: Record] = [:]

    /// What is asked in the sandbox, and what it says; `nil` until it has been worked out.
    package internal(set) var sandbox = WhatIfSheet()
    package internal(set) var sandboxReport: WhatIfReport?

    // MARK: How it is set

    package internal(set) var settings: Settings
    let registry: CommandRegistry
    package let keymap: Keymap
    /// The theme chosen by hand, if one was.
    var chosenTheme: String?
    var picture = Picture()
    var commandHistory = History()
    var filterHistory = History()

    /// What holds for as long as the board is open.
    package struct Settings: Sendable {
        /// The reader's name, under which changes are recorded.
        package var reader: String
        package var theme: String
        package var themes: [String]
        package var hasMouse: Bool
        /// Why nothing can be changed, where nothing can be.
        package var readOnlyReason: String?
        package var version: String

        package init(
            reader: String, theme: String, themes: [String] = [], hasMouse: Bool = true,
            readOnlyReason: String? = nil, version: String = ""
        ) {
            self.reader = reader
            self.theme = theme
            self.themes = themes
            self.hasMouse = hasMouse
            self.readOnlyReason = readOnlyReason
            self.version = version
        }
    }

    package init(
        situation: SituationID, size: Size, settings: Settings, keymap: Keymap,
        registry: CommandRegistry = .standard, asOf: Instant? = nil
    ) {
        self.situation = Situation(id: situation)
        self.size = size
        self.settings = settings
        self.keymap = keymap
        self.registry = registry
        self.asOf = asOf
    }

    /// Says something to the reader on the bottom line.
    package mutating func tell(_ text: String) {
        message = Message(text, kind: .warning)
    }

    /// What to ask for when the board is opened.
    package mutating func start() -> [Effect] {
        [.load(.situations), .load(.collecting), .load(.patterns), .load(.views)] + reloadAll(landing: .keep)
    }
}

/// A word to the reader on the bottom line; gone with the next key.
package struct Message: Hashable, Sendable {
    package enum Kind: Sendable {
        case information, warning, error
    }

    package let text: String
    package let kind: Kind

    package init(_ text: String, kind: Kind = .information) {
        self.text = text
        self.kind = kind
    }
}

/// What the detail pane shows, and how one came there.
package struct DetailState: Sendable {
    /// The subjects opened one from another; the last is shown. Empty while the pane follows the cursor.
    package var trail: [Subject] = []
    /// What is shown: the end of the trail, or what the cursor in the lists is on.
    package var subject: Subject?
    package var data: DetailData?
    /// The first line shown.
    package var scroll = 0
    /// The link the cursor is on.
    package var link: Link?
    /// The cell of the matrix the cursor was moved to; `nil` while it is where it began.
    package var cell: DeedPlace?
    /// Words searched for in a document.
    package var search = ""
    /// Whether the anchor a document was opened at has yet to be scrolled to.
    package var seeksAnchor = false

    package var isOpen: Bool { !trail.isEmpty }

    package init() {}
}

/// What lies over the board and takes the keys.
package enum Overlay: Sendable {
    case prompt(Prompt)
    case form(Form)
    case list(ListOverlay)
}
