import ArgumentParser

/// The order in which the parser wants arguments: it takes options of the default subcommand for that one's alone, where
/// people write `watchfloor --db FILE status`.
enum ArgumentOrder {
    /// The options of all subcommands that touch an archive; each is followed by its value.
    private static let shared: Set<String> = ["--db", "--situation"]

    /// The same arguments with the subcommand before the shared options that were written before it.
    static func subcommandFirst(_ arguments: some Collection<String>) -> [String] {
        var arguments = Array(arguments)
        var index = 0
        while index < arguments.count, arguments[index].hasPrefix("--") {
            let name = arguments[index].prefix { $0 != "=" }
            guard shared.contains(String(name)) else { return arguments }
            index += name.count == arguments[index].count ? 2 : 1
        }
        let names = Watchfloor.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard index > 0, index < arguments.count, names.contains(arguments[index]) else { return arguments }
        arguments.insert(arguments.remove(at: index), at: 0)
        return arguments
    }
}
