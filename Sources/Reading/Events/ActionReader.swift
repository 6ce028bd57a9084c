/// What is done, and how far it has come to pass.
struct Action: Sendable {
    var category: EventCategory
    var mode: EventFinding.Mode
    /// The patterns that say so, outermost first.
    var rule: String
    /// The first token behind the words that say it.
    var end: Int
    /// Whether the words say little by themselves.
    var isWeak = false
    /// Whether there is an operator only, and no deed.
    var isBare = false
}

/// Works out what a trigger means with the operators before it, its tense and its negation.
struct ActionReader {
    let document: Document
    let chunks: Chunks

    private var tokens: [Token] { document.tokens }

    /// What the trigger at a place of a sentence’s triggers says; operators take in the triggers they govern.
    func action(at index: Int, of triggers: [Trigger], depth: Int = 0, keepsTense: Bool = true) -> Action? {
        let trigger = triggers[index]
        var action: Action
        if let operation = trigger.operation {
            if depth < 4, let inner = governed(by: index, of: triggers),
                let deed = self.action(
                    at: inner, of: triggers, depth: depth + 1, keepsTense: keepsTense && operation == .doing)
            {
                let category = deed.category.under(operation)
                action = Action(
                    category: category, mode: operation.mode == .actual ? deed.mode : operation.mode,
                    rule: "\(operation.rawValue) › \(deed.rule)",
                    end: deed.end, isWeak: deed.isWeak)
            } else if operation == .doing || operation == .weigh, trigger.category == nil {
                return nil
            } else {
                action = Action(
                    category: trigger.category ?? operation.alone,
                    mode: operation.mode == .actual ? .actual : operation.mode,
                    rule: trigger.rule.isEmpty ? operation.rawValue : trigger.rule,
                    end: max(trigger.end, trigger.operationEnd),
                    isWeak: trigger.category == nil && operation != .ask || trigger.isWeak,
                    isBare: trigger.category == nil)
            }
        } else if let category = trigger.category {
            action = Action(
                category: category, mode: .actual, rule: trigger.rule, end: trigger.end, isWeak: trigger.isWeak)
        } else {
            return nil
        }
        apply(form(of: trigger), to: &action, trigger, keepsTense)
        return action
    }

    /// The next trigger that an operator governs, in the same clause.
    func governed(by index: Int, of triggers: [Trigger]) -> Int? {
        let start = triggers[index].scopeStart
        for next in triggers.indices.dropFirst(index + 1) {
            let head = triggers[next].head
            guard head >= start else { continue }
            guard head - start <= 12 else { return nil }
            for place in start..<head {
                let token = tokens[place]
                if token.tag == .stop || token.tag == .colon || token.tag == .quote || Self.leaving.contains(token.word)
                {
                    return nil
                }
                if token.tag == .relativePronoun || token.word == "who" { return nil }
                if token.tag == .comma, place > start + 1, triggers[next].isVerb { return nil }
            }
            return next
        }
        return nil
    }

    private static let leaving: WordSet =
        "after because while although though since amid despite over following as unless if until"

    /// The helpers of the verb, or of the verb that governs a noun.
    private func form(of trigger: Trigger) -> VerbForm {
        if trigger.isVerb { return chunks.verb(at: trigger.head)?.verb ?? VerbForm() }
        return VerbForm()
    }

    private func apply(_ form: VerbForm, to action: inout Action, _ trigger: Trigger, _ keepsTense: Bool) {
        let isFuture = form.tense == .future || form.modal == "would" || form.modal == "shall"
        if form.isNegated || isDeniedBefore(trigger) {
            action.category = isFuture ? action.category.negatedIntention : action.category.negated
            action.mode = .negated
        } else if isFuture, keepsTense, action.mode != .considered {
            action.category = action.category.intended
            action.mode = action.category == .threaten && action.mode != .planned ? .threatened : .planned
        } else if form.modal == "might" || form.modal == "may" || form.modal == "could" {
            action.mode = .considered
        }
    }

    /// "no agreement", "without paying", "failed to reach"
    private func isDeniedBefore(_ trigger: Trigger) -> Bool {
        let first =
            (trigger.isVerb
                ? chunks.verb(at: trigger.head)?.range.lowerBound : chunks.noun(at: trigger.head)?.range.lowerBound)
            ?? trigger.head
        if !trigger.isVerb, tokens[first].word == "no" { return true }
        guard first > 0 else { return false }
        return tokens[first - 1].word == "without" || !trigger.isVerb && tokens[first - 1].word == "no"
    }
}
