/// The lines written on a prompt, to be brought back. A pure value: whoever holds it keeps it from one start to the next.
package struct History: Hashable, Sendable {
    /// The newest last; never blank, never the same twice in a row.
    package private(set) var entries: [String] = []
    /// How many lines are kept at most.
    package let limit: Int

    /// What is being browsed: where, and the line that was being written before.
    private struct Browsing: Hashable {
        var position: Int
        var draft: String
        var shown: String
    }

    private var browsing: Browsing?

    /// A history of these lines, the newest last; the oldest are dropped when there are too many.
    package init(_ entries: [String] = [], limit: Int = 500) {
        self.limit = max(limit, 1)
        for entry in entries { add(entry) }
    }

    /// Keeps a line, and ends browsing.
    package mutating func add(_ line: String) {
        browsing = nil
        guard !line.allSatisfy(\.isWhitespace), line != entries.last else { return }
        entries.append(line)
        entries.removeFirst(max(entries.count - limit, 0))
    }

    /// The next older line that begins as the prompt does; `nil` when there is none.
    ///
    /// - Parameter prefix: What the prompt says now. As long as that is what was last brought back, browsing goes on
    ///   with the beginning it started from; otherwise it starts anew.
    package mutating func older(prefix: String) -> String? {
        var current = Browsing(position: entries.count, draft: prefix, shown: prefix)
        if let browsing, browsing.shown == prefix { current = browsing }
        let older = entries[..<current.position].lastIndex { $0.hasPrefix(current.draft) && $0 != current.shown }
        guard let older else { return nil }
        current.position = older
        current.shown = entries[older]
        browsing = current
        return current.shown
    }

    /// The next newer line, and after the newest the line that was being written; `nil` when nothing is being browsed.
    package mutating func newer() -> String? {
        guard var current = browsing else { return nil }
        let newer = entries[(current.position + 1)...].firstIndex {
            $0.hasPrefix(current.draft) && $0 != current.shown
        }
        guard let newer else {
            browsing = nil
            return current.draft
        }
        current.position = newer
        current.shown = entries[newer]
        browsing = current
        return current.shown
    }

    /// Ends browsing: the prompt was left.
    package mutating func reset() { browsing = nil }
}

extension History: Codable {
    private enum CodingKeys: CodingKey { case entries, limit }

    /// Reads a history as it was kept.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode([String].self, forKey: .entries), limit: try container.decode(Int.self, forKey: .limit)
        )
    }

    /// Keeps the lines and their limit; browsing is not kept.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entries, forKey: .entries)
        try container.encode(limit, forKey: .limit)
    }
}
