import Display
import Spelling
import TOMLKit

extension Configuration {
    /// Reads a configuration. A mistake costs only what it stands in: all else holds.
    ///
    /// - Parameters:
    ///   - toml: The text of the file.
    ///   - file: Its name, for the problems.
    ///   - themes: The themes there are, to tell a wrong name; `nil` when any name will do.
    package static func parse(
        toml: String, file: String, themes: [String]? = nil, registry: CommandRegistry = .standard
    ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
        var reader = ConfigurationReader(file: file, themes: themes, registry: registry)
        reader.read(toml)
        return (reader.configuration, reader.problems.sorted { $0.line < $1.line })
    }
}

/// Reads one configuration file and collects what is wrong with it.
private struct ConfigurationReader {
    let file: String
    let themes: [String]?
    let registry: CommandRegistry

    var configuration = Configuration()
    var problems: [ConfigurationProblem] = []
    private var text = TOMLText("")

    init(file: String, themes: [String]?, registry: CommandRegistry) {
        self.file = file
        self.themes = themes
        self.registry = registry
    }

    mutating func read(_ toml: String) {
        let readable = ReadableTOML(toml)
        text = readable.text
        for fault in readable.faults { problem(fault.line, fault.message) }
        for key in inOrder(Array(readable.table.keys), under: []) { read(key, readable.table[key]) }
        let overriding = KeyOverriding(configuration.bindings, of: Keymap(registry))
        for remark in overriding.remarks { problem(remark.line, remark.message, remark.isMistake ? .mistake : .notice) }
    }

    private mutating func read(_ key: String, _ value: (any TOMLValueConvertible)?) {
        switch key {
        case "theme":
            configuration.theme = theme(value)
        case "mouse":
            configuration.mouse = flag(key, value) ?? configuration.mouse
        case "ascii":
            configuration.ascii = flag(key, value)
        case "color":
            configuration.color = color(value)
        case "analyst":
            configuration.analyst = string(key, value, expected: "a name in quotation marks")
        case "bell":
            configuration.bell = flag(key, value) ?? configuration.bell
        case "alerts":
            guard let table = value?.table else {
                return problem(text.line(of: [key]), "Expected a table [alerts]")
            }
            readAlerts(table)
        case "keys":
            guard let table = value?.table else {
                return problem(text.line(of: [key]), "Expected a table [keys]")
            }
            readKeys(table)
        default:
            problem(text.line(of: [key]), unknown("setting", key, among: Self.settings))
        }
    }

    private static let settings = ["theme", "mouse", "ascii", "color", "analyst", "bell", "alerts", "keys"]

    // MARK: Settings

    private mutating func theme(_ value: (any TOMLValueConvertible)?) -> String? {
        guard let name = string("theme", value, expected: "the name of a theme in quotation marks") else { return nil }
        guard let themes, !themes.contains(name) else { return name }
        problem(text.line(of: ["theme"]), unknown("theme", name, among: themes))
        return nil
    }

    private mutating func color(_ value: (any TOMLValueConvertible)?) -> ColorDepth? {
        let names = Configuration.colors.map(\.name)
        let written = value?.string ?? value?.int.map(String.init)
        if let color = Configuration.colors.first(where: { $0.name == written }) { return color.depth }
        let expected = PromptGrammar.alternatives(names.map { "\"\($0)\"" })
        let nearest = written.flatMap { NearestName.of($0, among: names) }
        problem(text.line(of: ["color"]), "“color” expects \(expected)" + question(nearest))
        return nil
    }

    private mutating func string(
        _ key: String, _ value: (any TOMLValueConvertible)?, expected: String
    ) -> String? {
        if let string = value?.string, !string.allSatisfy(\.isWhitespace) { return string }
        problem(text.line(of: [key]), "“\(key)” expects \(expected)")
        return nil
    }

    private mutating func flag(_ key: String, _ value: (any TOMLValueConvertible)?) -> Bool? {
        if let flag = value?.bool { return flag }
        problem(text.line(of: [key]), "“\(key)” expects true or false, without quotation marks")
        return nil
    }

    // MARK: Alerts

    private mutating func readAlerts(_ table: TOMLTable) {
        for name in inOrder(Array(table.keys), under: ["alerts"]) {
            guard let value = table[name] else { continue }
            let line = text.line(of: ["alerts", name])
            switch name {
            case "bell", "notify":
                guard let flag = value.bool else {
                    problem(line, "“\(name)” expects true or false, without quotation marks")
                    continue
                }
                if name == "bell" { configuration.alerts.bell = flag } else { configuration.alerts.notify = flag }
            case "hook":
                guard let words = strings(value), words.first?.isEmpty == false else {
                    problem(line, "“hook” expects a program and its arguments, as [\"notify-send\", \"Watchfloor\"]")
                    continue
                }
                configuration.alerts.hook = words
            case "quiet":
                guard let hours = value.string.flatMap(Self.hours) else {
                    problem(line, "“quiet” expects two times of the day, as \"22:00-06:00\"")
                    continue
                }
                configuration.alerts.quietHours = hours
            case "rules":
                guard let rules = value.table else {
                    problem(line, "Expected a table [alerts.rules]")
                    continue
                }
                readRules(rules)
            default:
                problem(line, unknown("setting of alerts", name, among: ["bell", "notify", "hook", "quiet", "rules"]))
            }
        }
    }

