package import Commands
import Display
package import SituationModel

/// A list to choose from, with a line to narrow it: the palette, the help, a picker.
package struct ListOverlay: Sendable {
    package enum Kind: Hashable, Sendable {
        case palette, help, themes, situations, sources, matrices, views
    }

    package enum Choice: Hashable, Sendable {
        case run(Invocation)
        case open(Item, in: Pane)
        /// Shows something in the detail pane.
        case show(Subject)
        case theme(String)
        case situation(SituationID)
        /// Only to be read.
        case none
    }

    package struct Entry: Hashable, Sendable {
        package let title: String
        package let detail: String
        /// The keys that do the same, as they are bound now.
        package let keys: String
        /// The heading under which it stands.
        package let group: String
        package let choice: Choice
        /// The characters of the title that the query fits.
        package var positions: [Int] = []

        package init(title: String, detail: String = "", keys: String = "", group: String = "", choice: Choice) {
            self.title = title
            self.detail = detail
            self.keys = keys
            self.group = group
            self.choice = choice
        }
    }

    package let kind: Kind
    package private(set) var title: String
    package var editor = LineEditor()
    /// All entries, in their own order.
    private(set) var all: [Entry]
    /// Those that the query fits, the best first; all in their own order without a query.
    package private(set) var entries: [Entry]
    package var cursor = 0

    package init(_ kind: Kind, title: String, entries: [Entry], query: String = "", cursor: Int = 0) {
        self.kind = kind
        self.title = title
        all = entries
        self.entries = entries
        self.cursor = cursor
        editor = LineEditor(query)
        if !query.isEmpty { narrow() }
    }

    package var chosen: Entry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

    mutating func move(by distance: Int) {
        cursor = min(max(cursor + distance, 0), max(entries.count - 1, 0))
    }

    /// The same list as it is told now: what was typed stays, and the cursor stays on its entry wherever that stands.
    func told(anew list: ListOverlay) -> ListOverlay {
        var told = self
        (told.title, told.all) = (list.title, list.all)
        told.narrow()
        told.cursor = min(cursor, max(told.entries.count - 1, 0))
        if let chosen, let place = told.entries.firstIndex(where: { $0.choice == chosen.choice }) {
            told.cursor = place
        }
        return told
    }

    /// Narrows the list to what the line says.
    mutating func narrow() {
        cursor = 0
        let query = editor.text
        guard !query.isEmpty else {
            entries = all
            return
        }
        switch kind {
        // The help is read, not guessed at: every word must be there, in the order of the chapters.
        case .help:
            let words = query.lowercased().split(separator: " ")
            entries = all.filter { entry in
                let text = "\(entry.title) \(entry.detail) \(entry.keys) \(entry.group)".lowercased()
                return words.allSatisfy { text.contains($0) }
            }
        case .palette, .themes, .situations, .sources, .matrices, .views:
            entries = FuzzyMatch.ranked(all, for: query, by: \.title).map { match in
                var entry = match.item
                entry.positions = match.positions
                return entry
            }
        }
    }
}

// MARK: - What the lists hold

extension Board {
    /// The keys of a command here, for showing.
    package func keys(for action: Action) -> [String] { keymap.keys(for: action, in: contexts + [.board, .document]) }

    /// How a command is given: by its key as it is bound now, else by its name on the prompt.
    package func way(to action: Action) -> String { keys(for: action).first ?? ":\(action.rawValue)" }

    func helpOverlay(query: String) -> ListOverlay {
        var entries: [ListOverlay.Entry] = []
        for chapter in registry.chapters {
            for command in chapter.commands {
                let contexts = Context.allCases.filter { command.contexts.contains($0) } + Context.panes
                let keys = keymap.keys(for: command.action, in: contexts)
                entries.append(
                    ListOverlay.Entry(
                        title: command.synopsis, detail: command.summary, keys: keys.joined(separator: " "),
                        group: chapter.group.rawValue,
                        choice: command.isTypable && command.arguments.allSatisfy { !$0.isRequired }
                            ? .run(Invocation(command.action)) : .none))
            }
        }
        return ListOverlay(.help, title: "Keys and commands", entries: entries, query: query)
    }

