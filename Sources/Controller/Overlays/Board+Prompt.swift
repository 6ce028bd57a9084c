import Commands
import Display
import QueryLanguage
import SituationModel

extension Board {
    /// A key while something is written on the bottom line.
    mutating func takeInPrompt(_ key: Key, _ prompt: Prompt) -> [Effect] {
        if case .confirmation(let confirmation) = prompt.purpose {
            overlay = nil
            if key.character == "y" || key.character == "Y" {
                return confirmation.effects == [.markAllSeen] ? markAllSeen() : confirmation.effects
            }
            message = Message("Left as it was")
            return []
        }
        var prompt = prompt
        if case .matched(let invocation) = keymap.lookup([key], in: contexts) {
            switch invocation.action {
            case .accept: return accept(prompt)
            case .cancel: return cancel(prompt)
            case .complete: propose(1, in: &prompt)
            case .completeBack: propose(-1, in: &prompt)
            case .historyOlder: browse(&prompt, older: true)
            case .historyNewer: browse(&prompt, older: false)
            default: return perform(invocation)
            }
            prompt.complaint = nil
            overlay = .prompt(prompt)
            return written(prompt)
        }
        // Taking away before the beginning leaves the line, as vim and less have it.
        if key.symbol == .backspace, prompt.editor.text.isEmpty { return cancel(prompt) }
        let outcome = prompt.editor.take(key)
        if outcome != .ignored {
            prompt.completion = nil
            prompt.proposal = nil
            prompt.unproposed = nil
        }
        if outcome == .changed { prompt.complaint = nil }
        overlay = .prompt(prompt)
        return outcome == .changed ? written(prompt) : []
    }

    /// Follows what is written, where the board shows it at once.
    mutating func written(_ prompt: Prompt) -> [Effect] {
        switch prompt.purpose {
        case .filter(let pane, _): return setFilter(prompt.editor.text, of: pane)
        case .search:
            detail.search = prompt.editor.text
            return []
        case .command: return previewCommand(prompt)
        case .note, .confirmation: return []
        }
    }

    /// `:theme NAME` is seen while it is typed.
    private func previewCommand(_ prompt: Prompt) -> [Effect] {
        guard let invocation = try? PromptGrammar.parse(prompt.editor.text, registry: registry),
            invocation.action == .theme, let name = invocation.arguments.first, settings.themes.contains(name)
        else { return [] }
        return [.theme(name, isChosen: false)]
    }

    private mutating func accept(_ prompt: Prompt) -> [Effect] {
        overlay = nil
        let text = prompt.editor.text
        switch prompt.purpose {
        case .command:
            commandHistory.add(text)
            guard !text.allSatisfy(\.isWhitespace) else { return [] }
            do throws(PromptError) {
                return runFromPrompt(try PromptGrammar.parse(text, registry: registry))
            } catch {
                message = Message(error.description, kind: .error)
                return [.theme(settings.theme, isChosen: false), .bell]
            }
        case .filter:
            // What could be understood is shown all the same; the line stays, to be mended where the cursor goes.
            do throws(QueryError) { _ = try Query.parse(text) } catch {
                var mended = prompt
                mended.complaint = error.description
                mended.completion = nil
                mended.editor = LineEditor(text, cursor: error.column - 1)
                overlay = .prompt(mended)
                return [.bell]
            }
            filterHistory.add(text)
            return []
        case .search:
            filterHistory.add(text)
            return []
        case .note:
            let effects = writeNote(text)
            if !effects.isEmpty { beingSaved = .prompt(prompt) }
            return effects
        case .confirmation: return []
        }
    }

    private mutating func cancel(_ prompt: Prompt) -> [Effect] {
        overlay = nil
        switch prompt.purpose {
        case .filter(let pane, let previous): return setFilter(previous, of: pane)
        case .search(let previous):
            detail.search = previous
            return []
        case .command: return [.theme(settings.theme, isChosen: false)]
        case .note, .confirmation: return []
        }
    }

    /// Puts the next proposal into the line.
    private func propose(_ direction: Int, in prompt: inout Prompt) {
        if prompt.completion == nil {
            prompt.completion = completion(of: prompt)
            prompt.unproposed = prompt.editor
        }
        guard let completion = prompt.completion, let line = prompt.unproposed, !completion.candidates.isEmpty else {
            return
        }
        let count = completion.candidates.count
        let next = ((prompt.proposal ?? (direction > 0 ? -1 : count)) + direction + count) % count
        prompt.proposal = next
        let applied = completion.applying(completion.candidates[next], to: line.text)
        prompt.editor = LineEditor(applied.line, cursor: applied.cursor)
    }

    private func completion(of prompt: Prompt) -> Completion? {
        let (text, cursor) = (prompt.editor.text, prompt.editor.cursor)
        switch prompt.purpose {
        case .command:
            if let query = PromptGrammar.query(in: text, at: cursor, registry: registry) {
                return completion(ofQuery: query.text, at: cursor - query.column, from: query.column)
            }
            return PromptGrammar.completions(for: text, at: cursor, registry: registry, candidates: candidates)
        case .filter: return completion(ofQuery: text, at: cursor)
        case .search, .note, .confirmation: return nil
        }
    }

    private func completion(ofQuery text: String, at cursor: Int, from column: Int = 0) -> Completion {
        let found = QueryCompletion(
            of: text, at: cursor, actors: situation.actors.inOrder, sources: situation.sources.inOrder)
        return Completion(
            range: found.range.lowerBound + column..<found.range.upperBound + column,
            candidates: found.candidates.map { Candidate($0.text, summary: $0.help) })
    }

    private mutating func browse(_ prompt: inout Prompt, older: Bool) {
        let line: String?
        switch prompt.purpose {
        case .command:
            line = older ? commandHistory.older(prefix: prompt.editor.text) : commandHistory.newer()
        case .filter, .search:
            line = older ? filterHistory.older(prefix: prompt.editor.text) : filterHistory.newer()
        case .note, .confirmation: line = nil
        }
        if let line { prompt.editor = LineEditor(line) }
        prompt.completion = nil
        prompt.proposal = nil
    }

    /// What can stand for an argument of that kind.
    func candidates(_ kind: Argument.Kind) -> [Candidate] {
        switch kind {
        case .theme: settings.themes.map { Candidate($0) }
        case .actor: situation.actors.inOrder.map { Candidate($0.id.text, summary: $0.name) }
        case .ladder: situation.ladders.inOrder.map { Candidate($0.id.text, summary: $0.title) }
        case .rung:
            situation.ladders.inOrder.flatMap { ladder in
                ladder.rungs.map { Candidate(RungKey(ladder.id, $0.id).description, summary: $0.title) }
            }
        case .situation: situations.map { Candidate($0.id.text, summary: $0.title) }
        case .hypotheses: situation.hypotheses.inOrder.map { Candidate($0.id.text, summary: $0.title) }
        case .template: patterns.map { Candidate($0.name, summary: "\($0.title), \($0.ladder.rungs.count) rungs") }
        case .view: views.map { Candidate($0.name, summary: $0.problem ?? $0.query) }
        case .instant: [Candidate("now", summary: "the present")]
        case .pane, .switch, .rating, .query, .command, .text, .file, .number: []
        }
    }
}
