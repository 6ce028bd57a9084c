import ArgumentParser
import Display
import Foundation
import SituationModel

/// The options of every command that touches an archive.
struct ArchiveOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: ArgumentHelp("The archive.", valueName: "path"))
    var path: String?

    @Option(help: ArgumentHelp("The situation in it; the first one otherwise.", valueName: "id"))
    var situation: String?

    var archivePath: String { path ?? Places().archive }
}

/// A size as `120x40`.
struct SizeArgument: ExpressibleByArgument {
    let size: Size

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]), (1...1000).contains(columns),
            (1...1000).contains(rows)
        else { return nil }
        size = Size(columns: columns, rows: rows)
    }
}

/// A moment as `2024-10-20`, `2024-10-20T14:05Z` or `now`; a day counts to its end.
struct MomentArgument: ExpressibleByArgument {
    /// `nil` is now.
    let moment: Instant?

    init?(argument: String) {
        if argument.lowercased() == "now" {
            moment = nil
            return
        }
        guard let expression = DateExpression(argument), !expression.isApproximate, let end = expression.lastMoment
        else { return nil }
        moment = end
    }
}

/// Keys as `jj<Enter>`.
struct KeysArgument: ExpressibleByArgument {
    let keys: [Key]

    init?(argument: String) {
        guard let keys = try? Key.sequence(argument) else { return nil }
        self.keys = keys
    }
}

extension Instant {
    /// The present, by the machine's clock.
    static func now() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
