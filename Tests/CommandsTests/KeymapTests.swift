import Display
import TestSupport
import Testing

@testable import Commands

@Suite("The keymap")
struct KeymapTests {
    private let keymap = Keymap()

    @Test("reads every key of the table")
    func defaults() throws {
        for row in CommandRegistry.standard.commands {
            for binding in row.keys {
                let keys = try Key.sequence(binding.keys)
                #expect(!keys.isEmpty)
                for context in binding.contexts ?? row.contexts {
                    let expected = Invocation(row.action, binding.arguments)
                    #expect(keymap.lookup(keys, in: [context]) == .matched(expected), "\(row.name) \(binding.keys)")
                }
            }
        }
    }

    @Test("gives no key to two commands in one place", arguments: Context.allCases)
    func conflicts(context: Context) {
        let entries = keymap.layers[context]?.entries ?? []
        for (index, entry) in entries.enumerated() {
            for other in entries.dropFirst(index + 1) {
                #expect(
                    !entry.keys.starts(with: other.keys) && !other.keys.starts(with: entry.keys), "\(entry) \(other)")
            }
        }
    }

    @Test("leaves characters to be written where text is written")
    func text() {
        for context in Context.allCases where context.takesText {
            for entry in keymap.layers[context]?.entries ?? [] {
                #expect(entry.keys.first?.character == nil, "\(entry)")
            }
        }
    }

    @Test("runs the arguments of the table with what the prompt accepts")
    func arguments() throws {
        for entry in keymap.layers.values.flatMap(\.entries) {
            let read = try PromptGrammar.parseAnywhere(entry.invocation.line, registry: .standard)
            #expect(read == entry.invocation)
        }
    }

    @Test("prefers what is more specific, and names what can come next")
    func specificity() throws {
        let map = keymap.applying([
            try override("note", "<C-w>n", in: .quotes), try override("pane wire", "w", "<C-w>w", in: .quotes),
        ])
        #expect(map.lookup(try Key.sequence("w"), in: [.quotes, .board]) == .matched(Invocation(.pane, ["wire"])))
        #expect(map.lookup(try Key.sequence("w"), in: [.wire, .board]) == .matched(Invocation(.note)))
        #expect(map.lookup(try Key.sequence("j"), in: [.quotes, .board]) == .matched(Invocation(.moveDown)))
        #expect(
            map.lookup(try Key.sequence("<C-w>"), in: [.quotes, .board])
                == .pending([
                    Keymap.Continuation(key: Key("n"), summary: "Write a note into the log"),
                    Keymap.Continuation(key: Key("w"), summary: "Go to a pane: wire"),
                ]))
        #expect(map.lookup(try Key.sequence("<C-w>x"), in: [.quotes, .board]) == .none)
        #expect(map.lookup([], in: [.board]) == .none)
    }

    @Test("tells the keys as they are now")
    func labels() throws {
        #expect(keymap.keys(for: .palette) == ["Ctrl-P"])
        #expect(keymap.keys(for: .moveDown) == ["j", "Down", "Ctrl-N"])
        #expect(keymap.keys(for: Invocation(.pane, ["wire"])) == ["5"])
        #expect(keymap.keys(for: .asOf).isEmpty)
        #expect(keymap.keys(for: .cancel, in: [.form]) == ["Esc", "Ctrl-C"])
        let map = keymap.applying([
            try override("top", "gg"), try override("open", "j", in: .quotes), try override("undo"),
        ])
        #expect(map.keys(for: .top) == ["gg"])
        #expect(map.keys(for: .undo).isEmpty)
        #expect(map.keys(for: .moveDown, in: [.quotes, .board]) == ["Down", "Ctrl-N"])
        #expect(map.keys(for: .open, in: [.quotes, .board]) == ["j"])
        #expect(map.keys(for: .open, in: [.wire, .board]) == ["Enter"])
    }

    @Test("replaces a command's keys in one pane only")
    func replacement() throws {
        let map = keymap.applying([try override("move-down", "J", in: .quotes), try override("zoom", in: .wire)])
        #expect(map.lookup([Key("j")], in: [.quotes, .board]) == .none)
        #expect(map.lookup([Key("J")], in: [.quotes, .board]) == .matched(Invocation(.moveDown)))
        #expect(map.lookup([Key("j")], in: [.wire, .board]) == .matched(Invocation(.moveDown)))
        #expect(map.lookup([Key("f")], in: [.wire, .board]) == .none)
        #expect(map.lookup([Key("f")], in: [.quotes, .board]) == .matched(Invocation(.zoom)))
    }

    @Test("leaves palettes and forms alone unless they are named")
    func scopes() throws {
        let map = keymap.applying([try override("page-down", "x")])
        #expect(map.keys(for: .pageDown) == ["x"])
        #expect(map.keys(for: .pageDown, in: [.document]) == ["x"])
        #expect(map.keys(for: .pageDown, in: [.list]) == ["PageDown"])
        let named = keymap.applying([try override("page-down", "<C-x>", in: .list)])
        #expect(named.keys(for: .pageDown, in: [.list]) == ["Ctrl-X"])
    }

    @Test("never leaves anybody without a way out, whatever is taken away", arguments: 0..<100)
    func waysOut(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = ["quit", "command", "back", "accept", "cancel", "save", "top", "pane log"]
        let keys = ["q", ":", "<Enter>", "<Esc>", "<C-c>", "<C-s>", "<BS>"]
        let overrides = try (0..<8).map { _ in
            try override(
                random.pick(names), keys: (0..<Int.random(in: 0...2, using: &random)).map { _ in random.pick(keys) })
        }
        let map = keymap.applying(overrides)
        let seed = Comment(rawValue: "seed \(seed)")
        #expect(!(map.keys(for: .quit) + map.keys(for: .command)).isEmpty, seed)
        for context in [Context.prompt, .list] {
            #expect(!map.keys(for: .accept, in: [context]).isEmpty, seed)
            #expect(!map.keys(for: .cancel, in: [context]).isEmpty, seed)
        }
        #expect(!map.keys(for: .cancel, in: [.form]).isEmpty, seed)
        #expect(!(map.keys(for: .accept, in: [.form]) + map.keys(for: .save, in: [.form])).isEmpty, seed)
        for layer in map.layers.values {
            for (index, entry) in layer.entries.enumerated() {
                let later = layer.entries.dropFirst(index + 1)
                #expect(!later.contains { $0.keys.starts(with: entry.keys) || entry.keys.starts(with: $0.keys) }, seed)
            }
        }
    }

    private func override(_ command: String, _ keys: String..., in context: Context? = nil) throws -> KeyOverride {
        try override(command, keys: keys, in: context)
    }

    private func override(_ command: String, keys: [String], in context: Context? = nil) throws -> KeyOverride {
        KeyOverride(
            try PromptGrammar.parseAnywhere(command, registry: .standard),
            keys: try keys.map { KeyOverride.Keys(try Key.sequence($0), line: 1) }, context: context, line: 1)
    }
}
