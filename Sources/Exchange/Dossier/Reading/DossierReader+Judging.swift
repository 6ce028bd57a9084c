import SituationModel

/// What analysts hold: judgements of rungs, and hypotheses that compete.
extension DossierReader {
    mutating func judgement(_ fields: inout Fields) -> Judgement? {
        let id: JudgementID? = name(.judgement, &fields)
        let analyst = fields.requiredText("analyst", &problems)
        let rung = rungReference("rung", &fields)
        let until = fields.require("until", &problems) == nil ? nil : fields.moment("until", &problems)
        let likelihood = fields.require("likelihood", &problems).flatMap { self.likelihood(of: $0) }
        let confidence = fields.take("confidence").flatMap {
            $0.word(of: "confidence", as: AnalyticConfidence.self, &problems)
        }
        let made = fields.require("made", &problems) == nil ? nil : fields.moment("made", &problems)
        let reason = fields.text("reason", &problems)
        guard let id, let analyst, let rung, let until, let likelihood, let made else { return nil }
        return Judgement(
            id: id, analyst: analyst, rung: rung, horizonEnd: until, likelihood: likelihood, confidence: confidence,
            made: made, reason: reason)
    }

    private mutating func likelihood(of tree: Tree) -> Likelihood? {
        guard let text = tree.text(of: "likelihood", &problems) else { return nil }
        do {
            return try Likelihood(text)
        } catch {
            problems.add(tree.place, error.description)
            return nil
        }
    }

    mutating func hypotheses(_ fields: inout Fields) -> HypothesisMatrix? {
        let id: HypothesesID? = name(.hypotheses, &fields)
        let question = fields.requiredText("question", &problems)
        var hypotheses: [Hypothesis] = []
        for tree in fields.list("hypotheses") {
            guard var fields = self.fields(of: tree, "a hypothesis") else { continue }
            let id: HypothesisID? = own("id", &fields, besides: hypotheses.map(\.id))
            let title = fields.requiredText("title", &problems)
            fields.finish(&problems)
            if let id, let title { hypotheses.append(Hypothesis(id: id, title: title)) }
        }
        var items: [EvidenceItem] = []
        for tree in fields.list("items") {
            guard var fields = self.fields(of: tree, "an item of evidence") else { continue }
            let id: EvidenceID? = own("id", &fields, besides: items.map(\.id))
            let summary = fields.requiredText("summary", &problems)
            let credibility = fields.word("credibility", or: EvidenceItem.Weight.medium, &problems)
            let relevance = fields.word("relevance", or: EvidenceItem.Weight.medium, &problems)
            let evidence = anchors("evidence", &fields)
            fields.finish(&problems)
            guard let id, let summary else { continue }
            items.append(
                EvidenceItem(
                    id: id, summary: summary, credibility: credibility, relevance: relevance, evidence: evidence))
        }
        let ratings = fields.list("ratings").compactMap { rating($0, hypotheses, items) }
        guard let id, let question else { return nil }
        return HypothesisMatrix(id: id, title: question, hypotheses: hypotheses, items: items, ratings: ratings)
    }

    private mutating func rating(_ tree: Tree, _ hypotheses: [Hypothesis], _ items: [EvidenceItem]) -> Rating? {
        guard var fields = fields(of: tree, "a rating") else { return nil }
        let analyst = fields.requiredText("analyst", &problems)
        let item: EvidenceID? = one(of: items.map(\.id), "item", &fields)
        let hypothesis: HypothesisID? = one(of: hypotheses.map(\.id), "hypothesis", &fields)
        let consistency = fields.requiredWord("consistency", as: Consistency.self, &problems)
        fields.finish(&problems)
        guard let analyst, let item, let hypothesis, let consistency else { return nil }
        return Rating(analyst: analyst, item: item, hypothesis: hypothesis, consistency: consistency)
    }

    /// The name of a part, which no other part of the same record may have.
    private mutating func own<Subject>(
        _ key: String, _ fields: inout Fields, besides taken: [Identifier<Subject>]
    ) -> Identifier<Subject>? {
        guard let tree = fields.require(key, &problems), let id: Identifier<Subject> = identifier(tree, of: key) else {
            return nil
        }
        if taken.contains(id) {
            problems.add(tree.place, "\(fields.what) named \(excerpt(id.text)) is there already; expected another name")
        }
        return id
    }

    /// The name of a part of the same record.
    private mutating func one<Subject>(
        of known: [Identifier<Subject>], _ key: String, _ fields: inout Fields
    ) -> Identifier<Subject>? {
        guard let tree = fields.require(key, &problems), let id: Identifier<Subject> = identifier(tree, of: key) else {
            return nil
        }
        if !known.contains(id) {
            problems.add(
                tree.place, "no \(key) is named \(excerpt(id.text))", expected: known.map(\.text), nearestTo: id.text)
        }
        return id
    }
}
