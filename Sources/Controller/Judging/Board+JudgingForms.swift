import Commands
import SituationModel

extension Board {
    /// The form in which a rung is judged; where it follows a judgement, on the same question, with what the reader has said.
    func judgementForm(of rung: RungKey, after judgement: Judgement? = nil) -> Form? {
        guard situation.ladders[rung.ladder]?.rung(rung.rung) != nil else { return nil }
        let own = judgement.flatMap { $0.analyst == settings.reader ? $0 : nil }
        let confidences = AnalyticConfidence.allCases.map { Candidate($0.rawValue) }
        let fields = [
            FormField(
                .likelihood, text: own?.likelihood.description, hint: "likely, 60%, 55-80%", isRequired: true,
                proposals: Self.likelihoods),
            FormField(
                .until, text: judgement?.horizonText, hint: "2025-06-30 or 90d", isRequired: true,
                proposals: Self.horizons),
            FormField(.confidence, choices: [Self.nobody] + confidences, chosen: own?.confidence?.rawValue ?? ""),
            FormField(.reason, text: nil, hint: "what it rests on, what is assumed, what would change it"),
        ]
        let verb = own == nil ? "Judge" : "Revise"
        return Form(.judge(rung), title: "\(verb): \(situation.title(of: rung))", fields: fields)
    }

    /// The words of both scales, each with what it stands for.
    private static let likelihoods = LikelihoodScale.allCases.flatMap { scale in
        scale.bands.flatMap { band in
            let isFirst = scale == LikelihoodScale.allCases.first
            return band.words.prefix(2).map { word in
                Candidate(isFirst ? word : "\(word) (\(scale.rawValue))", summary: "\(band.percent), \(scale.rawValue)")
            }
        }
    }

    private static let horizons = [
        Candidate("30d", summary: "30 days from now"), Candidate("90d", summary: "90 days from now"),
        Candidate("6m", summary: "six months from now"), Candidate("1y", summary: "a year from now"),
    ]

    // MARK: Matrices

    func hypothesisForm(_ hypothesis: Hypothesis?, of matrix: HypothesisMatrix) -> Form {
        var fields = [
            FormField(
                .hypothesis, text: hypothesis?.title, hint: "an answer that could be the right one", isRequired: true)
        ]
        guard let hypothesis else {
            return Form(.addHypothesis(matrix.id), title: "Add a hypothesis: \(matrix.title)", fields: fields)
        }
        fields.append(FormField(.question, text: matrix.title, isRequired: true))
        return Form(.editHypothesis(hypothesis, of: matrix), title: "Rename a hypothesis", fields: fields)
    }

    func questionForm(of matrix: HypothesisMatrix) -> Form {
        let fields = [FormField(.question, text: matrix.title, isRequired: true)]
        return Form(.editQuestion(of: matrix), title: "Change the question", fields: fields)
    }

    /// The form for an item of evidence: one there is, or a new one, beginning with what is known of it.
    func itemForm(_ item: EvidenceItem?, of matrix: HypothesisMatrix, document: DocumentID? = nil) -> Form {
        let weights = EvidenceItem.Weight.allCases.map { Candidate($0.rawValue) }
        let anchor = item?.evidence.first
        let fields = [
            FormField(.summary, text: item?.summary, hint: "what is seen, or expected and not seen", isRequired: true),
            FormField(.credibility, choices: weights, chosen: (item?.credibility ?? .medium).rawValue),
            FormField(.relevance, choices: weights, chosen: (item?.relevance ?? .medium).rawValue),
            FormField(
                .document, choices: [Self.nobody] + documentChoices,
                chosen: (anchor?.document ?? document)?.text ?? ""),
            FormField(.words, text: anchor?.exact, hint: "the words it rests on, as they stand there"),
        ]
        guard let item else {
            return Form(.addItem(matrix.id), title: "Add evidence: \(matrix.title)", fields: fields)
        }
        return Form(.editItem(item, of: matrix), title: "Edit an item of evidence", fields: fields)
    }

    /// What a form changes in a matrix.
    func matrixChange(from form: Form, anchor: Anchor?) -> [Effect] {
        switch form.purpose {
        case .addHypothesis(let id):
            guard let matrix = situation.hypotheses[id] else { return [] }
            return adding(form.text(.hypothesis) ?? "", to: matrix)
        case .editHypothesis(let hypothesis, let before):
            var after = before
            for index in after.hypotheses.indices where after.hypotheses[index].id == hypothesis.id {
                after.hypotheses[index].title = form.text(.hypothesis) ?? hypothesis.title
            }
            after.title = form.text(.question) ?? before.title
            return change(before, to: after, said: "Changed the hypothesis")
        case .editQuestion(let before):
            var after = before
            after.title = form.text(.question) ?? before.title
            return change(before, to: after, said: "Changed the question")
        case .addItem(let id):
            guard let before = situation.hypotheses[id] else { return [] }
            let words = form.text(.summary) ?? ""
            let name = EvidenceID.suggested(by: words, fallback: "item").unless { name in
                before.items.contains { $0.id == name }
            }
            var after = before
            after.items.append(item(from: form, onto: EvidenceItem(id: name, summary: words), anchor))
            return change(before, to: after, said: "Added the evidence")
        case .editItem(let item, let before):
            var after = before
            for index in after.items.indices where after.items[index].id == item.id {
                after.items[index] = self.item(from: form, onto: item, anchor)
            }
            return change(before, to: after, said: "Changed the evidence")
        default: return []
        }
    }

    private func item(from form: Form, onto base: EvidenceItem, _ anchor: Anchor?) -> EvidenceItem {
        var item = base
        item.summary = form.text(.summary) ?? base.summary
        item.credibility = form.text(.credibility).flatMap(EvidenceItem.Weight.init) ?? base.credibility
        item.relevance = form.text(.relevance).flatMap(EvidenceItem.Weight.init) ?? base.relevance
        item.evidence = (anchor.map { [$0] } ?? []) + base.evidence.dropFirst()
        return item
    }

    /// The change from one form of a matrix to another; none where they are the same.
    func change(_ before: HypothesisMatrix, to after: HypothesisMatrix, said: String) -> [Effect] {
        guard before != after else { return [] }
        return [.append([.revise(before: .hypotheses(before), after: .hypotheses(after))], said: said)]
    }

    /// A further hypothesis.
    func adding(_ title: String, to before: HypothesisMatrix) -> [Effect] {
        let id = HypothesisID.suggested(by: title, fallback: "hypothesis").unless { id in
            before.hypotheses.contains { $0.id == id }
        }
        var after = before
        after.hypotheses.append(Hypothesis(id: id, title: title))
        return change(before, to: after, said: "Added the hypothesis")
    }
}

extension LikelihoodBand {
    /// The per cent it stands for: `55–80%`.
    package var percent: String {
        "\(Int((lower * 100).rounded()))–\(Int((upper * 100).rounded()))%"
    }
}
