import Commands
import Display
import SituationModel

extension Board {
    /// Shows in the detail pane what the cursor is on, where the pane follows the cursor.
    mutating func followCursor() -> [Effect] {
        guard layout.showsDetailAlways, focus != .detail, let item = cursors[focus] else { return [] }
        let subject = Link.item(item).subject
        // Moving on in the lists while something is open replaces what is open.
        if detail.isOpen { detail.trail = [subject] }
        return show(subject)
    }

    /// Opens something in the detail pane and goes there.
    mutating func open(_ subject: Subject) -> [Effect] {
        if detail.trail.last != subject { detail.trail.append(subject) }
        let effects = show(subject) + focus(on: .detail)
        return effects + refit()
    }

    /// Opens what the cursor is on.
    mutating func openHere() -> [Effect] {
        if let matrix = openMatrix { return openEvidence(in: matrix) }
        if focus == .detail {
            if case .sandbox(let step)? = currentLink { return self.step(step) }
            guard let next = currentLink?.subject ?? deedsInHand else {
                message = Message("Nothing here leads on", kind: .warning)
                return []
            }
            // What follows the cursor becomes the first step of the trail, so that Esc leads back to it.
            if detail.trail.isEmpty, let subject = detail.subject { detail.trail = [subject] }
            return open(next)
        }
        guard let item = cursors[focus] else { return [] }
        detail.trail = []
        return open(Link.item(item).subject)
    }

    /// Opens the document behind what the cursor is on, at the sentence.
    mutating func openSource() -> [Effect] {
        if let matrix = openMatrix { return openEvidence(in: matrix) }
        let anchor: Anchor? =
            if focus == .detail, case .anchor(let anchor)? = currentLink {
                anchor
            } else if focus == .detail, case .item(let item)? = currentLink, let first = anchors(of: item).first {
                first
            } else {
                anchors(of: focus == .detail ? detailItem : cursors[focus]).first
            }
        if let anchor {
            if focus != .detail { detail.trail = [] }
            return open(.document(anchor.document, at: anchor))
        }
        if focus == .detail, let deeds = deedsInHand { return open(deeds) }
        if focus == .detail, detail.subject?.document != nil {
            message = Message("This is the source")
            return []
        }
        if case .record(.document)? = cursors[focus] { return openHere() }
        message = Message("This rests on no document", kind: .warning)
        return []
    }

    private var detailItem: Item? {
        guard case .item(let item)? = detail.subject else { return nil }
        return item
    }

    /// Goes back the way one came: to what was open before, then out of the detail pane, the filter, the zoom.
    mutating func goBack() -> [Effect] {
        if focus == .detail || detail.isOpen {
            if detail.trail.count > 1 {
                detail.trail.removeLast()
                guard let subject = detail.trail.last else { return [] }
                return show(subject)
            }
            detail.trail = []
            guard focus == .detail else { return refit() + followCursor() }
            let pane = fronts.last { $0 != .detail } ?? .ladders
            return focus(on: pane) + refit()
        }
        if !marked.isEmpty {
            marked = [:]
            message = Message("Nothing is marked")
            return []
        }
        if !(filters[focus] ?? "").isEmpty { return setFilter("", of: focus) }
        if isZoomed {
            isZoomed = false
            return refit() + followCursor()
        }
        return []
    }

    /// Makes something the subject of the detail pane and asks for what the archive holds about it.
    mutating func show(_ subject: Subject) -> [Effect] {
        guard detail.subject != subject else { return [] }
        let isSameDocument = subject.document != nil && detail.subject?.document == subject.document
        detail.subject = subject
        if let matrix = subject.matrix { matrixInHand = matrix }
        detail.scroll = 0
        detail.link = nil
        detail.seeksAnchor = true
        // What was drawn there was about something else.
        picture.regions.removeAll { $0.pane == .detail }
        if isSameDocument, var data = detail.data, case .document = subject {
            // The same text at another place: nothing to read again.
            data = data.about(subject)
            detail.data = data
            chooseFindingAtAnchor()
            return []
        }
        if keepsChart(for: subject) { return reloadDetail() }
        detail.data = nil
        detail.search = ""
        return reloadDetail()
    }

