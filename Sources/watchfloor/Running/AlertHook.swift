import Commands
import Foundation
import QueryLanguage
import SituationModel
import Watch

/// The user's own program that is started for alerts: by its arguments, never through a shell; what came from outside goes to
/// its standard input, as JSON, and into no argument.
enum AlertHook {
    private struct Message: Encodable {
        let rule: String
        let text: String
        let kind: String
        let id: String
    }

    /// Starts the hook; nothing waits for it.
    ///
    /// - Returns: why it could not be started.
    static func run(_ words: [String], _ alerts: [Alert]) -> String? {
        guard let program = words.first, !alerts.isEmpty else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--", program] + words.dropFirst()
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let messages = alerts.map { alert in
            Message(rule: alert.rule, text: alert.text, kind: alert.record.kind.rawValue, id: alert.record.text)
        }
        do {
            try process.run()
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            for message in messages.prefix(limit) {
                try input.fileHandleForWriting.write(contentsOf: try encoder.encode(message) + Data("\n".utf8))
            }
            try input.fileHandleForWriting.close()
            return nil
        } catch {
            return "the alerts' hook \(program) could not be run: \(error.localizedDescription)"
        }
    }

    /// How many alerts one start of the hook is told: as much as fits a pipe that nobody reads.
    private static let limit = 50
}

/// The rules of the configuration, as far as their queries can be understood.
struct AlertRules {
    private(set) var rules: [AlertRule] = []
    private(set) var problems: [String] = []

    init(_ alerts: Configuration.Alerts, file: String) {
        for rule in alerts.rules {
            do throws(QueryError) {
                rules.append(AlertRule(name: rule.name, query: try Query.parse(rule.query)))
            } catch {
                problems.append("\(file):\(rule.line): “\(rule.name)”, column \(error.column): \(error.description)")
            }
        }
    }
}
