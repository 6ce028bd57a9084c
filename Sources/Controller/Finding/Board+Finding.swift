package import Commands
import QueryLanguage
import SituationModel

/// Filters, searches and saved views.
extension Board {
    // MARK: Filters

    mutating func startFilter(_ text: String?) -> [Effect] {
        if focus == .detail {
            guard detail.subject?.document != nil else {
                message = Message("There is nothing to search here: open a document, or go to a list", kind: .warning)
                return []
            }
            if let text {
                detail.search = text
                return []
            }
            overlay = .prompt(Prompt(.search(previous: detail.search)))
            return []
        }
        if let text { return setFilter(text, of: focus) }
        let present = filters[focus] ?? ""
        overlay = .prompt(Prompt(.filter(focus, previous: present), text: present))
        return []
    }

    mutating func clearFilter() -> [Effect] {
        guard focus != .detail else {
            detail.search = ""
            return []
        }
        return setFilter("", of: focus)
    }

    /// Narrows a pane to what a text asks for.
    mutating func setFilter(_ text: String, of pane: Pane) -> [Effect] {
        guard filters[pane] ?? "" != text else { return [] }
        filters[pane] = text.isEmpty ? nil : text
        tops[pane] = nil
        if let kind = pane.listKind { return reload(kind, landing: .keep) }
        refreshRows()
        let items = items(in: pane)
        if let cursor = cursors[pane], items.contains(cursor) { return [] }
        cursors[pane] = items.first
        return followCursor()
    }

    // MARK: Searching everything

    /// Opens all that answers a query, of every kind; without one, the query is asked for, that of the list in hand to begin
    /// with.
    mutating func find(_ text: String?) -> [Effect] {
        let name = Action.find.rawValue + " "
        guard let text else {
            overlay = .prompt(Prompt(.command, text: name + (filters[focus] ?? "")))
            return []
        }
        do throws(QueryError) { _ = try Query.parse(text) } catch {
            var prompt = Prompt(.command)
            // Counted along the line that stands there, of which the query is the end.
            let column = name.count + error.column
            prompt.editor = LineEditor(name + text, cursor: column - 1)
            prompt.complaint = "column \(column): \(error.reason)"
            overlay = .prompt(prompt)
            return [.bell]
        }
        return openFresh(.found(text))
    }

    // MARK: Saved views

    /// The view that a pane is narrowed to.
    package func view(of pane: Pane) -> SavedView? {
        filters[pane].flatMap { text in views.first { $0.query == text } }
    }

    /// Narrows the list in hand to a view; where no list is in hand, opens all that answers it. Without a name, shows the views
    /// there are.
    mutating func openView(_ name: String?) -> [Effect] {
        guard let name else {
            if views.isEmpty {
                message = Message("No view is saved yet: narrow a list with \(way(to: .filter)), then :view-save NAME")
            } else {
                overlay = .list(viewsOverlay())
            }
            return [.load(.views)]
        }
        guard let view = view(called: name) else { return [.bell] }
        if let problem = view.problem {
            message = Message("The view “\(name)” cannot be read: \(problem)", kind: .error)
            return [.bell]
        }
        return focus == .detail ? openFresh(.found(view.query)) : setFilter(view.query, of: focus)
    }

    /// Keeps the filter of the list in hand, or the query whose answers are open, under a name.
    mutating func saveView(_ name: String) -> [Effect] {
        var query = filters[focus]
        if focus == .detail, case .found(let text)? = detail.subject { query = text }
        guard let query else {
            message = Message("Nothing to save: narrow a list with \(way(to: .filter)) first", kind: .warning)
            return [.bell]
        }
        do throws(QueryError) { _ = try Query.parse(query) } catch {
            message = Message("This filter cannot be read, and is not saved: \(error.description)", kind: .error)
            return [.bell]
        }
        return [.saveView(name: name, query: query)]
    }

    mutating func forgetView(_ name: String) -> [Effect] {
        guard let view = view(called: name) else { return [.bell] }
        return [.forgetView(view.name)]
    }

    private mutating func view(called name: String) -> SavedView? {
        do throws(SavedViewError) { return try SavedView.named(name, among: views) } catch {
            message = Message(error.description, kind: .error)
            return nil
        }
    }

    func viewsOverlay() -> ListOverlay {
        let entries = views.map { view in
            ListOverlay.Entry(
                title: view.name, detail: view.problem ?? view.query,
                choice: view.problem == nil ? .run(Invocation(.view, [view.name])) : .none)
        }
        let present = view(of: focus).flatMap { views.firstIndex(of: $0) }
        return ListOverlay(.views, title: "Saved views", entries: entries, cursor: present ?? 0)
    }
}
