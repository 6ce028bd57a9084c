package import Commands
import Display
package import SituationModel

/// A form over the board, in which a record is added or changed.
package struct Form: Sendable {
    /// What is made of the fields when the form is saved.
    package enum Purpose: Hashable, Sendable {
        case addActor
        case editActor(Actor)
        case addRelation
        case editRelation(Relation)
        case addQuote
        case editQuote(Quote)
        case addEvent
        case editEvent(Event)
        case moveRung(RungKey)
        case judge(RungKey)
        case addHypothesis(HypothesesID)
        case editHypothesis(Hypothesis, of: HypothesisMatrix)
        case editQuestion(of: HypothesisMatrix)
        case addItem(HypothesesID)
        case editItem(EvidenceItem, of: HypothesisMatrix)
    }

    package let purpose: Purpose
    package let title: String
    package var fields: [FormField]
    package var focus = 0
    /// Whether the words of the form are being looked up in their document.
    package var awaitsAnchor = false

    package init(_ purpose: Purpose, title: String, fields: [FormField]) {
        self.purpose = purpose
        self.title = title
        self.fields = fields
    }

    /// The text of a field, blanks at its ends cut; `nil` where it is empty.
    func text(_ name: FormField.Name) -> String? {
        guard let field = fields.first(where: { $0.name == name }) else { return nil }
        let text = field.value.trimmed
        return text.isEmpty ? nil : text
    }

    func isChanged(_ name: FormField.Name) -> Bool { fields.contains { $0.name == name && $0.isChanged } }

    /// Puts a complaint beside a field and goes there.
    mutating func complain(_ name: FormField.Name, _ text: String) {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
        fields[index].complaint = text
        focus = index
    }

    mutating func insert(_ text: String) {
        guard fields.indices.contains(focus) else { return }
        fields[focus].insert(text)
    }

    mutating func moveFocus(by distance: Int) {
        guard !fields.isEmpty else { return }
        focus = (focus + distance + fields.count) % fields.count
    }
}

/// One line of a form.
package struct FormField: Sendable {
    package enum Name: String, Hashable, Sendable {
        case name, kind, role, affiliation, alignment, aliases, standing, trend, remarks
        case from, to, since, until, summary, credibility
        case speaker, words, document, cue, venue, said, about
        case state, reason
        case who, whom, category, mode, place
        case happened
        case likelihood, confidence, hypothesis, question, relevance

        package var label: String {
            switch self {
            case .affiliation: "belongs to"
            case .document: "in document"
            case .happened: "when"
            default: rawValue
            }
        }
    }

    package enum Content: Sendable {
        case text(LineEditor)
        /// One of some values. What is typed finds one; `typed` is that so far.
        case choice([Candidate], chosen: Int, typed: String)
    }

    package let name: Name
    package var content: Content
    /// What may be written here, shown while the field is empty.
    package let hint: String
    package let isRequired: Bool
    /// The value the form was opened with.
    private let initial: String
    /// What could be written here.
    package let proposals: [Candidate]
    /// What was written by hand, and which of the proposals that fit it stands there instead.
    private var written: String
    package private(set) var proposal: Int?
    /// What is wrong with it.
    package var complaint: String?

    package init(
        _ name: Name, text: String?, hint: String = "", isRequired: Bool = false, proposals: [Candidate] = []
    ) {
        self.name = name
        content = .text(LineEditor(text ?? ""))
        initial = text ?? ""
        written = ""
        self.hint = hint
        self.isRequired = isRequired
        self.proposals = proposals
    }

    /// A field that holds one of some values. What was chosen before stays a choice, though it be none of them now: a form
    /// changes nothing that nobody touched.
    package init(_ name: Name, choices: [Candidate], chosen: String?, isRequired: Bool = false) {
        self.name = name
        var choices = choices
        if let chosen, !choices.contains(where: { $0.text == chosen }) { choices.append(Candidate(chosen)) }
        let index = choices.firstIndex { $0.text == chosen } ?? 0
        content = .choice(choices, chosen: index, typed: "")
        initial = choices.indices.contains(index) ? choices[index].text : ""
        written = ""
        hint = ""
        self.isRequired = isRequired
        proposals = []
    }

    var isChanged: Bool { value != initial }

    /// What is typed where none of the choices fits it: it chooses nobody.
    var unfit: String? {
        guard case .choice(let choices, _, let typed) = content, !typed.trimmed.isEmpty,
            Self.fitting(typed, choices) == nil
        else { return nil }
        return typed
    }

    /// The choice that fits best what is typed.
    private static func fitting(_ typed: String, _ choices: [Candidate]) -> Int? {
        FuzzyMatch.ranked(Array(choices.indices), for: typed) { index in
            choices[index].summary.isEmpty ? choices[index].text : choices[index].summary
        }.first?.item
    }

    /// Says that what is typed fits none of the choices.
    mutating func refuseUnfit() {
        if let unfit { complaint = "no choice fits “\(unfit.trimmed)”" }
    }

    /// The value: the text, or what the choice stands for.
    package var value: String {
        switch content {
        case .text(let editor): editor.text
        case .choice(let choices, let chosen, _): choices.indices.contains(chosen) ? choices[chosen].text : ""
        }
    }

    mutating func insert(_ text: String) {
        complaint = nil
        guard case .text(var editor) = content else { return }
        _ = editor.insert(text)
        content = .text(editor)
        hasWritten(editor.text)
    }

    private mutating func hasWritten(_ text: String) {
        written = text
        proposal = nil
    }

    /// The proposals that go with what is written, those that begin with it first.
    package var fitting: [Candidate] {
        guard !written.isEmpty else { return proposals }
        let words = written.lowercased()
        let begun = proposals.filter { $0.text.lowercased().hasPrefix(words) }
        return begun + proposals.filter { !begun.contains($0) && $0.text.lowercased().contains(words) }
    }

    /// Takes a key; answers whether it meant anything here.
    mutating func take(_ key: Key) -> Bool {
        switch content {
        case .text(var editor):
            let outcome = editor.take(key)
            content = .text(editor)
            if outcome == .changed {
                complaint = nil
                hasWritten(editor.text)
            }
            return outcome != .ignored
        case .choice(let choices, let chosen, var typed):
            if key.symbol == .backspace {
                typed = String(typed.dropLast())
            } else if let character = key.character {
                typed.append(character)
            } else {
                return false
            }
            complaint = nil
            let best = typed.isEmpty ? nil : Self.fitting(typed, choices)
            content = .choice(choices, chosen: best ?? chosen, typed: typed)
            refuseUnfit()
            return true
        }
    }

    /// Goes to a neighbouring choice, or writes the next proposal; answers `false` for a field that is written in and has
    /// none there. From within the text the key moves the cursor: proposals come behind its end.
    mutating func choose(_ direction: Int) -> Bool {
        if case .text(let editor) = content {
            let fitting = fitting
            guard !fitting.isEmpty, direction > 0 ? editor.cursor == editor.text.count : proposal != nil else {
                return false
            }
            let next = ((proposal ?? -1) + direction + fitting.count) % fitting.count
            proposal = next
            content = .text(LineEditor(fitting[next].text))
            complaint = nil
            return true
        }
        guard case .choice(let choices, let chosen, _) = content, !choices.isEmpty else { return false }
        content = .choice(choices, chosen: (chosen + direction + choices.count) % choices.count, typed: "")
        complaint = nil
        return true
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
