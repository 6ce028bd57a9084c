import ArgumentParser
import Wire

/// Prints what is in a feed; no archive is involved.
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Print what is in a feed.",
        discussion: """
            RSS, Atom or JSON Feed, however broken: what was wrong with it is told on standard error, with its line. \
            Times are in UTC.
            """)

    @Argument(help: ArgumentHelp("The feed; - is standard input.", valueName: "file"))
    var file = "-"

    @Option(help: ArgumentHelp("The address that its relative links are relative to.", valueName: "url"))
    var base: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        var entries: [FeedEntry] = []
        var feed: Feed
        do throws(FeedError) {
            feed = try Feed.read(file: file, base: base) { entries.append($0) }
        } catch {
            let name = file == "-" ? "standard input" : file
            throw Failure(message: "watchfloor: \(name): \(error.description)", code: .badInput)
        }
        feed.entries = entries
        for warning in feed.warnings { Output.tell("watchfloor: \(warning)") }
        if json {
            try Output.write(String(decoding: feed.json(), as: UTF8.self) + "\n")
        } else {
            try Output.print(feed.text())
        }
        if entries.contains(where: \.isCut) {
            throw Failure(message: "watchfloor: the feed was read in part; see above", code: .partly)
        }
    }
}
