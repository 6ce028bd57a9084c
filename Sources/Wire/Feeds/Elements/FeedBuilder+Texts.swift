import SituationModel

extension FeedBuilder {
    /// How the text of an Atom element is to be taken, by its type (and mode, in Atom 0.3); all text of RSS is HTML.
    func textForm(_ element: FeedElement, _ attributes: XMLAttributes) -> TextCapture.Form {
        let mode = attributes["mode"]?.lowercased()
        if mode == "base64" { return .base64 }
        let type = attributes["type"]?.lowercased().prefix { $0 != ";" }.trimmedASCII ?? ""
        switch type {
        case "": return feed.format == .atom ? .plain : .html
        case "text", "text/plain": return .plain
        case "html", "text/html": return .html
        case "xhtml": return .elements
        default: break
        }
        if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return mode == "escaped" ? .html : .elements }
        let family = type.prefix { $0 != "/" }
        if ["image", "audio", "video", "font", "model"].contains(family) || type == "application/octet-stream" {
            return .base64
        }
        return element == .content && family != "text" ? .perhapsBase64 : .plain
    }

    /// Puts the text that has been read where it belongs.
    mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch capture.place {
        case .channel: storeHead(capture.element, bytes)
        case .entry, .media: storeEntry(capture.element, bytes)
        case .person: storePerson(capture.element, bytes)
        case .source:
            let link = draft?.entry.source?.link
            draft?.entry.source = FeedSource(title: String(decoding: bytes, as: UTF8.self), link: link)
        case .image: feed.image = draft == nil ? feed.image ?? link(bytes) : feed.image
        default: break
        }
    }

    private mutating func storeHead(_ element: FeedElement, _ bytes: UnsafeBufferPointer<UInt8>) {
        switch element {
        case .title: head.title.offer(value(bytes), rank: 1)
        case .dublinTitle: head.title.offer(value(bytes), rank: 2)
        case .description, .summary: head.description.offer(value(bytes), rank: 1)
        case .otherSummary, .dublinDescription: head.description.offer(value(bytes), rank: 2)
        case .shortSummary: head.description.offer(value(bytes), rank: 3)
        case .link: head.link.offer(link(bytes), rank: 1)
        case .built, .updated, .modified: head.updated.offer(moment(bytes), rank: 1)
        case .published: head.updated.offer(moment(bytes), rank: 2)
        case .dublinDate: head.updated.offer(moment(bytes), rank: 3)
        case .language: feed.language = string(bytes) ?? feed.language
        case .minutesToLive: feed.minutesToLive = string(bytes).flatMap { Int($0) }
        case .logo: feed.image = feed.image ?? link(bytes)
        case .rssAuthor, .creator, .otherAuthor: string(bytes).map { add(FeedPerson(text: $0)) }
        default: break
        }
    }

    private mutating func storeEntry(_ element: FeedElement, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard draft != nil else { return }
        let rank = Self.rank(of: element)
        switch element {
        case .title, .dublinTitle, .otherTitle:
            let title = value(bytes)
            draft?.title.offer(title, rank: rank)
        case .description, .summary, .dublinDescription, .otherSummary, .shortSummary:
            let summary = value(bytes)
            draft?.summary.offer(summary, rank: rank)
        case .encoded, .content, .body:
            let content = value(bytes)
            draft?.content.offer(content, rank: rank)
        case .link:
            let link = link(bytes)
            draft?.link.offer(link, rank: 1)
        case .id: storeAtomID(bytes)
        case .guid: storeGUID(bytes)
        case .identifier:
            let id = string(bytes)
            draft?.id.offer(id, rank: 3)
        case .published, .issued, .dublinDate, .created:
            let published = moment(bytes)
            draft?.published.offer(published, rank: rank)
        case .updated, .modified:
            let updated = moment(bytes)
            draft?.updated.offer(updated, rank: 1)
        case .rssAuthor, .creator, .otherAuthor: string(bytes).map { add(FeedPerson(text: $0)) }
        case .category: string(bytes).map { add(FeedCategory(term: $0, scheme: capture.attribute)) }
        case .keywords:
            for word in string(bytes)?.split(separator: ",") ?? [] { add(FeedCategory(term: word.trimmedASCII)) }
        case .source:
            let link = capture.attribute.map { Link.resolve($0, base: base) }
            let title = string(bytes)
            if link != nil || title != nil { draft?.entry.source = FeedSource(title: title, link: link) }
        case .duration:
            let seconds = string(bytes).flatMap(PlayingTime.seconds)
            if let seconds { draft?.entry.duration = seconds }
        case .language:
            let language = string(bytes)
            draft?.entry.language = language
        default: break
        }
    }

    /// How good an element is for the field of an entry that it fills, among those that fill the same; 1 is the best.
    private static func rank(of element: FeedElement) -> Int {
        switch element {
        case .dublinTitle, .dublinDescription, .body, .issued: 2
        case .otherTitle, .otherSummary, .dublinDate: 3
        case .shortSummary, .created: 4
        default: 1
        }
    }

    private mutating func storeAtomID(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let id = string(bytes) else { return }
        let address = Link.resolve(id, base: ownBase)
        draft?.id.offer(address, rank: 1)
        if Link.isWeb(id) { draft?.link.offer(id, rank: 9) }
    }

    /// A guid is the entry's address as well, unless it says that it is not.
    private mutating func storeGUID(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let id = string(bytes) else { return }
        draft?.id.offer(id, rank: 1)
        if capture.attribute?.lowercased() != "false", Link.isWeb(id) { draft?.link.offer(id, rank: 7) }
    }

    private mutating func storePerson(_ element: FeedElement, _ bytes: UnsafeBufferPointer<UInt8>) {
        switch element {
        case .name: person.name = person.name ?? string(bytes)
        case .email: person.email = person.email ?? string(bytes)
        case .uri: person.uri = person.uri ?? link(bytes)
        default: break
        }
    }

    mutating func endPerson() {
        if person == FeedPerson() {
            // Some give the name alone, where elements for its parts are asked for.
            let name = String(decoding: personText, as: UTF8.self).trimmedASCII
            guard !name.isEmpty else { return }
            person = FeedPerson(text: name)
        }
        if isInSource {
            draft?.sourceAuthors.append(person)
        } else {
            add(person)
        }
    }

    // MARK: - Values

    private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private func link(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        string(bytes).map { Link.resolve($0, base: base) }
    }

    private mutating func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard !bytes.isEmpty else { return nil }
        if let moment = FeedDate.instant(bytes) { return moment }
        problem("“\(String(decoding: bytes.prefix(40), as: UTF8.self))” is no date that can be read; left out")
        return nil
    }

    private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>) -> FeedText? {
        guard !bytes.isEmpty else { return nil }
        let kind: FeedText.Kind = capture.form == .plain && !capture.hasElements ? .plain : .markup
        switch capture.form {
        case .elements, .plain: return FeedText(String(decoding: bytes, as: UTF8.self), kind)
        case .html:
            guard let base else { return FeedText(String(decoding: bytes, as: UTF8.self), kind) }
            return FeedText(MarkupLinks.resolved(bytes, base: base, room: limits.entryBytes), kind)
        case .base64, .perhapsBase64:
            if let decoded = Base64Text.decoded(bytes) {
                return FeedText(decoded.trimmedASCII, capture.attribute?.contains("text") == true ? .plain : .markup)
            }
            if capture.form == .perhapsBase64 { return FeedText(String(decoding: bytes, as: UTF8.self), .plain) }
            problem("base64 that holds no text; left out")
            return nil
        }
    }
}