    private mutating func readRules(_ table: TOMLTable) {
        for name in inOrder(Array(table.keys), under: ["alerts", "rules"]) {
            let line = text.line(of: ["alerts", "rules", name])
            guard let query = table[name]?.string, !query.allSatisfy(\.isWhitespace) else {
                problem(line, "“\(name)” expects a query in quotation marks")
                continue
            }
            configuration.alerts.rules.append(Configuration.Alerts.Rule(name: name, query: query, line: line))
        }
    }

    /// `22:00-06:00` in minutes since midnight.
    private static func hours(_ text: String) -> Range<Int>? {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map { part -> Int? in
            let numbers = part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1], (0..<24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            return hour * 60 + minute
        }
        guard times.count == 2, let from = times[0], let until = times[1], from != until else { return nil }
        return from..<(until > from ? until : until + 1_440)
    }

    // MARK: Keys

    private mutating func readKeys(_ table: TOMLTable) {
        for name in inOrder(Array(table.keys), under: ["keys"]) {
            guard let value = table[name] else { continue }
            guard let inner = value.table else {
                readOverride(name, value, at: ["keys", name], in: nil)
                continue
            }
            let line = text.line(of: ["keys", name])
            guard let context = Context(rawValue: name) else {
                problem(line, unknown("pane or place", name, among: Context.allCases.map(\.rawValue)))
                continue
            }
            for command in inOrder(Array(inner.keys), under: ["keys", name]) {
                guard let value = inner[command] else { continue }
                readOverride(command, value, at: ["keys", name, command], in: context)
            }
        }
    }

    private mutating func readOverride(
        _ command: String, _ value: any TOMLValueConvertible, at path: TOMLText.Path, in context: Context?
    ) {
        let line = text.line(of: path)
        let invocation: Invocation
        do throws(PromptError) {
            invocation = try PromptGrammar.parseAnywhere(command, registry: registry)
        } catch {
            return problem(line, error.description)
        }
        if let context, let row = registry[invocation.action], !holds(row, in: context) {
            return problem(line, "“\(row.name)” does not work \(context.place), only \(row.places)")
        }
        guard let written = strings(value) else {
            return problem(line, "“\(command)” expects keys in quotation marks, as \"x\" or [\"x\", \"<C-x>\"]")
        }
        var keys: [KeyOverride.Keys] = []
        for (index, notation) in written.enumerated() {
            let line = written.count > 1 || value.array != nil ? text.line(of: path, element: index) : line
            do throws(KeyError) {
                let sequence = try Key.sequence(notation)
                if sequence.isEmpty {
                    problem(line, "“\(command)” expects keys, not an empty text; [] takes its keys away")
                } else {
                    keys.append(KeyOverride.Keys(sequence, line: line))
                }
            } catch {
                problem(line, "“\(command)”: \(error)")
            }
        }
        // Keys that cannot be read must not cost the command those it has.
        guard !keys.isEmpty || written.isEmpty else { return }
        configuration.bindings.append(KeyOverride(invocation, keys: keys, context: context, line: line))
    }

    /// Whether a command works in a context: what works on the board works in every pane.
    private func holds(_ command: Command, in context: Context) -> Bool {
        command.contexts.contains(context) || (context.isPane && command.contexts.contains(.board))
    }

    private func strings(_ value: any TOMLValueConvertible) -> [String]? {
        if let string = value.string { return [string] }
        guard let array = value.array else { return nil }
        var strings: [String] = []
        for element in array {
            guard let string = element.string else { return nil }
            strings.append(string)
        }
        return strings
    }

    // MARK: Problems

    /// Keys as they stand in the text; the parser gives them sorted by name.
    private func inOrder(_ keys: [String], under path: TOMLText.Path) -> [String] {
        keys.sorted { (text.line(of: path + [$0]), $0) < (text.line(of: path + [$1]), $1) }
    }

    private func unknown(_ what: String, _ name: String, among names: [String]) -> String {
        let nearest = NearestName.of(name, among: names)
        let expected = nearest == nil ? "; there are \(names.joined(separator: ", "))" : question(nearest)
        return "There is no \(what) “\(name)”\(expected)"
    }

    private func question(_ nearest: String?) -> String { nearest.map { "; did you mean “\($0)”?" } ?? "" }

    private mutating func problem(_ line: Int, _ message: String, _ kind: ConfigurationProblem.Kind = .mistake) {
        problems.append(ConfigurationProblem(file: file, line: line, message: message, kind: kind))
    }
}
