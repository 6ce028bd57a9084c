import Foundation
import Testing

@Suite struct SurgeCommandTests {
    /// Thirty quiet weeks from Monday, 3 January 2000, with one event each, then a week with ten of each quad.
    private let events: [String] =
        (0..<30).map { #"{"dyad": "a-b", "date": "\#(Self.day($0 * 7))", "quad": 1}"# }
        + (1...4).flatMap { quad in
            (0..<10).map { #"{"dyad": "a-b", "date": "\#(Self.day(210 + $0 % 7))", "quad": \#(quad)}"# }
        }

    private static func day(_ days: Int) -> String {
        String(Date(timeIntervalSince1970: 946_857_600 + Double(days) * 86_400).ISO8601Format().prefix(10))
    }

    @Test func aBurstIsFlagged() throws {
        let result = try Home().watchfloor("surge", "--jsonl", input: events.joined(separator: "\n"))
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 23)
        #expect(lines.filter { $0.contains(#""flagged":true"#) } == lines.suffix(1))
        #expect(lines.last?.contains(#""rank":1,"week":"2000-07-31""#) == true)
        #expect(lines.first == #"{"dyad":"a-b","flagged":false,"rank":1,"week":"2000-02-28","z":0}"#)
    }

    @Test func theOrderOfTheEventsDoesNotMatter() throws {
        let home = try Home()
        let inOrder = try home.watchfloor("surge", "--jsonl", input: events.joined(separator: "\n")).output
        let backwards = try home.watchfloor("surge", "--jsonl", input: events.reversed().joined(separator: "\n")).output
        #expect(inOrder == backwards)
    }

    @Test func badLinesAreNamedAndSkipped() throws {
        let bad = [
            "{", #"{"dyad": "a-b", "date": "2000-13-01", "quad": 1}"#,
            #"{"dyad": "x", "date": "2000-01-03", "quad": 5}"#,
        ]
        let result = try Home().watchfloor("surge", "--jsonl", input: (bad + events).joined(separator: "\n"))
        #expect(result.code == 3)
        for part in ["line 1:", "line 2: “2000-13-01”", "line 3: a quad is 1, 2, 3 or 4"] {
            #expect(result.errors.contains(part), "\(result.errors)")
        }
        #expect(result.output.split(separator: "\n").count == 23)
    }

    @Test func codesAreReadInTheirScheme() throws {
        let home = try Home()
        let coded = (0..<9).map { #"{"dyad": "a-b", "date": "\#(Self.day($0 * 7))", "code": "223"}"# }.joined(
            separator: "\n")
        #expect(try home.watchfloor("surge", "--jsonl", "--scheme", "weis", input: coded).output.contains("2000-02-28"))
        #expect(try home.watchfloor("surge", "--jsonl", input: coded).output.isEmpty)
        #expect(try home.watchfloor("surge", "--jsonl", "russia", input: coded).code == 2)
    }

    // MARK: Of an archive

    /// Twelve weeks with a report each and one event, then a week with three of each quad.
    private var dossier: String {
        var (documents, events) = ("", "")
        for week in 0..<13 {
            let day = Self.day(week * 7)
            documents += """
                  - {id: report-\(week), source: wire, title: The week, received: \(day)T12:00:00Z, text: Something was done.}

                """
            let categories =
                week < 12 ? ["consult"] : ["consult", "aid", "accuse", "assault"].flatMap { [$0, $0, $0] }
            for (number, category) in categories.enumerated() {
                events += """
                      - {id: event-\(week)-\(number), source: admiral, category: \(category), target: b, summary: Done, when: \(day),
                         accounts: [{manner: reported, evidence: {document: report-\(week), exact: Something was done}}]}

                    """
            }
        }
        return """
            watchfloor: 1
            situation: {id: strait, title: The strait}
            sources:
              - {id: wire, name: Wire}
            documents:
            \(documents)actors:
              - {id: a, name: Aland, kind: state}
              - {id: b, name: Bland, kind: state}
              - {id: c, name: Cland, kind: state}
              - {id: admiral, name: The admiral, kind: person, affiliation: a}
            events:
            \(events)
            """
    }

    @Test func anArchivesPairsAreReadWithTheirReason() throws {
        let home = try Home()
        let imported = try home.watchfloor("import", try home.write(dossier, to: "strait.yaml"))
        #expect(imported.code == 0, "\(imported.errors)")
        let all = try home.watchfloor("surge", "--situation", "strait")
        #expect(all.code == 0, "\(all.errors)")
        #expect(all.output.hasPrefix("Aland – Bland  week of 2000-03-27  12 events  z "), "\(all.output)")
        #expect(all.output.contains("  surge  12 events where 1.0 a week are usual (rank 1 of 13 weeks)"))
        let document = try home.watchfloor("surge", "--situation", "strait", "--json", "The admiral", "b").output
        for part in [#""week" : "2000-03-27""#, #""material_conflict" : 3"#, #""flagged" : true"#, #""a","#] {
            #expect(document.contains(part), "\(document)")
        }
        let before = try home.watchfloor("surge", "--situation", "strait", "--json", "--as-of", "2000-02-01")
        #expect(before.code == 0)
        #expect(before.output.contains(#""z" : null"#), "four weeks are too few to measure the fifth against")
        #expect(try home.watchfloor("surge", "--situation", "strait", "a", "c").code == 1)
        let unknown = try home.watchfloor("surge", "--situation", "strait", "atlantis")
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains("no actor “atlantis”"))
    }
}
