import SituationModel

/// The records of a dossier, one kind after the other.
extension DossierReader {
    /// The head of the situation; `nil` where the file gives nothing but its name, since it then has none.
    mutating func header(_ id: SituationID, _ fields: inout Fields) -> Header? {
        let title = fields.text("title", &problems)
        let headline = fields.text("headline", &problems)
        let summary = fields.text("summary", &problems)
        let marking = fields.marking(&problems)
        let since = fields.date("since", &problems)
        guard let title else {
            if headline != nil || summary != nil || marking != nil || since != nil {
                problems.add(fields.place, "a situation without “title”; expected one")
            }
            return nil
        }
        return Header(
            id: id, title: title, headline: headline ?? "", summary: summary ?? "", marking: marking ?? .clear,
            since: since)
    }

    mutating func source(_ fields: inout Fields) -> Source? {
        let id: SourceID? = name(.source, &fields)
        let name = fields.requiredText("name", &problems)
        let kind = fields.word("kind", or: Source.Kind.unknown, &problems)
        let family = fields.text("family", &problems)
        let reliability = fields.word("reliability", or: SourceReliability.f, &problems)
        let reason = fields.text("reason", &problems)
        let language = fields.text("language", &problems)
        let link = fields.text("link", &problems)
        let subscription = subscription(&fields)
        guard let id, let name else { return nil }
        return Source(
            id: id, name: name, kind: kind, family: family ?? id.text, reliability: reliability, gradingReason: reason,
            language: language, link: link, subscription: subscription)
    }

    mutating func document(_ fields: inout Fields) -> Document? {
        let id: DocumentID? = name(.document, &fields)
        let source: SourceID? = requiredReference("source", .source, &fields)
        let title = fields.requiredText("title", &problems)
        let published = fields.date("published", &problems)
        let isReceived = fields.require("received", &problems) != nil
        let received = isReceived ? fields.moment("received", &problems) : nil
        let language = fields.text("language", &problems)
        let link = fields.text("link", &problems)
        let marking = fields.marking(&problems)
        let appearances = fields.list("appearances").compactMap { appearance($0) }
        let text = fields.requiredText("text", &problems)
        if let id, let text { texts[id] = text }
        guard let id, let source, let title, let received, let text else { return nil }
        return Document(
            id: id, source: source, title: title, published: published, received: received, language: language,
            link: link, marking: marking, appearances: appearances, text: text)
    }

    private mutating func appearance(_ tree: Tree) -> Document.Appearance? {
        guard var fields = fields(of: tree, "an appearance") else { return nil }
        let source: SourceID? = requiredReference("source", .source, &fields)
        let title = fields.requiredText("title", &problems)
        let link = fields.text("link", &problems)
        let isReceived = fields.require("received", &problems) != nil
        let received = isReceived ? fields.moment("received", &problems) : nil
        fields.finish(&problems)
        guard let source, let title, let received else { return nil }
        return Document.Appearance(source: source, title: title, link: link, received: received)
    }

    mutating func actor(_ fields: inout Fields) -> Actor? {
        let id: ActorID? = name(.actor, &fields)
        let name = fields.requiredText("name", &problems)
        let kind = fields.requiredWord("kind", as: Actor.Kind.self, &problems)
        let role = fields.text("role", &problems)
        let affiliation: ActorID? = reference("affiliation", .actor, &fields)
        let alignment = fields.word("alignment", or: Actor.Alignment.unknown, &problems)
        let aliases = fields.list("aliases").compactMap { alias($0) }
        let standing = fields.text("standing", &problems)
        let trend = fields.take("trend").flatMap { $0.word(of: "trend", as: Actor.Trend.self, &problems) }
        let remarks = fields.text("remarks", &problems)
        let evidence = anchors("evidence", &fields)
        let review = review(&fields)
        guard let id, let name, let kind else { return nil }
        return Actor(
            id: id, name: name, kind: kind, role: role, affiliation: affiliation, alignment: alignment,
            aliases: aliases, standing: standing, trend: trend, remarks: remarks, evidence: evidence,
            review: review)
    }

    /// A name, or a name with its language.
    private mutating func alias(_ tree: Tree) -> Actor.Alias? {
        if case .text(let text, _) = tree.content { return Actor.Alias(text) }
        guard var fields = fields(of: tree, "an alias") else { return nil }
        let name = fields.requiredText("name", &problems)
        let language = fields.text("language", &problems)
        fields.finish(&problems)
        return name.map { Actor.Alias($0, language: language) }
    }

    mutating func relation(_ fields: inout Fields) -> Relation? {
        let id: RelationID? = name(.relation, &fields)
        let from: ActorID? = requiredReference("from", .actor, &fields)
        let kind = fields.requiredWord("kind", as: Relation.Kind.self, &problems)
        let to: ActorID? = requiredReference("to", .actor, &fields)
        let since = fields.date("since", &problems)
        let until = fields.date("until", &problems)
        let summary = fields.text("summary", &problems)
        let credibility = fields.credibility(&problems)
        let evidence = anchors("evidence", &fields)
        guard let id, let from, let kind, let to else { return nil }
        return Relation(
            id: id, from: from, kind: kind, to: to, since: since, until: until, summary: summary,
            credibility: credibility, evidence: evidence)
    }

    mutating func coupling(_ fields: inout Fields) -> Coupling? {
        let id: CouplingID? = name(.coupling, &fields)
        let from = rungReference("from", &fields)
        let effect = fields.requiredWord("effect", as: Coupling.Effect.self, &problems)
        let to = rungReference("to", &fields)
        let factor = fields.number("factor", &problems)
        let reason = fields.text("reason", &problems)
        let evidence = anchors("evidence", &fields)
        guard let id, let from, let effect, let to else { return nil }
        return Coupling(
            id: id, from: from, effect: effect, to: to, factor: factor, reason: reason, evidence: evidence)
    }

    mutating func quote(_ fields: inout Fields) -> Quote? {
        let id: QuoteID? = name(.quote, &fields)
        let kind = fields.requiredWord("kind", as: Quote.Kind.self, &problems)
        let content = anchors("content", &fields)
        let speaker: ActorID? = reference("speaker", .actor, &fields)
        let description = fields.text("as", &problems)
        let cue = fields.text("cue", &problems)
        let venue = fields.text("venue", &problems)
        let said = fields.date("said", &problems)
        let about: [ActorID] = references("about", .actor, &fields)
        let isNegated = fields.flag("negated", &problems)
        let credibility = fields.credibility(&problems)
        let remarks = fields.text("remarks", &problems)
        let review = review(&fields)
        guard let id, let kind else { return nil }
        return Quote(
            id: id, kind: kind, content: content, speaker: speaker, speakerDescription: description, cue: cue,
            venue: venue, said: said, about: about, isNegated: isNegated, credibility: credibility, remarks: remarks,
            review: review)
    }
}
