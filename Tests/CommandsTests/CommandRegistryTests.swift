import Testing

@testable import Commands

@Suite("The table of commands")
struct CommandRegistryTests {
    let registry = CommandRegistry.standard

    @Test("has exactly one row for every action")
    func completeness() {
        #expect(registry.commands.map(\.action.rawValue).sorted() == Action.allCases.map(\.rawValue).sorted())
        for action in Action.allCases { #expect(registry[action]?.action == action) }
    }

    @Test("never gives one name to two commands")
    func names() {
        let names = registry.commands.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") && !$0.isEmpty })
    }

    @Test("says each thing once, in at most 50 characters, with a capital and without a full stop")
    func summaries() {
        for row in registry.commands {
            #expect((1...50).contains(row.summary.count), "\(row.name): \(row.summary.count)")
            #expect(row.summary.first?.isUppercase == true, "\(row.name)")
            #expect(row.summary.last?.isLetter == true, "\(row.name)")
        }
        #expect(Set(registry.commands.map(\.summary)).count == registry.commands.count)
    }

    @Test("keeps chapters together, in the order of the headings")
    func chapters() {
        #expect(registry.chapters.map(\.group) == Group.allCases)
        #expect(registry.chapters.flatMap(\.commands) == registry.commands)
    }

    @Test("puts every command somewhere, and its keys only there")
    func contexts() {
        for row in registry.commands {
            #expect(!row.contexts.isEmpty, "\(row.name)")
            for binding in row.keys {
                #expect((binding.contexts ?? row.contexts).isSubset(of: row.contexts), "\(row.name)")
            }
        }
    }

    @Test("asks for what is required first and takes the rest of the line last")
    func arguments() {
        for row in registry.commands {
            let required = row.arguments.map(\.isRequired)
            #expect(required == required.sorted { $0 && !$1 }, "\(row.name)")
            #expect(row.arguments.dropLast().allSatisfy { !$0.takesRest }, "\(row.name)")
        }
    }

    @Test("finds a command by name, alias and the beginning of either")
    func finding() throws {
        for row in registry.commands {
            for name in [row.name, row.name.uppercased()] + row.aliases {
                #expect(registry.match(name) == .found(row), "\(name)")
            }
        }
        #expect(registry.match("them") == registry.match("theme"))
        #expect(registry.match("aso") == registry.match("as-of"))
        #expect(registry.match("fol") == registry.match("fold-all"))
        #expect(
            registry.match("add-") == .ambiguous(["add-actor", "add-quote", "add-event", "add-relation", "add-ladder"]))
        #expect(registry.match("xyzzy") == .unknown)
        #expect(registry.match("") == .unknown)
    }

    @Test("leaves what happens inside forms out of the beginnings of names")
    func beginningsOfTypable() throws {
        #expect(registry.match("accep") == .unknown)
        #expect(registry.match("sa") == .unknown)
    }
}
