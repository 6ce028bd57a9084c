/// Codes what a marked source does to a marked target in a sentence.
struct PairCoder {
    let document: Document
    let chunks: Chunks
    let patterns: EventPatterns
    let inflections: Inflections

    private var tokens: [Token] { document.tokens }

    /// The event between two spans of the text; `nil` where no pattern stands near them.
    func code(source: TextSpan?, target: TextSpan?) -> Action? {
        let sourceTokens = source.flatMap(self.tokens(in:))
        let targetTokens = target.flatMap(self.tokens(in:))
        let anchor = sourceTokens?.lowerBound ?? targetTokens?.lowerBound ?? 0
        guard !document.sentences.isEmpty else { return nil }
        var home = document.sentences[document.sentence(at: anchor)]
        if let targetTokens {
            home =
                min(
                    home.lowerBound, sentence(targetTokens).lowerBound)..<max(
                    home.upperBound, sentence(targetTokens).upperBound)
        }
        let finder = TriggerFinder(document: document, chunks: chunks, patterns: patterns, inflections: inflections)
        let reader = ActionReader(document: document, chunks: chunks)
        // Words inside the names of the two are no deeds: "anti-war protesters", "the Salvation Army".
        let triggers = finder.triggers(in: home)
        let inner = Self.innerTriggers(triggers, reader)
        var best: (score: Double, action: Action)?
        for index in triggers.indices {
            var score = score(triggers[index], sourceTokens, targetTokens)
            if inner.contains(index) { score -= 5 }
            guard best.map({ score > $0.score }) ?? true, let action = reader.action(at: index, of: triggers) else {
                continue
            }
            best = (score, action)
        }
        guard var action = best?.action else { return nil }
        refine(&action, in: home, source: sourceTokens, target: targetTokens)
        return action
    }

    /// The triggers that others take in: under an operator, or inside a longer pattern.
    static func innerTriggers(_ triggers: [Trigger], _ reader: ActionReader) -> Set<Int> {
        var inner: Set<Int> = []
        for (index, trigger) in triggers.enumerated() {
            if trigger.operation != nil, let governed = reader.governed(by: index, of: triggers) {
                inner.insert(governed)
            }
            let end = max(trigger.end, trigger.operation == nil ? 0 : trigger.operationEnd)
            var next = index + 1
            while next < triggers.count, triggers[next].head < end {
                inner.insert(next)
                next += 1
            }
        }
        return inner
    }

    /// What the rest of the sentence tells of a deed: troops that keep peace, exercises that are joint, and what someone must do.
    private func refine(_ action: inout Action, in home: Range<Int>, source: Range<Int>?, target: Range<Int>?) {
        if action.category == .mobilize || action.category == .consult || action.category == .cooperate,
            home.contains(where: { Self.peacekeeping.contains(tokens[$0].lemma) })
        {
            action.category = .aid
        }
        if action.category == .mobilize, action.rule.contains("exercise") || action.rule.contains("drill"),
            home.contains(where: { tokens[$0].word == "joint" || tokens[$0].word == "jointly" })
        {
            action.category = .cooperate
        }
        // "The minister said the government must …"
        if let target, let source, source.upperBound <= target.lowerBound, target.upperBound < home.upperBound,
            let verb = chunks.verb(at: target.upperBound), verb.head > verb.range.lowerBound,
            verb.verb.modal == "must" || verb.verb.modal == "should"
        {
            action.category = .request
        }
    }

    private static let peacekeeping: WordSet = "peacekeeper peacekeeping peace-keeping peace-keeper peacekeepers"

    private func sentence(_ range: Range<Int>) -> Range<Int> {
        document.sentences[document.sentence(at: range.lowerBound)]
    }

    private func tokens(in span: TextSpan) -> Range<Int>? {
        guard let first = tokens.firstIndex(where: { $0.end > span.start }), tokens[first].start < span.end else {
            return nil
        }
        var last = first
        while last + 1 < tokens.count, tokens[last + 1].start < span.end { last += 1 }
        return first..<last + 1
    }

