import Commands
package import Display

extension Board {
    /// Takes in a key, a click or pasted text, and answers with what is to be done about it.
    package mutating func take(_ input: Input) -> [Effect] {
        switch input {
        case .key(let key): return take(key)
        case .pointer(let pointer): return take(pointer)
        case .paste(let text): return paste(text)
        }
    }

    /// Takes note of a new size of the screen.
    package mutating func resize(to size: Size) -> [Effect] {
        self.size = size
        refreshRows()
        keepCursorOnARow()
        guard focus == .detail, !layout.visible.contains(.detail) else { return followCursor() }
        // The detail pane has lost the place it had beside the others: what it shows stays open.
        if let subject = detail.subject {
            detail.trail = [subject]
            refreshRows()
            return []
        }
        return focus(on: fronts.last { $0 != .detail } ?? .ladders)
    }

    private mutating func take(_ key: Key) -> [Effect] {
        message = nil
        switch overlay {
        case .prompt(let prompt): return takeInPrompt(key, prompt)
        case .form(let form): return takeInForm(key, form)
        case .list(let list): return takeInList(key, list)
        case nil: break
        }
        let keys = pendingKeys + [key]
        pendingKeys = []
        pendingContinuations = []
        switch keymap.lookup(keys, in: contexts) {
        case .matched(let invocation): return perform(invocation)
        case .pending(let continuations):
            pendingKeys = keys
            pendingContinuations = continuations.map { (KeyLabel.text(for: $0.key), $0.summary) }
            return []
        case .none:
            guard keys.count == 1 || key.symbol != .escape else { return [] }
            let help = way(to: .help)
            message = Message("\(KeyLabel.text(for: keys)) does nothing here; \(help) shows the keys", kind: .warning)
            return []
        }
    }

    private mutating func paste(_ text: String) -> [Effect] {
        switch overlay {
        case .prompt(var prompt):
            if case .confirmation = prompt.purpose { return [] }
            guard prompt.editor.insert(text) == .changed else { return [] }
            overlay = .prompt(prompt)
            return written(prompt)
        case .form(var form):
            guard !form.awaitsAnchor else { return [] }
            form.insert(text)
            overlay = .form(form)
            return []
        case .list(var list):
            guard list.editor.insert(text) == .changed else { return [] }
            list.narrow()
            overlay = .list(list)
            return preview(list)
        case nil:
            // What is pasted is text, never commands.
            message = Message("Pasted text is taken in a prompt or a form only", kind: .warning)
            return []
        }
    }

    // MARK: The mouse

    private mutating func take(_ pointer: Pointer) -> [Effect] {
        message = nil
        switch overlay {
        case .list(var list):
            switch pointer.action {
            case .wheelUp: list.move(by: -3)
            case .wheelDown: list.move(by: 3)
            case .press, .doublePress:
                guard let frame = picture.overlayFrame, frame.contains(pointer.at) else {
                    return takeInList(Key(.escape), list)
                }
                guard let index = picture.overlayRows[pointer.at.row] else { return [] }
                list.cursor = index
                overlay = .list(list)
                return pointer.action == .doublePress ? choose(list) : preview(list)
            }
            overlay = .list(list)
            return preview(list)
        case .prompt, .form: return []
        case nil: break
        }
        guard let region = picture.regions.first(where: { $0.frame.contains(pointer.at) }) else { return [] }
        if pointer.at.row == region.frame.row,
            let tab = region.tabs.first(where: { $0.columns.contains(pointer.at.column) })
        {
            return focus(on: tab.pane)
        }
        switch pointer.action {
        case .wheelUp: return wheel(-3, in: region)
        case .wheelDown: return wheel(3, in: region)
        case .press, .doublePress: return press(pointer, in: region)
        }
    }

    private mutating func wheel(_ lines: Int, in region: Region) -> [Effect] {
        let effects = focus(on: region.pane)
        if region.pane == .detail {
            scrollDetail(by: lines)
            return effects
        }
        return effects + moveCursor(by: lines)
    }

    private mutating func press(_ pointer: Pointer, in region: Region) -> [Effect] {
        var effects = focus(on: region.pane)
        if region.pane == .detail {
            let line = detail.scroll + pointer.at.row - region.frame.row - 1
            if let link = region.links.first(where: { $0.lines.contains(line) })?.link {
                detail.link = link
                if pointer.action == .doublePress { effects += openHere() }
            }
            return effects
        }
        guard let hit = region.visible.first(where: { $0.rows.contains(pointer.at.row) }) else { return effects }
        if cursors[region.pane] != hit.item {
            cursors[region.pane] = hit.item
            effects += arriveAtCursor()
        }
        if pointer.action == .doublePress { effects += openHere() }
        return effects
    }
}
