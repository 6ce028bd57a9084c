import ArgumentParser
import Controller
import Foundation
import SituationModel
import Storage
import Watch
import Wire

/// Prints how the sources stand, and takes in or gives out a list of feeds.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Print how the sources stand; take in or give out a list of feeds (OPML).",
        discussion: """
            An import adds feeds with http and https addresses and nothing else; a feed that is there already stays as it \
            is. Grades, intervals and what to do with stubs stand in the dossier: watchfloor export, import.
            """)

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("import"), help: ArgumentHelp("Add the feeds of an OPML file.", valueName: "file"))
    var list: String?

    @Flag(help: "Print the feeds as OPML.")
    var opml = false

    func run() async throws {
        do {
            if let list {
                try take(list)
            } else if opml {
                try write()
            } else {
                try await tell()
            }
        } catch let error as ArchiveError {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
    }

    // MARK: Telling

    private func tell() async throws {
        let target = try SituationToRead(options)
        let desk = Desk(archive: target.archive, reader: BoardOpening().reader, marksSeen: false, now: Instant.now)
        let sources = try target.archive.outline(of: target.id).sources.inOrder
        var standings: [SourceID: String] = [:]
        for news in await desk.perform([.load(.collecting)], on: target.id) {
            guard case .collecting(let collecting) = news else { continue }
            for standing in collecting.sources {
                standings[standing.source] = standing.inWords(isCollected: collecting.collector != nil)
            }
        }
        guard !sources.isEmpty else {
            throw Failure(message: "watchfloor: \(target.id) has no sources", code: .partly)
        }
        for source in sources {
            let words = standings[source.id] ?? "by hand"
            let address = source.subscription.map { "  \($0.address.withoutCredentials)" } ?? ""
            try Output.line("\(source.id)  \(source.reliability.rawValue)  \(source.name): \(words)\(address)")
        }
    }

    // MARK: OPML

    private func write() throws {
        let target = try SituationToRead(options)
        let outline = try target.archive.outline(of: target.id)
        let feeds = outline.sources.inOrder.compactMap { source -> OPMLFeed? in
            guard let subscription = source.subscription, subscription.kind == .feed else { return nil }
            let address = subscription.address.withoutCredentials
            if address != subscription.address {
                Output.tell("watchfloor: \(source.id): its name and password are left out of the list")
            }
            return OPMLFeed(title: source.name, address: address, page: source.link?.withoutCredentials)
        }
        let bytes: [UInt8]
        do throws(OPMLError) {
            bytes = try OPML(title: outline.header?.title ?? target.id.text, feeds: feeds).write()
        } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        try Output.write(String(decoding: bytes, as: UTF8.self))
    }

    private func take(_ file: String) throws {
        let read: OPML
        let bytes = Array(try InputFile.read(file).utf8)
        do throws(OPMLError) { read = try OPML.read(bytes) } catch {
            throw Failure(message: "watchfloor: \(file): \(error.description)", code: .badInput)
        }
        for refusal in read.refused { Output.tell("watchfloor: \(file): \(refusal)") }
        let target = try SituationToWrite(options)
        let present = try target.archive.outline(of: target.id).sources
        var addresses = Set(present.inOrder.compactMap { $0.subscription?.address })
        var taken = Set(present.inOrder.map(\.id))
        var drafts: [Draft] = []
        let author = Author(BoardOpening().reader)
        for feed in read.feeds where addresses.insert(feed.address).inserted {
            let name = feed.title ?? feed.address.withoutCredentials
            let id = SourceID.suggested(by: name, fallback: "feed").unless { taken.contains($0) }
            taken.insert(id)
            let source = Source(
                id: id, name: name, family: id.text, link: feed.page, subscription: Subscription(.feed, feed.address))
            drafts.append(Draft(situation: target.id, author: author, change: .add(record: .source(source))))
        }
        try target.archive.append(drafts, batch: "took in \(drafts.count) feeds from \(file)", at: .now())
        let known = read.feeds.count - drafts.count
        Output.tell("\(target.id): \(drafts.count) feeds added, \(known) already here, \(read.refused.count) refused")
        if read.feeds.isEmpty { throw Failure(message: "watchfloor: there are no feeds in \(file)", code: .partly) }
        if !read.refused.isEmpty {
            throw Failure(message: "watchfloor: not all was taken in; see above", code: .partly)
        }
    }
}