    // MARK: How well a trigger fits between the two

    private func score(
        _ trigger: Trigger, _ source: Range<Int>?, _ target: Range<Int>?,
    ) -> Double {
        var score = 0.7 * Double(trigger.weight - 1)
        let verb = trigger.isVerb ? chunks.verb(at: trigger.head) : nil
        let start = verb?.range.lowerBound ?? trigger.head
        let isPassive =
            verb?.verb.isPassive ?? false
            || verb.map { $0.verb.isBareParticiple && tokens[$0.head].tag == .participle } ?? false
        if let source {
            if source.contains(trigger.head) {
                score -= 2.5
            } else if source.upperBound <= start {
                let between = finiteVerbs(source.upperBound..<start)
                score += isPassive ? 1 : between == 0 ? 5 : between == 1 ? 2 : 0.5
                if subordinates(source.upperBound..<start) { score -= 3 }
                score -= 0.1 * Double(start - source.upperBound)
            } else {
                let isAgent = source.lowerBound > 0 && Self.agents.contains(tokens[source.lowerBound - 1].word)
                let between = trigger.end <= source.lowerBound ? finiteVerbs(trigger.end..<source.lowerBound) : 0
                score +=
                    isAgent && (isPassive || !trigger.isVerb) && between == 0 ? 5 : isAgent && between == 0 ? 2 : -1
            }
        }
        if let target {
            if target.contains(trigger.head) {
                score -= source == nil ? 0 : 0.5
            } else if target.lowerBound >= trigger.head {
                let from = min(trigger.head + 1, target.lowerBound)
                score += finiteVerbs(from..<target.lowerBound) == 0 ? 3 : 0.5
                if subordinates(from..<target.lowerBound) { score -= 1.5 }
                score -= 0.08 * Double(max(0, target.lowerBound - trigger.end))
            } else if isPassive {
                score += finiteVerbs(min(target.upperBound, start)..<start) == 0 ? 4 : 1
                if subordinates(min(target.upperBound, start)..<start) { score -= 3 }
            } else {
                score -= 0.5
            }
        }
        if trigger.isVerb {
            score += 0.6
            if verb?.verb.isInfinitive ?? false { score -= 0.8 }
            if tokens[trigger.head].tag == .gerund, verb?.verb.isBareParticiple ?? false { score -= 1 }
        }
        if trigger.operation != nil { score += 0.5 }
        if trigger.isWeak { score -= 2 }
        // "the petition filed by", "the man accused of": a participle behind its noun.
        if isPassive, verb?.verb.isBareParticiple ?? false, !isAgent(source, after: trigger) {
            score -= 2
        }
        // ", left, and": where someone stands in a picture.
        if tokens[trigger.head].word == "left", trigger.head > 0,
            tokens[trigger.head - 1].tag == .comma || tokens[trigger.head - 1].word == "second"
        {
            score -= 6
        }
        return score
    }

    private func isAgent(_ source: Range<Int>?, after trigger: Trigger) -> Bool {
        guard let source, source.lowerBound >= trigger.end, source.lowerBound > 0 else { return false }
        return tokens[source.lowerBound - 1].word == "by"
    }

    private static let agents: WordSet = "by from with of between in"

    private func finiteVerbs(_ range: Range<Int>) -> Int {
        var count = 0
        var place = range.lowerBound
        while place < range.upperBound {
            if let verb = chunks.verb(at: place) {
                if verb.verb.isFinite { count += 1 }
                place = verb.range.upperBound
            } else {
                place += 1
            }
        }
        return count
    }

    private func subordinates(_ range: Range<Int>) -> Bool {
        range.contains { Self.subordinators.contains(tokens[$0].word) }
    }

    private static let subordinators: WordSet =
        "after because while although though since amid despite following when unless if until where who which whose"
}
