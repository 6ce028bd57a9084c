import SituationModel

/// Reads JSON Feed 1.0 and 1.1.
///
/// Every field is taken as it can be: a number where text is asked for is its digits, and what cannot be used is passed
/// over. A feed that breaks off, or has a mistake in its form, is read up to there.
struct JSONFeedReader {
    let base: String?
    let limits: FeedLimits

    func read(_ bytes: [UInt8], warnings: inout WarningList) throws(FeedError) -> Feed {
        var scanner = JSONScanner(bytes)
        let document = scanner.document()
        let version = document["version"]?.text
        guard let items = document["items"]?.items, version != nil || document["title"]?.text != nil else {
            guard let problem = scanner.problem else { throw .otherJSON }
            throw .brokenJSON("line \(scanner.line): \(problem)")
        }
        if let problem = scanner.problem {
            warnings.note("\(problem); the feed is read up to here", line: scanner.line)
        }
        var feed = Feed(format: .json)
        feed.version = version?.split(separator: "/").last.map(String.init)
        feed.title = plain(document["title"])
        feed.link = link(document["home_page_url"])
        feed.feedLink = link(document["feed_url"])
        feed.description = plain(document["description"])
        feed.language = document["language"]?.text
        feed.image = link(document["icon"]) ?? link(document["favicon"])
        feed.authors = authors(of: document)
        if case .bool(true)? = document["expired"] { warnings.note("the feed says that it has ended", line: 0) }
        for item in items {
            guard case .object = item else {
                warnings.note("an item that is no object; left out", line: 0)
                continue
            }
            feed.entries.append(entry(item, in: feed, &warnings))
        }
        if scanner.problem != nil, !feed.entries.isEmpty { feed.entries[feed.entries.count - 1].isCut = true }
        return feed
    }

    private func entry(_ item: JSONValue, in feed: Feed, _ warnings: inout WarningList) -> FeedEntry {
        var entry = FeedEntry()
        var room = limits.entryBytes
        func take(_ text: FeedText?) -> FeedText? {
            guard let text else { return nil }
            let length = text.value.utf8.count
            guard length > room else {
                room -= length
                return text
            }
            entry.isCut = true
            warnings.note("an entry that is too long; cut", line: 0)
            let kept = FeedText(String(decoding: text.value.utf8.prefix(room), as: UTF8.self), text.kind)
            room = 0
            return kept
        }
        entry.id = item["id"]?.text
        entry.link = Link.complete(link(item["url"]) ?? link(item["external_url"]) ?? webID(item), from: feed.link)
        entry.title = take(plain(item["title"]))
        entry.summary = take(plain(item["summary"]))
        entry.content = take(markup(item["content_html"]) ?? plain(item["content_text"]))
        entry.published = moment(item["date_published"], &warnings)
        entry.updated = moment(item["date_modified"], &warnings)
        entry.authors = authors(of: item)
        if entry.authors.isEmpty { entry.authors = feed.authors }
        entry.categories = list(item["tags"]).compactMap { tag in tag.text.map { FeedCategory(term: $0) } }
        entry.image = link(item["image"]) ?? link(item["banner_image"])
        entry.language = item["language"]?.text
        for file in list(item["attachments"]) {
            guard let url = link(file["url"]) else { continue }
            entry.enclosures.append(
                FeedEnclosure(url: url, type: file["mime_type"]?.text, length: file["size_in_bytes"]?.integer))
            entry.duration = entry.duration ?? file["duration_in_seconds"]?.integer
        }
        return entry
    }

    private func webID(_ item: JSONValue) -> String? {
        item["id"]?.text.flatMap { Link.isWeb($0) ? $0 : nil }
    }

    /// 1.1 has a list of authors, 1.0 one.
    private func authors(of value: JSONValue) -> [FeedPerson] {
        let all = list(value["authors"]) + (value["author"].map { [$0] } ?? [])
        var authors: [FeedPerson] = []
        for author in all.prefix(limits.listItems) {
            let person = FeedPerson(name: author["name"]?.text ?? author.text, uri: link(author["url"]))
            if person != FeedPerson(), !authors.contains(person) { authors.append(person) }
        }
        return authors
    }

    private func list(_ value: JSONValue?) -> ArraySlice<JSONValue> { (value?.items ?? []).prefix(limits.listItems) }

    private func plain(_ value: JSONValue?) -> FeedText? { value?.text.map { FeedText($0) } }

    private func markup(_ value: JSONValue?) -> FeedText? {
        value?.text.map { text in
            guard let base else { return FeedText(text, .markup) }
            let resolved = Array(text.utf8).withUnsafeBufferPointer {
                MarkupLinks.resolved($0, base: base, room: limits.entryBytes)
            }
            return FeedText(resolved, .markup)
        }
    }

    private func link(_ value: JSONValue?) -> String? { value?.text.map { Link.resolve($0, base: base) } }

    private func moment(_ value: JSONValue?, _ warnings: inout WarningList) -> Instant? {
        guard let text = value?.text else { return nil }
        let moment = FeedDate.instant(text)
        if moment == nil { warnings.note("“\(text.prefix(40))” is no date that can be read; left out", line: 0) }
        return moment
    }
}
