import Commands
package import SituationModel

/// The matrix of competing hypotheses that is open: moving in it, rating its cells, what is in it.
extension Board {
    /// The matrix that has the keys.
    package var openMatrix: HypothesisMatrix? {
        guard focus == .detail, let id = detail.subject?.matrix else { return nil }
        return situation.hypotheses[id]
    }

    /// Where the cursor stands in a matrix, on something that is in it.
    package func place(in matrix: HypothesisMatrix) -> MatrixPlace {
        let kept = matrixPlaces[matrix.id]
        var place = MatrixPlace()
        if let item = kept == nil ? matrix.items.first?.id : kept?.item, matrix.items.contains(where: { $0.id == item })
        {
            place.item = item
        }
        let hypothesis = kept?.hypothesis
        place.hypothesis = matrix.hypotheses.contains { $0.id == hypothesis } ? hypothesis : matrix.hypotheses.first?.id
        return place
    }

    /// Opens a matrix, or lets one be chosen or begun.
    mutating func openMatrix(named name: String?) -> [Effect] {
        let matrices = situation.hypotheses.inOrder
        if let name {
            guard let matrix = matrices.first(where: { $0.id.text == name }) else {
                message = Message("There are no hypotheses “\(name)” in this situation", kind: .error)
                return [.bell]
            }
            return openTable(.item(.record(.hypotheses(matrix.id))))
        }
        if let only = matrices.first, matrices.count == 1 { return openTable(.item(.record(.hypotheses(only.id)))) }
        guard matrices.isEmpty else {
            overlay = .list(matricesOverlay { .show(.item(.record(.hypotheses($0)))) })
            return []
        }
        guard refusalToChange == nil else {
            message = Message("There are no competing hypotheses in this situation", kind: .warning)
            return []
        }
        overlay = .prompt(Prompt(.command, text: Action.addHypotheses.rawValue + " "))
        message = Message("None yet: write the question that the hypotheses are to answer")
        return []
    }

    private func matricesOverlay(_ choice: (HypothesesID) -> ListOverlay.Choice) -> ListOverlay {
        let entries = situation.hypotheses.inOrder.map { matrix in
            ListOverlay.Entry(
                title: matrix.title, detail: "\(matrix.hypotheses.count) hypotheses, \(matrix.items.count) items",
                choice: choice(matrix.id))
        }
        return ListOverlay(.matrices, title: "Competing hypotheses", entries: entries)
    }

    mutating func beginMatrix(_ question: String) -> [Effect] {
        let words = question.trimmed
        guard !words.isEmpty else { return [] }
        let id = HypothesesID.suggested(by: words, fallback: "hypotheses").unless { situation.hypotheses[$0] != nil }
        let matrix = HypothesisMatrix(id: id, title: words)
        return [.append([.add(record: .hypotheses(matrix))], said: "Begun: \(words)")]
            + openTable(.item(.record(.hypotheses(id))))
    }

    // MARK: Moving

    mutating func moveInMatrix(_ action: Action, _ matrix: HypothesisMatrix) {
        // The head counts as a row above the first.
        let rows: [EvidenceID?] = [nil] + matrix.items.map(\.id)
        var place = place(in: matrix)
        let present = rows.firstIndex(of: place.item) ?? 0
        let page = max(1, picture.region(of: .detail)?.shownLines ?? 1)
        let next =
            switch action {
            case .moveDown: present + 1
            case .moveUp: present - 1
            case .halfPageDown: present + max(1, page / 2)
            case .halfPageUp: present - max(1, page / 2)
            case .pageDown: present + page
            case .pageUp: present - page
            case .top: 0
            case .bottom: rows.count - 1
            default: present
            }
        place.item = rows[min(max(0, next), rows.count - 1)]
        matrixPlaces[matrix.id] = place
    }

    mutating func moveSideways(_ direction: Int, in matrix: HypothesisMatrix) {
        var place = place(in: matrix)
        guard let present = matrix.hypotheses.firstIndex(where: { $0.id == place.hypothesis }) else { return }
        place.hypothesis = matrix.hypotheses[min(max(0, present + direction), matrix.hypotheses.count - 1)].id
        matrixPlaces[matrix.id] = place
    }

