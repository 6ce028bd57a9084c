import Commands
import SituationModel

/// Judging how likely rungs are, the records of those who judge, and ladders to start from.
extension Board {
    /// Runs a command of the chapter on judging.
    mutating func judge(_ invocation: Invocation) -> [Effect] {
        let argument = invocation.arguments.first
        switch invocation.action {
        case .judge: return judgeHere(argument)
        case .judgements: return openTable(.judgements)
        case .hypotheses: return openMatrix(named: argument)
        case .addHypotheses: return beginMatrix(argument ?? "")
        case .takeEvidence: return takeEvidence(into: argument)
        case .addHypothesis: return addHypothesis(argument)
        case .addItem: return addItemByHand()
        case .rate: return rate(argument ?? "")
        case .addLadder: return addLadder(invocation.arguments)
        default: return []
        }
    }

    /// Opens a table, from wherever one is.
    mutating func openTable(_ subject: Subject) -> [Effect] {
        if focus != .detail { detail.trail = [] }
        return open(subject)
    }

    // MARK: Judgements

    private mutating func judgeHere(_ name: String?) -> [Effect] {
        if let name {
            guard let rung = RungKey(name), let form = judgementForm(of: rung) else {
                message = Message("There is no rung “\(name)”; expected LADDER/RUNG, which Tab completes", kind: .error)
                return [.bell]
            }
            return open(form)
        }
        let form: Form?
        switch itemHere {
        case .rung(let rung), .indicator(let rung, _): form = judgementForm(of: rung)
        case .record(.judgement(let id)):
            form = situation.judgements[id].flatMap { judgementForm(of: $0.rung, after: $0) }
        default: form = nil
        }
        guard let form else {
            message = Message("Put the cursor on a rung, or on a judgement, to say how likely it is", kind: .warning)
            return []
        }
        return open(form)
    }

    /// What a form says of how likely a rung is.
    func judgement(from form: Form, of rung: RungKey) throws(Complaint) -> [Effect] {
        let text = form.text(.likelihood) ?? ""
        let likelihood: Likelihood
        do throws(LikelihoodFault) { likelihood = try Likelihood(text) } catch {
            throw Complaint(
                field: .likelihood, text: text.contains(where: \.isNumber) ? error.rule : "no such word; or 60%, 55-80%"
            )
        }
        guard let horizon = Horizon(form.text(.until) ?? "") else {
            throw Complaint(field: .until, text: "expected 2025-06-30 or 90d")
        }
        let draft = JudgementDraft(
            rung: rung, horizon: horizon, likelihood: likelihood,
            confidence: form.text(.confidence).flatMap(AnalyticConfidence.init), reason: form.text(.reason))
        var said = draft.said(revising: isRevision(draft))
        if situation.firstReached(rung) != nil { said += "; the rung has been reached already, so it will not count" }
        return [.judge(draft, said: said)]
    }

    /// Whether the reader has judged the same question before; one that is reckoned from now is told only when it is written.
    private func isRevision(_ draft: JudgementDraft) -> Bool {
        guard case .date = draft.horizon else { return false }
        let end = draft.horizon.end(from: Instant(milliseconds: 0))
        return situation.judgements.inOrder.contains { judgement in
            judgement.analyst == settings.reader && judgement.question == .init(rung: draft.rung, horizonEnd: end)
        }
    }

    // MARK: Ladders to start from

    private mutating func addLadder(_ words: [String]) -> [Effect] {
        guard words.count == 2 else { return [] }
        guard let pattern = patterns.first(where: { $0.name == words[0] }) else {
            let names = patterns.map(\.name).joined(separator: ", ")
            message = Message("There is no template “\(words[0])”; there are \(names)", kind: .error)
            return [.bell]
        }
        guard let actor = situation.actors[ActorID(words[1])] else {
            message = Message("There is no actor “\(words[1])”; Tab proposes those there are", kind: .error)
            return [.bell]
        }
        let id = LadderID.suggested(by: "\(actor.id) \(pattern.name)").unless { situation.ladders[$0] != nil }
        cursors[.ladders] = .ladder(id)
        let ladder = pattern.ladder(id: id, for: actor)
        return focus(on: .ladders) + [
            .append([.add(record: .ladder(ladder))], said: "Added \(pattern.title) for \(actor.name)")
        ]
    }
}

extension LikelihoodFault {
    /// The rule that was broken, without the text that broke it.
    fileprivate var rule: String {
        guard let end = description.firstRange(of: "”: ") else { return "expected a word, 60% or 55-80%" }
        return String(description[end.upperBound...])
    }
}
