import ArgumentParser
import Display
import Foundation
import QueryLanguage
import SituationModel
import Storage
import Watch

import struct Commands.SavedViewError

/// Prints what answers a query.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Print what answers a query: actors, rungs, events, quotes, documents.",
        discussion: """
            For example: watchfloor find 'event:mobilize source:north-korea amount>=1000 grade<=B2 in:30d'. Put the query \
            in quotation marks of the shell, and -- before one that begins with a dash. --fields prints all that can be \
            written. Ends with 1 where nothing is found, with 2 where the query cannot be read.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var query: [String] = []

    @Option(help: ArgumentHelp("What a saved view shows; with a query, what answers both.", valueName: "name"))
    var view: String?

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Option(help: ArgumentHelp("How many of each kind at the most.", valueName: "n"))
    var limit = 100

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print one JSON object a line.")
    var jsonl = false

    @Flag(help: "Print how queries are written, with all fields and their values.")
    var fields = false

    func validate() throws {
        if json, jsonl { throw ValidationError("--json and --jsonl exclude one another") }
        if query.isEmpty, view == nil, !fields {
            throw ValidationError("Give a query, --view NAME, or --fields to see how one is written.")
        }
        if limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() throws {
        guard !fields else { return try Output.print(QueryManual.plainText) }
        let query = try parsed(try wanted())
        let target = try SituationToRead(options)
        let found: [Found]
        do throws(ArchiveError) {
            found = try target.archive.find(query, in: target.id, asOf: asOf?.moment, limit: limit)
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
        let lines = found.map(FoundLine.init)
        if json {
            try Output.write(FoundLine.document(of: lines, query: query) + "\n")
        } else {
            for line in lines { try jsonl ? Output.write(FoundLine.json(line) + "\n") : Output.line(line.text) }
        }
        guard !found.isEmpty else { throw Failure(message: "watchfloor: nothing answers \(query)", code: .partly) }
    }

    /// The query as it is written, that of the view first.
    private func wanted() throws(Failure) -> String {
        let written = query.joined(separator: " ")
        guard let view else { return written }
        do throws(SavedViewError) {
            return try ViewFile(path: Places().views).query(of: view, and: written)
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .usage) }
    }

    private func parsed(_ text: String) throws(Failure) -> Query {
        do throws(QueryError) { return try Query.parse(text) } catch {
            // What is shown must be as wide as what the mark is counted along.
            let shown = SafeText.plain(text)
            let place = shown == text ? "\n" + error.marked(in: text) { TextWidth.columns(of: String($0)) } : ""
            throw Failure(message: "watchfloor: \(error.description)\(place)", code: .usage)
        }
    }
}

/// Something found, as it is printed.
struct FoundLine: Encodable {
    /// What kind of record it is, as queries call it.
    let kind: QueryKind
    let id: String
    /// When it was said, happened or came in, as it is dated.
    let time: String?
    let summary: String
    /// How far a rung has been taken.
    let state: String?
    /// The titles of the documents it rests on, by identifier.
    let documents: [String: String]
    let record: Record

    init(_ found: Found) {
        kind = found.rung == nil ? QueryKind(found.record.key.kind) ?? .source : .rung
        record = found.record
        documents = Dictionary(
            found.documents.map { ($0.key.text, $0.value.title) }, uniquingKeysWith: { first, _ in first })
        state = found.rung?.state.rawValue
        switch found.record {
        case .ladder(let ladder):
            id = found.rung.map { RungKey(ladder.id, $0.rung.id).description } ?? ladder.id.text
            summary = found.rung.map { "\(ladder.title): \($0.rung.title)" } ?? ladder.title
            time = nil
        case .quote(let quote):
            id = quote.id.text
            time = quote.said?.description
            summary = "\(quote.speaker?.text ?? quote.speakerDescription ?? "?"): “\(quote.text)”"
        case .event(let event):
            id = event.id.text
            time = event.when?.description
            summary = "\(event.category.rawValue), \(event.mode.rawValue): \(event.summary)"
        case .document(let document):
            id = document.id.text
            time = document.received.description
            summary = "\(document.source): \(document.title)"
        case .header, .source, .actor, .relation, .coupling, .judgement, .hypotheses:
            id = found.record.key.text
            time = nil
            summary = found.record.inWords
        }
    }

    /// The line as people read it.
    var text: String {
        [kind.rawValue, id, time, state, summary].compactMap(\.self).joined(separator: "  ")
    }

    // MARK: - As JSON

    private enum Key: String, CodingKey {
        case kind, id, time, summary, state, documents, record
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind.rawValue, forKey: .kind)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(time, forKey: .time)
        try container.encode(summary, forKey: .summary)
        try container.encodeIfPresent(state, forKey: .state)
        try container.encode(documents, forKey: .documents)
        switch record {
        case .header(let value): try container.encode(value, forKey: .record)
        case .source(let value): try container.encode(value, forKey: .record)
        case .document(let value): try container.encode(value, forKey: .record)
        case .actor(let value): try container.encode(value, forKey: .record)
        case .relation(let value): try container.encode(value, forKey: .record)
        case .quote(let value): try container.encode(value, forKey: .record)
        case .event(let value): try container.encode(value, forKey: .record)
        case .ladder(let value): try container.encode(value, forKey: .record)
        case .coupling(let value): try container.encode(value, forKey: .record)
        case .judgement(let value): try container.encode(value, forKey: .record)
        case .hypotheses(let value): try container.encode(value, forKey: .record)
        }
    }

    /// One object.
    static func json(_ line: FoundLine) throws -> String { try encoded(line) }

    /// All in one document, with the query as it was understood.
    static func document(of lines: [FoundLine], query: Query) throws -> String {
        struct Document: Encodable {
            let query: String
            let found: [FoundLine]
        }
        return try encoded(Document(query: query.description, found: lines))
    }

    private static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
