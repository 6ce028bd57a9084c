import SituationModel

/// Writes records and their parts.
struct PartWriter {
    /// The texts that anchors point into; an anchor into another document is written whole.
    let texts: [DocumentID: String]

    /// A record, without when it became known.
    ///
    /// - Parameter moves: the judgements of a rung, which stand below it.
    func block(_ record: Record, moves: (RungKey) -> [Block] = { _ in [] }) -> Block {
        switch record {
        case .header(let header): block(header)
        case .source(let source): block(source)
        case .document(let document): block(document)
        case .actor(let actor): block(actor)
        case .relation(let relation): block(relation)
        case .ladder(let ladder): block(ladder, moves)
        case .coupling(let coupling): block(coupling)
        case .quote(let quote): block(quote)
        case .event(let event): block(event)
        case .judgement(let judgement): block(judgement)
        case .hypotheses(let matrix): block(matrix)
        }
    }

    private func block(_ header: Header) -> Block {
        var block = Block()
        block.put("id", header.id.text)
        block.put("title", header.title)
        block.put("headline", header.headline.isEmpty ? nil : header.headline)
        block.put("summary", header.summary.isEmpty ? nil : header.summary)
        block.put("tlp", word: header.marking.rawValue)
        block.put("since", word: header.since?.description)
        return block
    }

    private func block(_ source: Source) -> Block {
        var block = Block()
        block.put("id", source.id.text)
        block.put("name", source.name)
        block.put("kind", source.kind == .unknown ? nil : source.kind.rawValue)
        block.put("family", source.family == source.id.text ? nil : source.family)
        block.put("reliability", word: source.reliability.rawValue)
        block.put("reason", source.gradingReason)
        block.put("language", source.language)
        block.put("link", source.link)
        block.put("collect", block: source.subscription.map(subscription))
        return block
    }

    private func subscription(_ subscription: Subscription) -> Block {
        var block = Block()
        block.put(subscription.kind.rawValue, subscription.address)
        let isUsual = subscription.everyMinutes == Subscription.usualMinutes
        block.put("every", word: isUsual ? nil : String(subscription.everyMinutes))
        block.put("complete stubs", flag: subscription.completesStubs)
        block.put("local", flag: subscription.isLocal)
        block.put("paused", flag: subscription.isPaused)
        let isUsuallyFrozen = subscription.frozenAfterDays == Subscription.usualFrozenAfterDays
        block.put("frozen after", word: isUsuallyFrozen ? nil : String(subscription.frozenAfterDays))
        return block
    }

    private func block(_ document: Document) -> Block {
        var block = Block()
        block.put("id", document.id.text)
        block.put("source", document.source.text)
        block.put("title", document.title)
        block.put("published", word: document.published?.description)
        block.put("received", word: document.received.description)
        block.put("language", document.language)
        block.put("link", document.link)
        block.put("tlp", word: document.marking?.rawValue)
        block.put("appearances", blocks: document.appearances.map(appearance))
        block.put("text", document.text)
        return block
    }

    private func appearance(_ appearance: Document.Appearance) -> Block {
        var block = Block()
        block.put("source", appearance.source.text)
        block.put("title", appearance.title)
        block.put("link", appearance.link)
        block.put("received", word: appearance.received.description)
        return block
    }

    private func block(_ actor: Actor) -> Block {
        var block = Block()
        block.put("id", actor.id.text)
        block.put("name", actor.name)
        block.put("kind", actor.kind.rawValue)
        block.put("role", actor.role)
        block.put("affiliation", actor.affiliation?.text)
        block.put("alignment", actor.alignment == .unknown ? nil : actor.alignment.rawValue)
        block.put("aliases", list: actor.aliases.map(alias))
        block.put("standing", actor.standing)
        block.put("trend", actor.trend?.rawValue)
        block.put("remarks", actor.remarks)
        block.put("evidence", blocks: actor.evidence.map(anchor))
        block.put("review", block: review(actor.review))
        return block
    }

    private func alias(_ alias: Actor.Alias) -> Block.Value {
        guard let language = alias.language else { return .text(alias.text) }
        var block = Block()
        block.put("name", alias.text)
        block.put("language", language)
        return .block(block)
    }

    private func block(_ relation: Relation) -> Block {
        var block = Block()
        block.put("id", relation.id.text)
        block.put("from", relation.from.text)
        block.put("kind", relation.kind.rawValue)
        block.put("to", relation.to.text)
        block.put("since", word: relation.since?.description)
        block.put("until", word: relation.until?.description)
        block.put("summary", relation.summary)
        block.put("credibility", word: word(relation.credibility))
        block.put("evidence", blocks: relation.evidence.map(anchor))
        return block
    }

