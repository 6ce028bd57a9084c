import TestSupport
import Testing

@testable import Commands

@Suite("Completion on the prompt")
struct CompletionTests {
    @Test(
        "proposes what can stand there",
        arguments: [
            ("as|", "as-of", "as-of|"),
            (":q|", "quit", ":quit|"),
            ("aso|", "as-of", "as-of|"),
            ("asf|", "as-of", "as-of|"),
            ("add-|", "add-actor add-quote add-event add-relation add-ladder", "add-actor|"),
            ("pane |", "actors ladders quotes timeline wire log detail", "pane actors|"),
            ("pane l|", "ladders log timeline detail", "pane ladders|"),
            ("pan w|ire", "wire", "pan wire|"),
            ("mouse |", "on off", "mouse on|"),
            ("theme n|", "night-red \"old news\"", "theme night-red|"),
            ("theme \"old n|", "\"old news\"", "theme \"old news\"|"),
            ("theme x |", "", "theme x |"),
            ("zoom |", "", "zoom |"),
            ("nonsense w|", "", "nonsense w|"),
            ("as-of yes|", "yesterday 18:00", "as-of yesterday 18:00|"),
        ])
    func proposals(line: String, expected: String, applied: String) {
        let (text, cursor) = split(line)
        let completion = PromptGrammar.completions(for: text, at: cursor, candidates: values)
        let texts = completion.candidates.map(\.text).joined(separator: " ")
        #expect(texts == expected)
        if let first = completion.candidates.first {
            let result = completion.applying(first, to: text)
            #expect(result.line.prefix(result.cursor) + "|" + result.line.dropFirst(result.cursor) == applied)
        }
    }

    @Test("proposes every command on an empty prompt, but nothing that cannot be typed")
    func everything() {
        let typable = CommandRegistry.standard.commands.filter(\.isTypable)
        let completion = PromptGrammar.completions(for: "", at: 0, candidates: values)
        #expect(completion.candidates == typable.map { Candidate($0.name, summary: $0.summary) })
    }

    @Test("stays inside the line, and what it writes reads back as one word", arguments: 0..<400)
    func anywhere(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let line =
            random.pick(["", ":", " pane ", "theme ", "theme \"", "as-of ", "situation 'x"]) + random.text(upTo: 6)
        let cursor = Int.random(in: -1...line.count + 1, using: &random)
        let completion = PromptGrammar.completions(for: line, at: cursor, candidates: values)
        #expect(completion.range.lowerBound >= 0 && completion.range.upperBound <= line.count, "seed \(seed)")
        for candidate in completion.candidates {
            let (applied, end) = completion.applying(candidate, to: line)
            #expect((0...applied.count).contains(end), "seed \(seed)")
        }
    }

    private func values(of kind: Argument.Kind) -> [Candidate] {
        switch kind {
        case .theme: [Candidate("watch"), Candidate("night-red"), Candidate("old news")]
        case .instant: [Candidate("today"), Candidate("yesterday 18:00")]
        default: []
        }
    }

    private func split(_ line: String) -> (String, Int) {
        let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts.joined(), parts[0].count)
    }
}
