package import SituationModel

/// A situation as a page to hand on: the judgement first, then what it rests on.
package enum Report {
    /// The report as Markdown, for people, terminals and renderers alike.
    ///
    /// The marking at head and foot is the strictest of the situation's and its documents'. Everything that came from
    /// outside is escaped: it can neither format the page nor steer a terminal.
    ///
    /// - Parameter asOf: the moment the situation was put back to, to be told at the head; `nil` for none.
    package static func markdown(_ situation: Situation, asOf: Instant?) -> String {
        let page = ReportPage(situation)
        let markings = [situation.header?.marking].compactMap { $0 } + situation.documents.inOrder.compactMap(\.marking)
        let label = (markings.max() ?? .clear).label
        let sections = [
            page.head(asOf: asOf), page.ladders, page.gaps, page.actors, page.quotes, page.events, page.sources,
        ]
        return ([[label]] + sections.filter { !$0.isEmpty } + [[label]])
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
