package import QueryLanguage
package import SituationModel

/// What the board asks the rest of the program to do. The controller performs none of it.
package enum Effect: Hashable, Sendable {
    case load(Load)
    /// Writes changes into the journal, together; `said` is what to tell when it is done.
    case append([Change], said: String)
    /// Confirms or rejects what was read by machine.
    case review([Record], Review.Verdict, said: String)
    /// Records a judgement under the reader's name, made now.
    case judge(JudgementDraft, said: String)
    /// Keeps a query under a name, or no longer.
    case saveView(name: String, query: String)
    case forgetView(String)
    case undo
    case redo
    /// Looks words up in a document, word for word; of several places, the one nearest to `near`, else the first.
    case anchor(words: String, in: DocumentID, near: Int?)
    /// Works out what the sandbox says to a sheet. Reads nothing and writes nothing.
    case whatIf(WhatIfSheet, Situation)
    case markSeen([RecordKey])
    case markAllSeen
    case copy(String)
    case bell
    /// Shows a theme; `isChosen` says whether to keep it.
    case theme(String, isChosen: Bool)
    case mouse(Bool)
    case redraw
    case suspend
    case quit

    /// Something to be read from the archive.
    package enum Load: Hashable, Sendable {
        /// Header, actors, ladders and all else that is small, the tally, and what is computed of it.
        case outline(asOf: Instant?)
        case page(ListKind, PageRequest, Landing)
        case detail(Subject, asOf: Instant?)
        case situations
        /// How the sources stand.
        case collecting
        /// The ladders to start from.
        case patterns
        /// The reader's saved views.
        case views
        /// How the traffic between the actors of the ladders goes.
        case traffic(asOf: Instant?)
        case moment(TimeStep)
    }
}

/// The lists that are too long to be held whole.
package enum ListKind: String, CaseIterable, Codable, Hashable, Sendable {
    case quotes, events, documents, log

    /// The pane that shows the list.
    package var pane: Pane {
        switch self {
        case .quotes: .quotes
        case .events: .timeline
        case .documents: .wire
        case .log: .log
        }
    }
}

extension Pane {
    /// The long list that the pane shows, if it shows one.
    package var listKind: ListKind? { ListKind.allCases.first { $0.pane == self } }
}

/// Where the cursor goes once a page has come.
package enum Landing: Hashable, Sendable {
    /// Where it was; at the first row if that is gone.
    case keep
    case first
    case last
    /// The page goes on where the rows at hand end.
    case extendOlder
    case extendNewer

    /// Whether the rows at hand stay.
    var extends: Bool { self == .extendOlder || self == .extendNewer }
}

/// A step to a neighbouring moment at which something became known.
package enum TimeStep: Hashable, Sendable {
    /// Before that moment; before the present when `nil`.
    case before(Instant?)
    case after(Instant)
}
