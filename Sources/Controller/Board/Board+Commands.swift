import Commands
import Display
import SituationModel

extension Board {
    /// Runs a command from the prompt or the palette, where what it needs may be missing.
    mutating func runFromPrompt(_ invocation: Invocation) -> [Effect] {
        if let command = registry[invocation.action], invocation.arguments.isEmpty,
            command.arguments.contains(where: \.isRequired)
        {
            overlay = .prompt(Prompt(.command, text: command.name + " "))
            return []
        }
        return perform(invocation)
    }

    /// Runs a command.
    mutating func perform(_ invocation: Invocation) -> [Effect] {
        if let command = registry[invocation.action], command.changes, let refusal = refusalToChange {
            message = Message(refusal, kind: .warning)
            return [.bell]
        }
        let argument = invocation.arguments.first
        switch invocation.action {
        case .moveDown, .moveUp, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .nextMatch,
            .previousMatch:
            return move(invocation.action)
        case .moveLeft: return moveSideways(-1)
        case .moveRight: return moveSideways(1)
        case .nextGroup: return moveByGroup(1)
        case .previousGroup: return moveByGroup(-1)
        case .nextUnseen: return moveToNextUnseen()
        case .nextPane: return stepPane(1)
        case .previousPane: return stepPane(-1)
        case .pane: return goToPane(named: argument ?? "")
        case .zoom:
            isZoomed.toggle()
            return refit() + followCursor()
        case .foldAll:
            foldAll(true)
            return followCursor()
        case .unfoldAll:
            foldAll(false)
            return []
        case .open: return openHere()
        case .back: return goBack()
        case .source: return openSource()
        case .copy: return copyHere()
        case .scrollDown:
            scrollDetail(by: 1)
            return []
        case .scrollUp:
            scrollDetail(by: -1)
            return []
        case .markSeen: return askToMarkAllSeen()
        case .chart: return openChart(of: invocation.arguments)
        case .matrix: return openDeedMatrix(argument)
        case .timeline: return openTimeline(of: argument)
        case .filter: return startFilter(argument)
        case .clearFilter: return clearFilter()
        case .find: return find(argument)
        case .view: return openView(argument)
        case .saveView: return saveView(argument ?? "")
        case .forgetView: return forgetView(argument ?? "")
        case .command:
            overlay = .prompt(Prompt(.command))
            return []
        case .palette:
            overlay = .list(paletteOverlay())
            return []
        case .help:
            overlay = .list(helpOverlay(query: argument ?? ""))
            return []
        case .earlier: return stepEarlier()
        case .later: return stepLater()
        case .live: return asOf == nil ? [] : look(asOf: nil)
        case .asOf: return look(asOfText: argument ?? "")
        case .add, .addActor, .addQuote, .addEvent, .addRelation, .edit, .remove, .relate, .state, .note:
            return edit(invocation)
        case .whatIf: return openSandbox(argument)
        case .mark, .confirm, .reject, .confirmAll: return review(invocation.action)
        case .judge, .judgements, .hypotheses, .addHypotheses, .addHypothesis, .addItem, .takeEvidence, .rate,
            .addLadder:
            return judge(invocation)
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .situation: return chooseSituation(argument)
        case .theme: return chooseTheme(argument)
        case .mouse: return setMouse(argument)
        case .reload: return take(.archiveChanged)
        case .hold: return hold()
        case .sources:
            overlay = .list(sourcesOverlay())
            return []
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .version:
            message = Message("watchfloor \(settings.version)")
            return []
        case .quit: return [.quit]
        case .accept, .cancel, .save, .complete, .completeBack, .historyOlder, .historyNewer, .nextField,
            .previousField, .nextChoice, .previousChoice:
            return []
        }
    }

    /// Why nothing can be changed now; `nil` where it can.
    var refusalToChange: String? {
        if let reason = settings.readOnlyReason { return "Nothing can be changed: \(reason)" }
        guard let asOf else { return nil }
        let key = way(to: .live)
        return "This is how it stood on \(asOf.inWords); \(key) returns to the present, where it can be changed"
    }

    // MARK: Panes

    /// Goes round the panes: those on the screen and those that wait behind them.
    private mutating func stepPane(_ direction: Int) -> [Effect] {
        var panes: [Pane] = []
        for place in layout.places { panes += place.tabs.filter { !panes.contains($0) } }
        guard let index = panes.firstIndex(of: focus) else { return focus(on: .ladders) }
        return focus(on: panes[(index + direction + panes.count) % panes.count])
    }

    private mutating func goToPane(named name: String) -> [Effect] {
        guard let pane = Pane(rawValue: name.lowercased()) else {
            let names = Pane.allCases.map(\.rawValue).joined(separator: ", ")
            message = Message("There is no pane “\(name)”; there are \(names)", kind: .error)
            return [.bell]
        }
        guard pane == .detail, !layout.visible.contains(.detail) else { return focus(on: pane) }
        return openHere()
    }

