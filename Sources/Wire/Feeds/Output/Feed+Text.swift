import SituationModel

extension Feed {
    /// The feed for a person to read: what it says of itself, then its entries, each with what it has.
    ///
    /// The text is as the feed has it; it has to be made safe before it reaches a terminal.
    package func text() -> String {
        var lines = [title?.plain.onOneLine ?? "untitled"]
        let kind = [format == .json ? "JSON Feed" : format == .atom ? "Atom" : "RSS", version].compactMap { $0 }
        let facts: [String?] = [kind.joined(separator: " "), language, updated.map { "updated \($0)" }, link]
        lines.append(facts.compactMap { $0?.onOneLine }.joined(separator: " · "))
        if let description { lines.append(description.plain.onOneLine) }
        lines.append("\(entries.count) \(entries.count == 1 ? "entry" : "entries")")
        for entry in entries { lines += [""] + entry.lines }
        return lines.joined(separator: "\n")
    }
}

extension FeedEntry {
    fileprivate var lines: [String] {
        let when = published ?? updated
        let head: [String?] = [when?.description, title?.plain.onOneLine ?? link ?? id ?? "untitled"]
        let names = authors.compactMap { $0.name ?? $0.email ?? $0.uri }.joined(separator: ", ")
        let body = (summary ?? content)?.plain.onOneLine ?? ""
        let facts: [String?] = [
            names.isEmpty ? nil : "by " + names,
            categories.isEmpty ? nil : "in " + categories.map { $0.label ?? $0.term }.joined(separator: ", "),
            link,
            body.isEmpty ? nil : body.count > 300 ? body.prefix(299) + "…" : body,
            isCut ? "(not all of it)" : nil,
        ]
        let files = enclosures.map { "with \($0.url)" + ($0.type.map { " (\($0))" } ?? "") }
        return [head.compactMap { $0 }.joined(separator: "  ")]
            + (facts.compactMap { $0 } + files).map { "    " + $0.onOneLine }
    }
}

extension String {
    fileprivate var onOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
