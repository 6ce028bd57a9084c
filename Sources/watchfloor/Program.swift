import ArgumentParser
import Foundation

/// The entry: reads the command line, runs what it says, and ends with the promised exit code.
@main
struct Program {
    static func main() async {
        do {
            var command = try Watchfloor.parseAsRoot(ArgumentOrder.subcommandFirst(CommandLine.arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.tell(failure.message)
            exit(failure.code.rawValue)
        } catch {
            end(with: error)
        }
    }

    /// Help goes to standard output and ends with 0; everything else that the parser refuses is wrong usage.
    private static func end(with error: any Error) -> Never {
        let text = Watchfloor.fullMessage(for: error)
        if Watchfloor.exitCode(for: error) == .success {
            print(text)
            exit(ExitCode.done.rawValue)
        }
        Output.tell(text)
        exit(ExitCode.usage.rawValue)
    }
}

/// What the command line promises to those who call it from scripts.
enum ExitCode: Int32 {
    case done = 0
    /// Found nothing, or was done in part.
    case partly = 1
    case usage = 2
    case badInput = 3
    case storage = 4
}

/// Why a command could not be carried out.
struct Failure: Error {
    let message: String
    let code: ExitCode
}

struct Watchfloor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watchfloor",
        abstract: "A situation monitor for the terminal.",
        discussion: """
            Without a subcommand it opens the board on the default archive, which is made, with a built-in situation, \
            where there is none. When standard output is no terminal, it prints the board once and ends.
            """,
        version: Version.text,
        subcommands: [
            BoardCommand.self, ReadCommand.self, FeedCommand.self, ArticleCommand.self, IngestCommand.self,
            CollectCommand.self, SourcesCommand.self, LaddersCommand.self, WhatIfCommand.self, SurgeCommand.self,
            ImportCommand.self, ExportCommand.self,
            SitrepCommand.self,
            FindCommand.self, ViewsCommand.self, JudgementsCommand.self, HypothesesCommand.self, TemplatesCommand.self,
            LogCommand.self,
            StatusCommand.self, DoctorCommand.self, ThemesCommand.self,
            KeysCommand.self,
        ],
        defaultSubcommand: BoardCommand.self)
}

enum Version {
    static let text = "0.1.0"
    /// How the program calls itself to servers.
    static let userAgent = "Watchfloor/\(text) (situation monitor for the terminal)"
    /// The day of the version, for the manual page.
    static let date = "2026-11-23"
}
