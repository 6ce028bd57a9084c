package import Commands
package import QueryLanguage
package import SituationModel

/// What reaches the board from the rest of the program.
package enum News: Sendable {
    case outline(Situation, Tally, asOf: Instant?)
    case page(PageNews)
    case detail(DetailData, asOf: Instant?)
    case situations([Header])
    /// The moment a time step leads to; `nil` where there is none.
    case moment(Instant?, for: TimeStep)
    /// Where the words that were looked up stand; `nil` where they do not.
    case anchored(Anchor?)
    /// How the collecting goes.
    case collecting(CollectingNews)
    /// What the sandbox says to a sheet.
    case whatIf(WhatIfReport, for: WhatIfSheet)
    /// What analysts hold, as of the outline that comes with it.
    case judging(JudgingNews, asOf: Instant?)
    /// The ladders to start from.
    case patterns([LadderPattern])
    /// The reader's saved views, and what is wrong with their file.
    case views([SavedView], problem: String?)
    /// How the traffic between the actors of each ladder goes.
    case traffic(TrafficNews, of: SituationID, asOf: Instant?)
    /// The archive has changed by what this board has done.
    case archiveChanged
    /// The archive has been changed by somebody else.
    case othersChanged
    /// What was asked for is done.
    case done(String)
    /// What was asked for could not be done; nothing was changed by it.
    case failed(String)
}

/// A page that was asked for.
package struct PageNews: Sendable {
    package enum Rows: Sendable {
        case quotes(Page<Listed<Quote>>)
        case events(Page<Listed<Event>>)
        case documents(Page<Listed<Document>>)
        case log(Page<LoggedEntry>)
    }

    package let rows: Rows
    package let request: PageRequest
    package let landing: Landing

    package init(_ rows: Rows, for request: PageRequest, landing: Landing) {
        self.rows = rows
        self.request = request
        self.landing = landing
    }
}

/// What the archive holds about something that is open in the detail pane.
package struct DetailData: Sendable {
    package let subject: Subject
    /// The record itself, where the board does not hold it already.
    package var record: Record?
    package var document: Document?
    package var entry: LoggedEntry?
    package var quotes: [Listed<Quote>] = []
    package var events: [Listed<Event>] = []
    /// The entries that made it what it is, newest first.
    package var history: [LoggedEntry] = []
    /// How the text of the document was changed last, where it was.
    package var lastChange: TextChange?
    /// The traffic of a chart, and who did what to whom of a matrix.
    package var chart: TrafficChart?
    package var deeds: DeedMatrix?
    /// What answers a query besides quotes and events.
    package var found = FoundRest()
    /// Whether there is more than was read.
    package var isCutOff = false
    /// The heads of the documents that any of it rests on.
    package var documents: [DocumentID: DocumentHead] = [:]

    package init(subject: Subject) {
        self.subject = subject
    }
}

/// What answers a query besides quotes and events.
package struct FoundRest: Sendable {
    /// Actors, sources, relations, ladders and rungs.
    package var items: [Item] = []
    package var documents: [Listed<Document>] = []

    package init() {}
}

/// How a source has changed the text of a document.
package struct TextChange: Hashable, Sendable {
    /// When that was known.
    package let at: Instant
    /// The words that are gone, in the order of the former text.
    package let removed: [String]
    /// Where the words that are new stand, in scalar values of the present text.
    package let added: [Range<Int>]

    package init(at: Instant, removed: [String], added: [Range<Int>]) {
        self.at = at
        self.removed = removed
        self.added = added
    }
}