    // MARK: Rating

    mutating func rate(_ word: String) -> [Effect] {
        guard let matrix = openMatrix else { return [] }
        let place = place(in: matrix)
        guard let item = matrix.items.first(where: { $0.id == place.item }), let hypothesis = place.hypothesis else {
            message = Message("Put the cursor on a cell to rate an item against a hypothesis", kind: .warning)
            return []
        }
        let present = matrix.rating(by: settings.reader, item.id, hypothesis)
        let next: Consistency? =
            switch word {
            case "more": Self.step(present, 1)
            case "less": Self.step(present, -1)
            default: Consistency(rawValue: word)
            }
        let label = matrix.hypotheses.firstIndex { $0.id == hypothesis }.map { "H\($0 + 1)" } ?? hypothesis.text
        let after = matrix.rated(next, by: settings.reader, item.id, hypothesis)
        guard next != present else {
            message = Message("You rate this \(next?.inWords ?? "not at all") already")
            return []
        }
        return change(
            matrix, to: after, said: "\(label): \(next.map { "\($0.rawValue), \($0.inWords)" } ?? "not rated")")
    }

    /// The next rating in a direction; from none, the first that leans that way.
    private static func step(_ present: Consistency?, _ direction: Int) -> Consistency {
        let all = Consistency.allCases
        guard let index = present.flatMap(all.firstIndex(of:)) else {
            return direction > 0 ? .consistent : .inconsistent
        }
        return all[min(max(0, index + direction), all.count - 1)]
    }

    // MARK: Hypotheses and items

    mutating func addHypothesis(_ title: String?) -> [Effect] {
        guard let matrix = openMatrix else { return [] }
        guard let title = title?.trimmed, !title.isEmpty else { return open(hypothesisForm(nil, of: matrix)) }
        return adding(title, to: matrix)
    }

    mutating func addItemByHand() -> [Effect] {
        guard let matrix = openMatrix else { return [] }
        return open(itemForm(nil, of: matrix))
    }

    mutating func editHere(in matrix: HypothesisMatrix) -> [Effect] {
        let place = place(in: matrix)
        if let item = matrix.items.first(where: { $0.id == place.item }) { return open(itemForm(item, of: matrix)) }
        guard let hypothesis = matrix.hypotheses.first(where: { $0.id == place.hypothesis }) else {
            return open(questionForm(of: matrix))
        }
        return open(hypothesisForm(hypothesis, of: matrix))
    }

    mutating func removeHere(in matrix: HypothesisMatrix) -> [Effect] {
        let place = place(in: matrix)
        let question: String
        let effects: [Effect]
        if let item = matrix.items.first(where: { $0.id == place.item }) {
            question = "Take out the evidence “\(item.summary.prefix(40))” with its ratings?"
            effects = change(matrix, to: matrix.without(item.id), said: "Took out the evidence")
        } else if let hypothesis = matrix.hypotheses.first(where: { $0.id == place.hypothesis }) {
            question = "Take out the hypothesis “\(hypothesis.title.prefix(40))” with its ratings?"
            effects = change(matrix, to: matrix.without(hypothesis.id), said: "Took out the hypothesis")
        } else {
            question = "Remove “\(matrix.title.prefix(48))”?"
            effects = [.append([.remove(key: .hypotheses(matrix.id))], said: "Removed \(matrix.title)")]
        }
        overlay = .prompt(Prompt(.confirmation(Confirmation(question, effects: effects))))
        return []
    }

    /// Opens the sentence that the item under the cursor rests on.
    mutating func openEvidence(in matrix: HypothesisMatrix) -> [Effect] {
        guard let item = matrix.items.first(where: { $0.id == place(in: matrix).item }) else {
            message = Message("Put the cursor on an item to open the sentence it rests on", kind: .warning)
            return []
        }
        guard let anchor = item.evidence.first else {
            message = Message("This item rests on no document; \(way(to: .edit)) gives it one", kind: .warning)
            return []
        }
        return open(.document(anchor.document, at: anchor))
    }