    // MARK: The clipboard

    private mutating func copyHere() -> [Effect] {
        guard let text = copyText else {
            message = Message("There is nothing to copy here", kind: .warning)
            return []
        }
        message = Message("Copied “\(text.prefix(40))\(text.count > 40 ? "…" : "")”")
        return [.copy(text)]
    }

    private var copyText: String? {
        if focus == .detail {
            if case .anchor(let anchor)? = currentLink { return anchor.exact }
            if detail.subject?.document != nil { return detail.data?.document?.text }
            guard case .item(let item)? = detail.subject else { return nil }
            return copyText(of: item)
        }
        return cursors[focus].flatMap(copyText)
    }

    private func copyText(of item: Item) -> String? {
        switch item {
        case .record(.quote(let id)):
            guard let quote = quote(id)?.value else { return nil }
            let speaker = quote.speaker.flatMap { situation.actors[$0]?.name } ?? quote.speakerDescription
            return quote.kind == .indirect
                ? "\(speaker.map { $0 + ": " } ?? "")\(quote.text)"
                : "“\(quote.text)”\(speaker.map { " — " + $0 } ?? "")"
        case .record(.event(let id)): return event(id)?.value.summary
        case .record(.document(let id)):
            return documents.rows.first { $0.value.id == id }.map { $0.value.link ?? $0.value.title }
        case .record(.actor(let id)): return situation.actors[id]?.name
        case .record(.ladder(let id)): return situation.ladders[id]?.title
        case .rung(let rung): return situation.ladders[rung.ladder]?.rung(rung.rung)?.rung.title
        case .indicator(let rung, let id): return indicator(rung, id)?.summary
        case .record(.coupling(let id)), .incoming(let id): return situation.couplings[id]?.reason
        case .record(.relation(let id)): return situation.relations[id]?.summary
        case .entry(let id): return id.description
        case .record(.judgement(let id)): return situation.judgements[id]?.reason
        case .record(.hypotheses(let id)): return situation.hypotheses[id]?.title
        case .record(.header), .record(.source): return nil
        }
    }

    // MARK: The board itself

    private mutating func chooseTheme(_ name: String?) -> [Effect] {
        guard let name else {
            overlay = .list(themesOverlay())
            return []
        }
        guard settings.themes.contains(name) else {
            message = Message("There is no theme “\(name)”; :theme shows those there are", kind: .error)
            return [.theme(settings.theme, isChosen: false), .bell]
        }
        settings.theme = name
        chosenTheme = name
        message = Message("Theme \(name)")
        return [.theme(name, isChosen: true)]
    }

    private mutating func setMouse(_ word: String?) -> [Effect] {
        let isOn = word.map { $0 == "on" } ?? !settings.hasMouse
        settings.hasMouse = isOn
        message = Message(isOn ? "Mouse on: click, double-click, wheel" : "Mouse off: the terminal selects text again")
        return [.mouse(isOn)]
    }

    /// Holds back what others change, or lets it in.
    private mutating func hold() -> [Effect] {
        isHeld.toggle()
        guard !isHeld else {
            message = Message("Held: what comes in stays out of sight until \(way(to: .hold)) lets it in")
            return []
        }
        let hasNews = hasHeldNews
        hasHeldNews = false
        message = Message(hasNews ? "Let in what has come meanwhile" : "Nothing has come meanwhile")
        return hasNews ? take(.archiveChanged) : []
    }

    private mutating func chooseSituation(_ name: String?) -> [Effect] {
        guard let name else {
            overlay = .list(situationsOverlay())
            return []
        }
        guard situations.contains(where: { $0.id.text == name }) else {
            message = Message("There is no situation “\(name)” in this archive", kind: .error)
            return [.bell]
        }
        return switchSituation(to: SituationID(name))
    }

    /// Puts the board on another situation of the archive.
    mutating func switchSituation(to id: SituationID) -> [Effect] {
        guard id != situation.id else { return [] }
        situation = Situation(id: id)
        tally = Tally()
        asOf = nil
        cursors = [:]
        tops = [:]
        arrivals = [:]
        filters = [:]
        folds = [:]
        fronts = []
        detail = DetailState()
        sandbox = WhatIfSheet()
        sandboxReport = nil
        marked = [:]
        collecting = CollectingNews()
        judging = JudgingNews()
        matrixPlaces = [:]
        matrixInHand = nil
        traffic = TrafficNews()
        hasHeldNews = false
        quotes = ListWindow()
        events = ListWindow()
        documents = ListWindow()
        log = ListWindow()
        focus = .ladders
        refreshRows()
        return reloadAll(landing: .first) + [.load(.collecting)]
    }
}
