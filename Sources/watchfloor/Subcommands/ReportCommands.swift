import ArgumentParser
import Controller
import Exchange
import Foundation
import QueryLanguage
import SituationModel
import Storage
import Watch

/// Prints where a situation stands, as a report.
struct SitrepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitrep", abstract: "Print where a situation stands, as Markdown.")

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    func run() throws {
        let situation = try SituationToRead(options).whole(asOf: asOf?.moment)
        try Output.print(Report.markdown(situation, asOf: asOf?.moment))
    }
}

/// Prints the log: what people on watch did and noted, the newest first.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Print what was done and noted, newest first.")

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Option(help: ArgumentHelp("How many entries at the most.", valueName: "n"))
    var limit = 50

    func run() throws {
        let target = try SituationToRead(options)
        let lines: [String]
        do throws(ArchiveError) {
            let outline = try target.archive.outline(of: target.id, asOf: asOf?.moment)
            let request = PageRequest(situation: target.id, asOf: asOf?.moment, limit: max(1, limit))
            lines = try target.archive.log(request).rows.map { logged in
                let entry = logged.entry
                let mark = logged.isTakenBack ? " (undone)" : ""
                return "\(entry.known)  \(entry.author.name)\(mark)  \(entry.change.inWords(in: outline))"
            }
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
        for line in lines { try Output.line(line) }
    }
}

/// Prints how much an archive holds, in a line for each situation.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Print how much the archive holds and how fresh it is.")

    @OptionGroup var options: ArchiveOptions

    @Flag(help: "Print one short line of all situations, or of one, for the status line of tmux.")
    var short = false

    func run() throws {
        let target = try SituationToRead(options)
        if short { return try Output.line(try line(target)) }
        var lines: [String] = []
        do throws(ArchiveError) {
            let reader = BoardOpening().reader
            for header in try headers(target) {
                let tally = try target.archive.tally(of: header.id, asOf: nil, reader: reader)
                let newest = tally.newestReceived.map { "latest report \($0)" } ?? "no reports yet"
                lines.append(
                    "\(header.id)  \(header.marking.label)  \(tally.documents) documents, \(tally.quotes) quotes, "
                        + "\(tally.events) events, \(tally.unseen) unseen by \(reader); \(newest)")
            }
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
        for line in lines { try Output.line(line) }
    }

    /// The situation that was asked for, or all of them.
    private func headers(_ target: SituationToRead) throws(ArchiveError) -> [Header] {
        try target.archive.situations(asOf: nil).filter { options.situation == nil || $0.id == target.id }
    }

    /// What is new, what is in trouble, and how old the oldest source is.
    private func line(_ target: SituationToRead) throws(Failure) -> String {
        do throws(ArchiveError) {
            let reader = BoardOpening().reader
            var unseen = 0
            var collecting = CollectingNews(collector: target.archive.collector)
            for header in try headers(target) {
                unseen += try target.archive.tally(of: header.id, asOf: nil, reader: reader).unseen
                collecting.sources += try CollectingNews(of: header.id, in: target.archive, at: .now()).sources
            }
            var parts = ["\(unseen) new"]
            if collecting.troubles > 0 { parts.append("\(collecting.troubles) failing") }
            if !collecting.sources.isEmpty, collecting.collector == nil { parts.append("not collecting") }
            if let oldest = collecting.oldest { parts.append("oldest \(oldest.clock)Z") }
            return parts.joined(separator: ", ")
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
    }
}