    // MARK: Evidence from the board

    mutating func takeEvidence(into name: String?) -> [Effect] {
        let matrices = situation.hypotheses.inOrder
        let wanted = name.map { HypothesesID($0) } ?? matrixInHand
        let matrix = matrices.first { $0.id == wanted } ?? (name == nil && matrices.count == 1 ? matrices.first : nil)
        guard let matrix else {
            if let name {
                message = Message("There are no hypotheses “\(name)” in this situation", kind: .error)
                return [.bell]
            }
            guard !matrices.isEmpty else {
                message = Message(
                    "There is no matrix to take it into; :\(Action.addHypotheses.rawValue) QUESTION begins one",
                    kind: .warning)
                return []
            }
            overlay = .list(matricesOverlay { .run(Invocation(.takeEvidence, [$0.text])) })
            return []
        }
        matrixInHand = matrix.id
        if let item = evidenceHere {
            guard !matrix.items.contains(where: { $0.id == item.id }) else {
                message = Message("This is among the evidence already: \(matrix.title)", kind: .warning)
                return []
            }
            var after = matrix
            after.items.append(item)
            return change(matrix, to: after, said: "Taken as evidence: \(matrix.title)")
        }
        if let document = documentHere { return open(itemForm(nil, of: matrix, document: document)) }
        message = Message("Quotes, events, relations, documents and sentences can be taken as evidence", kind: .warning)
        return []
    }

    private var documentHere: DocumentID? {
        if case .record(.document(let id))? = itemHere { return id }
        return focus == .detail ? detail.subject?.document : nil
    }

    /// What the cursor is on, as an item of evidence, its credibility as its grade suggests.
    private var evidenceHere: EvidenceItem? {
        if focus == .detail, case .anchor(let anchor)? = currentLink {
            let grade = grade(.cannotBeJudged, document: anchor.document, heads: detail.data?.documents ?? [:])
            return EvidenceItem(
                id: EvidenceID.derived("sentence", from: [anchor.document.text, anchor.exact, "\(anchor.start)"]),
                summary: "“\(Self.shortened(anchor.exact))”", credibility: .init(suggestedBy: grade), evidence: [anchor]
            )
        }
        switch itemHere {
        case .record(.quote(let id)):
            guard let listed = quote(id) else { return nil }
            let speaker =
                listed.value.speaker.flatMap { situation.actors[$0]?.name } ?? listed.value.speakerDescription
            let words = Self.shortened(listed.value.text)
            return EvidenceItem(
                id: EvidenceID(id.text),
                summary: (speaker.map { "\($0): " } ?? "") + (listed.value.kind == .direct ? "“\(words)”" : words),
                credibility: .init(suggestedBy: grade(of: listed)), evidence: listed.value.content)
        case .record(.event(let id)):
            guard let listed = event(id) else { return nil }
            return EvidenceItem(
                id: EvidenceID(id.text), summary: listed.value.summary,
                credibility: grade(of: listed).map { .init(suggestedBy: $0) } ?? .medium,
                evidence: listed.value.accounts.map(\.anchor))
        case .record(.relation(let id)):
            guard let relation = situation.relations[id] else { return nil }
            let names = [relation.from, relation.to].map { situation.actors[$0]?.name ?? $0.text }
            let grade = grade(
                relation.credibility, document: relation.evidence.first?.document, heads: detail.data?.documents ?? [:])
            return EvidenceItem(
                id: EvidenceID(id.text), summary: "\(names[0]) \(relation.kind.rawValue) \(names[1])",
                credibility: .init(suggestedBy: grade), evidence: relation.evidence)
        default: return nil
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 120 ? text.prefix(119).trimmingBlanksAtEnd + "…" : text
    }
}

extension Substring {
    fileprivate var trimmingBlanksAtEnd: String { String(self).trimmed }
}
