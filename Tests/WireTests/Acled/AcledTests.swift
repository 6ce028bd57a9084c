import SituationModel
import TestSupport
import Testing

@testable import Wire

@Suite struct AcledTests {
    private static let header =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
        + "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
        + "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"

    private func row(date: String = "2026-01-10", notes: String = "Shots were heard.", id: String = "EXA12") -> String {
        "\(id),\(date),2026,1,Political violence,Battles,Armed clash,Forces of Marun,Police; Guards,1,Tolvek Front,,2,12,,999,"
            + "Example Region,Marun,North,,,Harbour Town,52.5,13.4,1,Desk; Agency,National,\(notes),3,,1768000000"
    }

    private func read(_ text: String) throws -> (events: [AcledEvent], warnings: [String]) {
        let (items, warnings) = try Intake().items(in: text, name: "acled.csv")
        return (
            items.flatMap { item in
                if case .conflicts(let events) = item.content { events } else { [AcledEvent]() }
            }, warnings
        )
    }

    @Test func aRowIsReadByTheNamesInTheHeader() throws {
        let (events, warnings) = try read(Self.header + "\r\n" + row(notes: "\"A, b\nand \"\"c\"\".\"") + "\r\n")
        #expect(warnings == [])
        let event = try #require(events.first)
        #expect(event.id == "EXA12" && event.day == CalendarDay(year: 2026, month: 1, day: 10))
        #expect(event.first == .init(name: "Forces of Marun", associates: ["Police", "Guards"], kind: "State forces"))
        #expect(event.second == .init(name: "Tolvek Front", associates: [], kind: "Rebel group"))
        #expect(event.kind == "Battles" && event.subkind == "Armed clash" && event.disorder == "Political violence")
        #expect(event.notes == "A, b\nand \"c\"." && event.fatalities == 3)
        #expect(
            event.sources == ["Desk", "Agency"] && event.divisions == ["North"] && event.isAgainstCivilians == false)
        #expect(event.changed == Instant(milliseconds: 1_768_000_000_000))
    }

    @Test(arguments: [
        ("2022-06-30", true), ("30 June 2022", true), ("30-06-2022", true), ("30 Jun 2022", true),
        ("06/30/2022", false),
        ("2022-02-30", false), ("soon", false), ("30-06-22", false),
    ])
    func dates(text: String, isRead: Bool) {
        #expect(AcledDay.read(text) == (isRead ? CalendarDay(year: 2022, month: 6, day: 30) : nil))
    }

    @Test func olderLayoutsAreReadWithAWordAndOthersRefused() throws {
        let older = Self.header.replacing("event_id_cnty,", with: "data_id,event_id_cnty,event_id_no_cnty,")
            .replacing("disorder_type,", with: "")
        let (events, warnings) = try read(
            older + "\n" + row().replacing("EXA12,", with: "1,EXA12,12,").replacing("Political violence,", with: ""))
        #expect(events.map(\.id) == ["EXA12"] && events[0].disorder == nil)
        #expect(warnings.count == 1 && warnings[0].contains("before March 2023"))
        #expect(throws: IntakeError.self) { try read("event_id_cnty,event_date,event_type\nA,2026-01-10,Battles") }
    }

    @Test func badRowsAreNamedWithTheirLine() throws {
        let text = [
            Self.header, row(notes: "\"two\nlines\""), "a,b", row(date: "never"), row(id: ""),
            row(notes: "\"odd\" mark"),
        ].joined(separator: "\n")
        let (events, warnings) = try read(text)
        #expect(events.map(\.notes) == ["two\nlines", "odd mark"])
        #expect(
            warnings == [
                "acled.csv, line 4: 2 fields instead of 31; left out",
                "acled.csv, line 5: the date “never” has none of ACLED's three forms; left out",
                "acled.csv, line 6: it has no number; left out",
                "acled.csv, line 7: something stands behind a closing quote",
            ])
    }

    /// What is written by the rules is read back, however it is cut.
    @Test func fieldsComeBack() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<200 {
            let records = (0..<4).map { _ in
                (0..<3).map { _ in
                    String((0..<Int.random(in: 0..<6, using: &random)).map { _ in random.pick(Array("a,\"\n긴 ")) })
                }
            }
            let text = records.map { fields in
                fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            var reader = CommaSeparated(limit: 1_000)
            var found: [[String]] = []
            func show(_ record: CommaSeparated.Record) {
                found.append(record.fields.map { String(decoding: $0, as: UTF8.self) })
            }
            for byte in text.utf8 { withUnsafeBytes(of: byte) { reader.append($0.bindMemory(to: UInt8.self), show) } }
            reader.finish(show)
            #expect(found == records, "seed \(random.seed)")
        }
    }
}
