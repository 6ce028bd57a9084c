package import Commands
import Display
import SituationModel

extension Board {
    package var layout: Layout {
        Layout(
            size: size,
            wish: LayoutWish(
                focus: focus, isZoomed: isZoomed, isDetailOpen: detail.isOpen,
                isDetailWide: detail.subject?.isTable == true, fronts: fronts))
    }

    /// Whether the screen is too small to show anything of use.
    package var isTooSmall: Bool { size.columns < Layout.least.columns || size.rows < Layout.least.rows }

    /// Where keys are looked up now, the most particular place first.
    package var contexts: [Context] {
        switch overlay {
        case .prompt: [.prompt]
        case .form: [.form]
        case .list: [.list]
        case nil:
            if focus == .detail, detail.subject?.document != nil {
                [.document, .detail, .board]
            } else if focus == .detail, detail.subject?.matrix != nil {
                [.matrix, .detail, .board]
            } else {
                [focus.context, .board]
            }
        }
    }

    /// Takes note of what has been drawn.
    package mutating func take(_ picture: Picture) {
        self.picture = picture
        for region in picture.regions {
            if let top = region.top {
                tops[region.pane] = top
                if top.hiddenLines == 0, top.item == items(in: region.pane).first { arrivals[region.pane] = nil }
            }
            guard region.pane == .detail else { continue }
            detail.scroll = region.scroll
            if detail.data != nil { detail.seeksAnchor = false }
        }
    }

    /// Moves the focus, and brings the pane to the front of its place.
    mutating func focus(on pane: Pane) -> [Effect] {
        guard focus != pane else { return [] }
        focus = pane
        fronts.removeAll { $0 == pane }
        fronts.append(pane)
        return arriveAtCursor()
    }
}
