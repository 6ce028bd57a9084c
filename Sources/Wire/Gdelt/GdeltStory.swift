/// What one article tells of one deed between two sides: the rows that say so, taken as one.
package struct GdeltStory: Hashable, Sendable {
    /// The row to show: one from the article's lead before others, then the one with most mentions, then the oldest.
    package private(set) var lead: GdeltEvent
    /// GLOBALEVENTID of all its rows, in the order in which they came.
    package private(set) var rows: [Int]
    /// Whether rows with the sides exchanged are among them: a meeting is told as A's visit and as B's receiving it.
    package private(set) var hasMirror: Bool

    fileprivate init(_ event: GdeltEvent) {
        (lead, rows, hasMirror) = (event, [event.id], false)
    }

    fileprivate mutating func add(_ event: GdeltEvent) {
        rows.append(event.id)
        if event.source?.code != lead.source?.code { hasMirror = true }
        if Self.isBetter(event, lead) { lead = event }
    }

    private static func isBetter(_ event: GdeltEvent, _ lead: GdeltEvent) -> Bool {
        if event.isRoot != lead.isRoot { return event.isRoot }
        if event.mentions != lead.mentions { return event.mentions > lead.mentions }
        return event.id < lead.id
    }
}

/// Gathers rows of GDELT's events into stories: one for each address, pair of actors and kind of deed.
///
/// Rows with the sides exchanged are one story where the deed is done together (roots 03 to 06: agreeing, talking,
/// diplomatic and material cooperation). Elsewhere who did it to whom is what matters, and A's attack on B is not B's on
/// A. Cost: constant for a row; memory: one row for a story.
package struct GdeltStories: Sendable {
    private var stories: [GdeltStory] = []
    private var places: [Key: Int] = [:]

    package init() {}

    package mutating func add(_ events: some Sequence<GdeltEvent>) {
        for event in events {
            let key = Key(event)
            if let place = places[key] {
                stories[place].add(event)
            } else {
                places[key] = stories.count
                stories.append(GdeltStory(event))
            }
        }
    }

    /// The stories, by when their leads were taken in, and then by their numbers.
    package var inOrder: [GdeltStory] {
        stories.sorted { ($0.lead.added, $0.lead.id) < ($1.lead.added, $1.lead.id) }
    }

    private struct Key: Hashable {
        var link: String
        var first: String
        var second: String
        var root: String

        init(_ event: GdeltEvent) {
            (link, root) = (event.link, event.code.root)
            // By code, or by name where only a name was found.
            let source = event.source.map { $0.code.isEmpty ? $0.name : $0.code } ?? ""
            let target = event.target.map { $0.code.isEmpty ? $0.name : $0.code } ?? ""
            let isMutual = root == "03" || root == "04" || root == "05" || root == "06"
            (first, second) = isMutual && target < source ? (target, source) : (source, target)
        }
    }
}