    private func block(_ coupling: Coupling) -> Block {
        var block = Block()
        block.put("id", coupling.id.text)
        block.put("from", coupling.from.description)
        block.put("effect", coupling.effect.rawValue)
        block.put("to", coupling.to.description)
        block.put("factor", word: coupling.factor.map(inFull))
        block.put("reason", coupling.reason)
        block.put("evidence", blocks: coupling.evidence.map(anchor))
        return block
    }

    private func block(_ quote: Quote) -> Block {
        var block = Block()
        block.put("id", quote.id.text)
        block.put("kind", quote.kind.rawValue)
        block.put("content", blocks: quote.content.map(anchor))
        block.put("speaker", quote.speaker?.text)
        block.put("as", quote.speakerDescription)
        block.put("cue", quote.cue)
        block.put("venue", quote.venue)
        block.put("said", word: quote.said?.description)
        block.put("about", row: quote.about.map(\.text))
        block.put("negated", flag: quote.isNegated)
        block.put("credibility", word: word(quote.credibility))
        block.put("remarks", quote.remarks)
        block.put("review", block: review(quote.review))
        return block
    }

    // MARK: Events

    private func block(_ event: Event) -> Block {
        var block = Block()
        block.put("id", event.id.text)
        block.put("source", event.source?.text)
        block.put("category", event.category.rawValue)
        block.put("target", event.target?.text)
        block.put("mode", event.mode == .actual ? nil : event.mode.rawValue)
        block.put("summary", event.summary)
        block.put("when", word: event.when?.description)
        block.put("place", event.place)
        block.put("amounts", blocks: event.amounts.map(amount))
        block.put("accounts", blocks: event.accounts.map(account))
        block.put("condition", block: event.condition.map(anchor))
        block.put("remarks", event.remarks)
        block.put("review", block: review(event.review))
        return block
    }

    private func amount(_ amount: Event.Amount) -> Block {
        var block = Block()
        block.put("value", word: inFull(amount.value))
        block.put("unit", amount.unit)
        block.put("about", flag: amount.isApproximate)
        return block
    }

    private func account(_ account: Event.Account) -> Block {
        var block = Block()
        block.put("manner", account.manner.rawValue)
        block.put("by", account.by?.text)
        block.put("credibility", word: word(account.credibility))
        block.put("evidence", block: anchor(account.anchor))
        return block
    }

    // MARK: Parts

    func block(note text: String, about: RecordKey?, by author: Author?) -> Block {
        var block = Block()
        block.put("text", text)
        if let author { put(author, into: &block) }
        if let about {
            var subject = Block()
            subject.put(about.kind.inDossier, about.text)
            block.put("about", block: subject)
        }
        return block
    }

    func put(_ author: Author, into block: inout Block) {
        block.put("by", author.name)
        block.put("machine", flag: author.kind == .machine)
    }

    /// An anchor: by its words alone where they lead back to it, else with all it knows.
    func anchor(_ anchor: Anchor) -> Block {
        var block = Block()
        block.put("document", anchor.document.text)
        block.put("exact", anchor.exact)
        if let text = texts[anchor.document], let occurrence = occurrence(of: anchor, in: text) {
            if occurrence > 1 { block.put("occurrence", word: String(occurrence)) }
            return block
        }
        block.put("prefix", anchor.prefix.isEmpty ? nil : anchor.prefix)
        block.put("suffix", anchor.suffix.isEmpty ? nil : anchor.suffix)
        block.put("start", word: String(anchor.start))
        return block
    }

    /// At which of the places of its words an anchor stands, if it is the very anchor that they give there.
    private func occurrence(of anchor: Anchor, in text: String) -> Int? {
        let places = Occurrences.of(anchor.exact, in: text)
        guard let index = places.firstIndex(of: anchor.start),
            let again = Anchor(anchor.exact, occurrence: index + 1, in: text, document: anchor.document),
            again.prefix.isExactly(anchor.prefix), again.suffix.isExactly(anchor.suffix)
        else { return nil }
        return index + 1
    }

    private func review(_ review: Review?) -> Block? {
        guard let review else { return nil }
        var block = Block()
        block.put("rule", review.rule)
        block.put("verdict", review.verdict.rawValue)
        block.put("by", review.by)
        block.put("at", word: review.at?.description)
        return block
    }

    func word(_ credibility: InformationCredibility) -> String? {
        credibility == .cannotBeJudged ? nil : String(credibility.rawValue)
    }
}

extension String {
    /// Whether two texts are the same scalar by scalar: `==` takes composed and decomposed letters for equal.
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
