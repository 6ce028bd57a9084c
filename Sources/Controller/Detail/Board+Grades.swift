package import SituationModel

extension Board {
    /// Where a finding stands on both axes: its own credibility, and the reliability of the source it came from.
    package func grade(
        _ credibility: InformationCredibility, document: DocumentID?, heads: [DocumentID: DocumentHead]
    ) -> Grade {
        let source = document.flatMap { heads[$0] }.flatMap { situation.sources[$0.source] }
        return Grade(source?.reliability ?? .f, credibility)
    }

    package func grade(of quote: Listed<Quote>) -> Grade {
        grade(quote.value.credibility, document: quote.value.content.first?.document, heads: quote.documents)
    }

    /// The grade of an event: that of the account that can be believed most.
    package func grade(of event: Listed<Event>) -> Grade? {
        let accounts = event.value.accounts
        let best = accounts.min { left, right in left.credibility.rawValue < right.credibility.rawValue }
        return best.map { grade($0.credibility, document: $0.anchor.document, heads: event.documents) }
    }
}