    func paletteOverlay() -> ListOverlay {
        var entries: [ListOverlay.Entry] = []
        let here = contexts
        for command in registry.commands where command.isTypable {
            if command.changes, settings.readOnlyReason != nil { continue }
            entries.append(
                ListOverlay.Entry(
                    title: command.name, detail: command.summary,
                    keys: keymap.keys(for: command.action, in: here + [.board]).joined(separator: " "),
                    group: "Command", choice: .run(Invocation(command.action))))
        }
        for actor in situation.actors.inOrder {
            entries.append(
                ListOverlay.Entry(
                    title: actor.name, detail: actor.role ?? actor.kind.rawValue, group: "Actor",
                    choice: .open(.actor(actor.id), in: .actors)))
        }
        for ladder in situation.ladders.inOrder {
            entries.append(
                ListOverlay.Entry(
                    title: ladder.title, detail: ladder.subject ?? "", group: "Ladder",
                    choice: .open(.ladder(ladder.id), in: .ladders)))
            for rung in ladder.rungs {
                entries.append(
                    ListOverlay.Entry(
                        title: rung.title, detail: ladder.title, group: "Rung",
                        choice: .open(.rung(RungKey(ladder.id, rung.id)), in: .ladders)))
            }
        }
        for matrix in situation.hypotheses.inOrder {
            entries.append(
                ListOverlay.Entry(
                    title: matrix.title, group: "Hypotheses", choice: .show(.item(.record(.hypotheses(matrix.id))))))
        }
        for view in views where view.problem == nil {
            entries.append(
                ListOverlay.Entry(
                    title: view.name, detail: view.query, group: "View", choice: .run(Invocation(.view, [view.name]))))
        }
        for header in situations where header.id != situation.id {
            entries.append(
                ListOverlay.Entry(
                    title: header.title, detail: header.id.text, group: "Situation", choice: .situation(header.id)))
        }
        return ListOverlay(.palette, title: "Go to, or do", entries: entries)
    }

    func themesOverlay() -> ListOverlay {
        let entries = settings.themes.map { ListOverlay.Entry(title: $0, choice: .theme($0)) }
        let cursor = settings.themes.firstIndex(of: settings.theme) ?? 0
        return ListOverlay(.themes, title: "Theme", entries: entries, cursor: cursor)
    }

    /// Every source, those in trouble first, with what it last answered.
    func sourcesOverlay() -> ListOverlay {
        let standings = Dictionary(
            collecting.sources.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let sources = situation.sources.inOrder.enumerated().sorted { left, right in
            let isWorse = [left, right].map { standings[$0.element.id]?.isTrouble == true }
            if isWorse[0] != isWorse[1] { return isWorse[0] }
            return left.offset < right.offset
        }.map(\.element)
        let entries = sources.map { source in
            let standing = standings[source.id]
            let next = collecting.collector == nil ? "" : standing?.next.map { "next \($0.clock)Z  " } ?? ""
            let words = standing?.words ?? (source.subscription == nil ? "by hand" : "never fetched")
            return ListOverlay.Entry(
                title: source.name, detail: words, group: next + source.reliability.rawValue,
                choice: .show(.item(.record(.source(source.id)))))
        }
        let who = collecting.collector.map { "collected by \($0)" } ?? "nobody collects"
        return ListOverlay(.sources, title: "Sources, \(who)", entries: entries)
    }

    func situationsOverlay() -> ListOverlay {
        let entries = situations.map { header in
            ListOverlay.Entry(title: header.title, detail: header.id.text, choice: .situation(header.id))
        }
        let cursor = situations.firstIndex { $0.id == situation.id } ?? 0
        return ListOverlay(.situations, title: "Situation", entries: entries, cursor: cursor)
    }
}
