import TestSupport
import Testing

@testable import Commands

@Suite("The prompt")
struct PromptGrammarTests {
    private let registry = CommandRegistry.standard

    @Test("reads every name that can be typed as its command")
    func names() throws {
        for row in registry.commands where row.isTypable && !row.arguments.contains(where: \.isRequired) {
            for name in [row.name] + row.aliases {
                #expect(try PromptGrammar.parse(name) == Invocation(row.action))
                #expect(try PromptGrammar.parse(" :\(name) ") == Invocation(row.action))
            }
        }
        for row in registry.commands where !row.isTypable {
            #expect(throws: PromptError.self) { try PromptGrammar.parse(row.name) }
            #expect(try PromptGrammar.parseAnywhere(row.name, registry: registry) == Invocation(row.action))
        }
    }

    @Test(
        "reads arguments",
        arguments: [
            ("pane wire", Action.pane, ["wire"]),
            ("pan \"log\"", .pane, ["log"]),
            ("mouse off", .mouse, ["off"]),
            ("situation 'Seoul weighs arms'", .situation, ["Seoul weighs arms"]),
            ("situation Seoul\\ weighs", .situation, ["Seoul weighs"]),
            ("theme \"say \\\"x\\\"\"", .theme, ["say \"x\""]),
            ("theme 'a\\b'\\''c'", .theme, ["a\\b'c"]),
            ("theme ''", .theme, [""]),
            ("as-of 2024-10-24 18:00", .asOf, ["2024-10-24 18:00"]),
            ("as-of \"2024-10-24 18:00\"", .asOf, ["2024-10-24 18:00"]),
            ("note  Embassy says \"no comment\" ", .note, ["Embassy says \"no comment\""]),
            ("filter \"exact phrase\"", .filter, ["\"exact phrase\""]),
            ("q!", .quit, []),
        ])
    func arguments(line: String, action: Action, expected: [String]) throws {
        #expect(try PromptGrammar.parse(line) == Invocation(action, expected))
    }

    @Test(
        "says what is wrong, where, and what was probably meant",
        arguments: [
            ("", "Expected a command", 0),
            ("  : ", "Expected a command", 4),
            ("thme watch", "There is no command “thme”; did you mean “theme”?", 0),
            (":xx", "There is no command “xx”", 1),
            ("add-", "“add-” could be add-actor, add-quote, add-event, add-relation or add-ladder", 0),
            (
                "pane",
                "“pane” needs PANE: actors, ladders, quotes, timeline, wire, log or detail", 4
            ),
            (
                "pane quoets",
                "Expected actors, ladders, quotes, timeline, wire, log or detail, not “quoets”; did you mean “quotes”?",
                5
            ),
            ("mouse maybe", "Expected on or off, not “maybe”", 6),
            ("zoom in", "“zoom” takes nothing, but there is “in”", 5),
            ("theme a b", "“theme” takes [THEME], but there is “b”", 8),
            ("theme \"night", "The quotation that begins here does not end", 6),
            ("as-of ", "“as-of” needs TIME…", 6),
            ("accept", "“accept” only works on the prompt, in a form and in a list", 0),
        ])
    func errors(line: String, message: String, column: Int) {
        let error = #expect(throws: PromptError.self) { try PromptGrammar.parse(line) }
        #expect(error?.description == message)
        #expect(error?.column == column)
    }

    @Test("reads an invocation back from the line that asks for it", arguments: 0..<300)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = random.text(upTo: 8)
        let whole = PromptLine(text)
        let trimmed = whole.text(whole.trimmed(0..<whole.scalars.count))
        var invocations = [Invocation(.situation, [text]), Invocation(.theme, [text]), Invocation(.zoom)]
        if !trimmed.isEmpty { invocations.append(Invocation(.note, [trimmed])) }
        for invocation in invocations {
            #expect(try PromptGrammar.parse(invocation.line) == invocation, "seed \(seed)")
        }
    }

    @Test("never points outside the line", arguments: 0..<300)
    func columns(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let line = random.pick(["", ":", "pane ", "theme ", "as-of", "mouse o"]) + random.text(upTo: 8)
        do {
            _ = try PromptGrammar.parse(line)
        } catch {
            #expect((0...line.count).contains(error.column), "seed \(seed)")
        }
    }
}