    mutating func reloadDetail() -> [Effect] {
        guard let subject = detail.subject else { return [] }
        if subject == .whatIf { return askSandbox() }
        return [.load(.detail(subject, asOf: asOf))]
    }

    // MARK: Moving in the detail pane

    private var region: Region? { picture.region(of: .detail) }

    package var currentLink: Link? {
        guard let link = detail.link, region?.links.contains(where: { $0.link == link }) == true else { return nil }
        return link
    }

    mutating func moveInDetail(_ action: Action) -> [Effect] {
        if let matrix = openMatrix {
            moveInMatrix(action, matrix)
            return []
        }
        if case .deedMatrix? = detail.subject {
            moveInDeedMatrix(action)
            return []
        }
        guard let region else { return [] }
        let page = max(1, region.shownLines - 1)
        let isDocument = detail.subject?.document != nil
        switch action {
        case .moveDown where isDocument: scrollDetail(by: 1)
        case .moveUp where isDocument: scrollDetail(by: -1)
        case .moveDown: stepLink(1, in: region)
        case .moveUp: stepLink(-1, in: region)
        case .halfPageDown: scrollDetail(by: max(1, page / 2))
        case .halfPageUp: scrollDetail(by: -max(1, page / 2))
        case .pageDown: scrollDetail(by: page)
        case .pageUp: scrollDetail(by: -page)
        case .top:
            detail.scroll = 0
            detail.link = nil
        case .bottom:
            scrollDetail(by: region.lineCount)
            if !isDocument { detail.link = region.links.last?.link }
        case .nextMatch where isDocument && detail.search.isEmpty: stepFinding(1)
        case .previousMatch where isDocument && detail.search.isEmpty: stepFinding(-1)
        case .nextMatch: stepHighlight(1, in: region)
        case .previousMatch: stepHighlight(-1, in: region)
        default: break
        }
        return []
    }

    mutating func scrollDetail(by lines: Int) {
        guard let region else { return }
        detail.seeksAnchor = false
        detail.scroll = min(max(0, detail.scroll + lines), max(0, region.lineCount - region.shownLines))
    }

    /// Moves to the neighbouring link; scrolls on where that is out of sight.
    private mutating func stepLink(_ direction: Int, in region: Region) {
        let present = region.links.firstIndex { $0.link == detail.link }
        // With no link chosen yet, from what is in sight on.
        let inSight = region.links.firstIndex { $0.lines.lowerBound >= detail.scroll } ?? region.links.count
        let next = present.map { $0 + direction } ?? (direction > 0 ? inSight : inSight - 1)
        guard region.links.indices.contains(next) else {
            scrollDetail(by: direction)
            return
        }
        let lines = region.links[next].lines
        let bottom = detail.scroll + region.shownLines
        // A link beyond the next line or two is not jumped to over unread text.
        if direction > 0, lines.lowerBound >= bottom + 2 {
            scrollDetail(by: direction)
            return
        }
        if direction < 0, lines.upperBound < detail.scroll - 2 {
            scrollDetail(by: direction)
            return
        }
        detail.link = region.links[next].link
        if lines.upperBound > bottom { detail.scroll += lines.upperBound - bottom }
        if lines.lowerBound < detail.scroll { detail.scroll = max(0, lines.lowerBound - 1) }
    }

    /// Goes to the next or previous highlighted line of a document.
    private mutating func stepHighlight(_ direction: Int, in region: Region) {
        let third = max(1, region.shownLines / 3)
        let present = detail.scroll + third
        let target =
            direction > 0
            ? region.highlights.first { $0 > present } : region.highlights.last { $0 < present }
        guard let target else {
            message = Message(region.highlights.isEmpty ? "Nothing is highlighted here" : "No more in this direction")
            return
        }
        detail.seeksAnchor = false
        detail.scroll = max(0, target - third)
    }
}

extension DetailData {
    /// The same data under another subject: another place of the same document.
    fileprivate func about(_ subject: Subject) -> DetailData {
        var copy = DetailData(subject: subject)
        copy.record = record
        copy.document = document
        copy.quotes = quotes
        copy.events = events
        copy.history = history
        copy.documents = documents
        copy.lastChange = lastChange
        return copy
    }
}
