import Exchange
import Foundation
import SituationModel
import TestSupport
import Testing

/// The built-in situation played in: its documents, in order of date, into an archive that has only its ladders.
@Suite struct PlayedSituationTests {
    private struct Printed: Decodable {
        struct Ladder: Decodable {
            let id: String
            let rungs: [Rung]
        }
        struct Rung: Decodable {
            let id: String
            let state: String
            let machine: Reading?
            let analyst: Reading?
        }
        struct Reading: Decodable {
            let state: String
            let reason: String
            let evidence: [Anchor]
        }
        let ladders: [Ladder]
    }

    private let archive: String
    private let home: Home
    private let documents: [Document]

    init() throws {
        home = try Home()
        archive = home.path + "/played.sqlite"
        let builtIn = try #require(Dossier.builtIn.first { $0.id == "korea-ukraine-2024" })
        documents = try Dossier.read(builtIn.text, file: "built-in").items.compactMap { item in
            if case .add(.document(let document)) = item.change { document } else { nil }
        }.sorted { $0.received < $1.received }
        #expect(documents.count == 11)
        let blank = try home.watchfloor("export", "--blank")
        #expect(blank.code == 0, "\(blank.errors)")
        #expect(!blank.output.contains("documents:") && !blank.output.contains("moves:"))
        let imported = try home.watchfloor("import", home.write(blank.output, to: "blank.yaml"), "--db", archive)
        #expect(imported.code == 0, "\(imported.errors)")
    }

    private func take(_ document: Document) throws {
        let file = try home.write(document.text, to: "\(document.id).txt")
        let result = try home.watchfloor(
            "ingest", file, "--db", archive, "--source", document.source.text, "--published",
            "\(document.received.day)")
        #expect(result.code == 0, "\(document.id): \(result.errors)")
    }

    private func ladders() throws -> [String: Printed.Rung] {
        let result = try home.watchfloor("ladders", "--json", "--db", archive)
        #expect(result.code == 0, "\(result.errors)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(result.output.utf8))
        let rungs = printed.ladders.flatMap { ladder in ladder.rungs.map { ("\(ladder.id)/\($0.id)", $0) } }
        return Dictionary(rungs, uniquingKeysWith: { first, _ in first })
    }

    @Test func theLaddersClimbAndEachMoveOpensItsSentence() async throws {
        #expect(try ladders().values.allSatisfy { $0.state == "not reached" && $0.machine == nil })
        var climbed: [String: [String]] = [:]
        for document in documents {
            try take(document)
            for (name, rung) in try ladders() where climbed[name]?.last ?? "not reached" != rung.state {
                climbed[name, default: []].append(rung.state)
            }
        }
        #expect(climbed["pyongyang-moscow/troops-sent"] == ["reached"])
        #expect(climbed["pyongyang-moscow/training"] == ["under way"])
        #expect(
            climbed["pyongyang-moscow/four-brigades"] == ["announced"], "one source, local media: it stays announced")
        #expect(climbed["pyongyang-moscow/combat"] == nil)
        #expect(climbed["seoul/defensive-weapons"] == ["under consideration"])
        #expect(climbed["seoul/offensive-weapons"] == ["conditional"])
        let brigades = try #require(try ladders()["pyongyang-moscow/four-brigades"]?.machine)
        #expect(brigades.evidence.first?.exact.contains("12,000 troops in four brigades") == true)
        #expect(brigades.reason.contains("1 of 1 publisher"))
        // Every move rests on words that stand in a document of the archive, where it says.
        let export = try home.watchfloor("export", "--db", archive).output
        let texts = try Dossier.read(export, file: "played").items.compactMap { item -> (DocumentID, String)? in
            if case .add(.document(let document)) = item.change { (document.id, document.text) } else { nil }
        }
        for (name, rung) in try ladders() {
            guard let machine = rung.machine else { continue }
            #expect(!machine.evidence.isEmpty, "\(name)")
            for anchor in machine.evidence {
                let text = try #require(texts.first { $0.0 == anchor.document }?.1, "\(name): \(anchor.document)")
                #expect(anchor.resolved(in: text) == .inPlace(anchor.start..<anchor.end), "\(name)")
            }
        }
        try await walkOnTheBoard()
    }

    /// From a rung to its indicator to the evidence to the sentence, on the keyboard.
    private func walkOnTheBoard() async throws {
        let tmux = try Tmux()
        defer { tmux.stop() }
        try tmux.type("watchfloor --db \(archive) --no-collect")
        try tmux.press("Enter")
        try await tmux.wait(for: "12,000 in four brigades")
        try tmux.press("2", "/")
        try tmux.type("brigades")
        try tmux.press("Enter")
        try await tmux.wait(without: "humanitarian aid")
        try tmux.press("g", "j", "Enter")
        try await tmux.wait(for: "THRESHOLDS")
        try tmux.press("j", "Enter")
        try await tmux.wait(for: "argues for")
        let indicator = try await tmux.wait(for: "A plan to send 10,000 or more is reported")
        #expect(indicator.contains("1 of 1 publisher"))
        try tmux.press("o")
        try await tmux.wait(for: "Media in South Korea report a larger plan")
    }
}
