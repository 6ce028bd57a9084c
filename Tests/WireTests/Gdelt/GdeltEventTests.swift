import SituationModel
import TestSupport
import Testing

@testable import Wire

@Suite struct GdeltEventTests {
    private func event(_ changes: [Int: String] = [:]) throws -> GdeltEvent {
        try #require(GdeltRows.read(GdeltRows.event(changes), as: GdeltEvent.self).rows.first)
    }

    @Test func aRowIsReadAsItStands() throws {
        let event = try event()
        #expect(event.id == 900_000_001)
        #expect(event.day == CalendarDay(year: 2026, month: 1, day: 10))
        #expect(event.source?.code == "USAGOV" && event.source?.roles == ["GOV"])
        #expect(event.source?.country == CameoCountryCode("USA") && event.source?.isCountryFromCode == false)
        #expect(event.isRoot && event.code.digits == "043" && event.code.root == "04")
        #expect(event.quadClass == 1 && event.goldstein == 2.8 && event.tone == -2.56410256410256)
        #expect(event.mentions == 18 && event.sources == 3 && event.articles == 18)
        #expect(event.place?.precision == .worldCity && event.place?.country == FipsCountryCode("GM"))
        #expect(event.place?.latitude == 50.7333 && event.place?.longitude == 7.1)
        #expect(event.added == Instant("2026-01-10T12:15:00Z"))
        #expect(event.link == "https://news.example/a")
        #expect(!event.isDayDoubtful && event.isAcrossBorder)
    }

    @Test func anEmptyCountryComesFromTheCodeWhereItIsOne() throws {
        let event = try event()
        #expect(event.target?.country == CameoCountryCode("ROU") && event.target?.isCountryFromCode == true)
        #expect(try self.event([15: "GOVMIL", 16: "ARMY"]).target?.country == nil)
        #expect(try self.event([15: "", 16: ""]).target == nil)
    }

    @Test(arguments: [
        ("20251211", false), ("20251210", true), ("20260209", false), ("20260210", true), ("20250110", true),
        ("", true),
    ])
    func aDayFarFromTheTakingInIsMarked(day: String, isDoubtful: Bool) throws {
        #expect(try event([1: day]).isDayDoubtful == isDoubtful)
    }

    /// GDELT's quad and Goldstein value stay, this project's stand beside them.
    @Test func protestIsVerbalThereAndMaterialHere() throws {
        let event = try event([26: "141", 29: "3", 30: "-6.5"])
        #expect(event.quadClass == 3 && event.goldstein == -6.5)
        #expect(event.category == .protest && event.quad == .materialConflict)
    }

    @Test(
        arguments: [
            ("010", nil), ("020", nil), ("030", .agree), ("042", .consult), ("057", .support), ("061", .cooperate),
            ("070", .aid), ("080", .concede), ("081", .concede), ("0812", .concede), ("083", .concede),
            ("084", .retreat),
            ("0841", .retreat), ("085", .retreat), ("086", .retreat), ("087", .retreat), ("0874", .retreat),
            ("0813", .retreat), ("0814", .retreat), ("090", .accuse), ("100", .request), ("112", .accuse),
            ("120", .reject),
            ("138", .threaten), ("145", .protest), ("154", .mobilize), ("160", .sanction), ("163", .coerce),
            ("166", .sanction), ("1661", .sanction), ("170", .coerce), ("1711", .coerce), ("1712", .assault),
            ("175", .assault), ("180", .assault), ("190", .assault), ("191", .coerce), ("192", .coerce),
            ("193", .assault),
            ("204", .assault), ("21", nil),
        ] as [(String, Event.Category?)])
    func codesFallIntoPloversCategories(code: String, category: Event.Category?) throws {
        #expect(try #require(CameoCode(code)).category == category)
    }

    @Test func rowsThatCannotBeUsedAreNamedWithTheirLine() {
        let text = [
            GdeltRows.event(), "too\tfew", GdeltRows.event([0: "x"]), GdeltRows.event([26: "visit"]),
            GdeltRows.event([59: "2026"]), GdeltRows.event([0: "2", 30: "much"]), "", GdeltRows.event([0: "3"]) + "\t",
        ].joined(separator: "\n")
        let (rows, warnings) = GdeltRows.read(text, as: GdeltEvent.self)
        #expect(rows.map(\.id) == [900_000_001, 2])
        #expect(
            warnings == [
                "line 2: 2 columns instead of 61; left out", "line 3: it has no number; left out",
                "line 4: EventCode “visit” is no CAMEO code; left out",
                "line 5: DATEADDED “2026” is no time yyyymmddhhmmss; left out",
                "line 6: GoldsteinScale is “much”, not a number", "line 8: 62 columns instead of 61; left out",
            ])
    }

    @Test(arguments: ["3", "3.0", "-10", "2.84", "-2.56410256410256", "0.1", "123456789.123456789", "1e3", "-0"])
    func numbersAreThoseThatStandThere(text: String) throws {
        #expect(try event([34: text]).tone == Double(text))
    }

    /// Every row is handed on or named, however the file is cut and damaged.
    @Test func noRowGetsLost() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<60 {
            var lines = (1...9).map { GdeltRows.event([0: "\($0)"]) }
            for _ in 0..<4 {
                let line = Int.random(in: 0..<lines.count, using: &random)
                var bytes = Array(lines[line].utf8)
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = random.pick([0x09, 0x41, 0xFF, 0x2D, 0x30])
                lines[line] = String(decoding: bytes, as: UTF8.self)
            }
            let pieces = Int.random(in: 1...400, using: &random)
            let (rows, warnings) = GdeltRows.read(lines.joined(separator: "\n"), as: GdeltEvent.self, pieces: pieces)
            #expect(rows.count + warnings.count { $0.hasSuffix("left out") } == 9, "seed \(random.seed)")
        }
    }
}
