import Commands
import Display
import SituationModel

extension Board {
    /// A key while a list is open.
    mutating func takeInList(_ key: Key, _ list: ListOverlay) -> [Effect] {
        var list = list
        if case .matched(let invocation) = keymap.lookup([key], in: contexts) {
            switch invocation.action {
            case .nextChoice: list.move(by: 1)
            case .previousChoice: list.move(by: -1)
            case .pageDown: list.move(by: listPageLength)
            case .pageUp: list.move(by: -listPageLength)
            case .accept: return choose(list)
            case .cancel: return leave(list)
            default: return perform(invocation)
            }
            overlay = .list(list)
            return preview(list)
        }
        guard list.editor.take(key) == .changed else {
            overlay = .list(list)
            return []
        }
        list.narrow()
        overlay = .list(list)
        return preview(list)
    }

    private var listPageLength: Int { max(1, picture.overlayRows.count - 1) }

    /// Shows a theme while the cursor is on it.
    func preview(_ list: ListOverlay) -> [Effect] {
        guard case .theme(let name)? = list.chosen?.choice else { return [] }
        return [.theme(name, isChosen: false)]
    }

    private mutating func leave(_ list: ListOverlay) -> [Effect] {
        overlay = nil
        return list.kind == .themes ? [.theme(settings.theme, isChosen: false)] : []
    }

    /// Does what the chosen entry says.
    mutating func choose(_ list: ListOverlay) -> [Effect] {
        guard let entry = list.chosen else {
            message = Message("Nothing matches “\(list.editor.text)”", kind: .warning)
            return leave(list)
        }
        overlay = nil
        switch entry.choice {
        case .run(let invocation): return runFromPrompt(invocation)
        case .open(let item, let pane):
            folds.merge(unfolding(item)) { _, new in new }
            let unfiltered = setFilter("", of: pane)
            refreshRows()
            cursors[pane] = item
            let effects = focus(on: pane)
            return unfiltered + (effects.isEmpty ? arriveAtCursor() : effects)
        case .show(let subject):
            detail.trail = []
            return open(subject)
        case .theme(let name):
            settings.theme = name
            chosenTheme = name
            return [.theme(name, isChosen: true)]
        case .situation(let id): return switchSituation(to: id)
        case .none: return []
        }
    }

    /// What must be unfolded for an item to be on the board.
    private func unfolding(_ item: Item) -> [Item: Bool] {
        switch item {
        case .record(.actor(let id)):
            var open: [Item: Bool] = [:]
            var next = situation.actors[id]?.affiliation
            while let owner = next, open[.actor(owner)] == nil {
                open[.actor(owner)] = false
                next = situation.actors[owner]?.affiliation
            }
            return open
        case .rung(let rung): return [.ladder(rung.ladder): false]
        case .indicator(let rung, _): return [.ladder(rung.ladder): false, .rung(rung): false]
        case .record, .entry, .incoming: return [:]
        }
    }
}
