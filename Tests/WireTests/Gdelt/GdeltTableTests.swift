import SituationModel
import Testing

@testable import Wire

@Suite struct GdeltTableTests {
    @Test func mentions() throws {
        let row = GdeltRows.row(
            16,
            [
                0: "7", 1: "20260110120000", 2: "20260110121500", 3: "2", 4: "Agency", 5: "Agency/night", 6: "3",
                7: "-1",
                8: "12", 9: "40", 10: "1", 11: "60", 12: "2000", 13: "-1.5", 14: "srclc:kor;eng:GT",
            ])
        let mention = try #require(GdeltRows.read(row, as: GdeltMention.self).rows.first)
        #expect(mention.event == 7 && mention.kind == .citation && mention.confidence == 60)
        #expect(mention.sourceOffset == nil && mention.targetOffset == 12 && mention.actionOffset == 40)
        #expect(mention.added == Instant("2026-01-10T12:15:00Z") && mention.isInRawText)
        #expect(mention.translation == "srclc:kor;eng:GT")
    }

    @Test func knowledge() throws {
        let row = GdeltRows.row(
            27,
            [
                0: "20260110121500-T3", 1: "20260110121500", 2: "1", 3: "news.example", 4: "https://news.example/a",
                6: "KILL#3#sailors#1#Malta#MT#MT##35.9#14.4#MT#55;", 7: "OLD;", 8: "PORT,12;PORT,90;",
                10: "4#Valletta, Malta#MT#MT00##35.9#14.51#-1#120", 12: "Ann Tolvek,30;Lee, Junior,99",
                13: "coast guard",
                15: "-3.1,1,4.1,5.1,20,0.5,300", 16: "1#0#0#2025#10;3#10#9#2026#44", 18: "https://news.example/a.jpg",
                22: "10|20||we will wait#40|9|said|no # more", 23: "Valletta Harbour,20", 24: "1500,tons, wet,88;x,y,z",
                25: "srclc:mlt",
                26:
                    "<PAGE_TITLE>Ships &amp; &#x2018;quays&#8217; &bogus;</PAGE_TITLE><PAGE_LINKS>a;b</PAGE_LINKS><PAGE_PRECISEPUBTIMESTAMP>20260110115900</PAGE_PRECISEPUBTIMESTAMP>",
            ])
        let record = try #require(GdeltRows.read(row, as: GdeltKnowledge.self).rows.first)
        #expect(record.isTranslated)
        #expect(record.themes == [.init(name: "PORT", offset: 12), .init(name: "PORT", offset: 90)])
        #expect(record.persons == [.init(name: "Ann Tolvek", offset: 30), .init(name: "Lee, Junior", offset: 99)])
        #expect(record.organisations == [.init(name: "coast guard", offset: nil)])
        #expect(record.places.first?.country == FipsCountryCode("MT") && record.places.first?.offset == 120)
        #expect(record.places.first?.latitude == 35.9)
        #expect(record.counts.first?.kind == "KILL" && record.counts.first?.value == 3)
        #expect(record.tone?.tone == -3.1 && record.tone?.words == 300)
        #expect(record.days.map(\.year) == [2025, 2026] && record.days[0].day == nil && record.days[1].day == 9)
        #expect(record.quotations.map(\.text) == ["we will wait", "no # more"])
        #expect(record.quotations.map(\.verb) == [nil, "said"])
        #expect(record.amounts == [.init(value: 1500, object: "tons, wet", offset: 88)])
        #expect(record.page.title == "Ships & ‘quays’ &bogus;" && record.page.links == ["a", "b"])
        #expect(record.page.published == Instant("2026-01-10T11:59:00Z"))
    }

    @Test(arguments: [57, 58])
    func version1IsRefusedWithAWord(columns: Int) {
        let row = GdeltRows.row(columns, [0: "1", 1: "20130401"]) + "\n"
        #expect(throws: IntakeError.refused(name: "old.csv", reason: GdeltFileKind.refusal(of: "events"))) {
            try Intake().items(in: row, name: "old.csv")
        }
        #expect(GdeltFileKind.refusal(of: "events").contains("GDELT 1.0"))
    }

    @Test func aZipComesInBatchesWithTheirLines() throws {
        var intake = Intake()
        intake.limits.rows = 2
        let text = (1...5).map { GdeltRows.event([0: "\($0)"]) + "\n" }.joined()
        let zip = ArchiveMaker.zip([("20260110121500.export.CSV", Array(text.utf8))])
        let (items, warnings) = try intake.items(in: zip, name: "20260110121500.export.CSV.zip")
        #expect(warnings == [])
        #expect(items.map(\.origin.line) == [1, 3, 5])
        let ids = items.flatMap { item in
            if case .events(let events) = item.content { events.map(\.id) } else { [Int]() }
        }
        #expect(ids == [1, 2, 3, 4, 5])
    }
}

@Suite struct GdeltUpdateTests {
    private let host = "http://data.gdeltproject.org/gdeltv2/20260110121500"
    private let md5 = "900150983cd24fb0d6963f7d28e17f72"

    private func list(_ changes: (String) -> String = { $0 }) -> String {
        changes("3 \(md5) \(host).export.CSV.zip\n10 \(md5) \(host).mentions.CSV.zip\n5 \(md5) \(host).gkg.csv.zip\n")
    }

    @Test func theThreeFilesAreKnown() throws {
        let files = try GdeltUpdate(list()).files
        #expect(files.map(\.kind) == [.events, .mentions, .knowledge])
        #expect(files.map(\.size) == [3, 10, 5])
        #expect(files.allSatisfy { $0.moment == Instant("2026-01-10T12:15:00Z") && !$0.isTranslation })
        #expect(try GdeltUpdate(list { $0.replacing("500.", with: "500.translation.") }).files[0].isTranslation)
    }

    @Test(arguments: [
        ("", "has 0"), ("3 900150983cd24fb0d6963f7d28e17f72", "line 1: expected"),
        ("<html>no such page</html>", "line 1: expected"), ("3 zzz http://x.example/a.zip", "is no MD5"),
        ("3 900150983cd24fb0d6963f7d28e17f72 file:///etc/20260110121500.export.CSV.zip", "is no http address"),
        ("3 900150983cd24fb0d6963f7d28e17f72 http://x.example/20260110.export.CSV.zip", "is none of GDELT 2.0's files"),
    ])
    func whatIsNoListIsRefused(text: String, reason: String) {
        do throws(GdeltUpdate.Fault) {
            _ = try GdeltUpdate(text)
            Issue.record("it was read")
        } catch {
            #expect(error.description.contains(reason))
        }
    }

    @Test func theQuartersBetweenTwoUpdatesAreKnownAndHaveAddresses() throws {
        let file = try GdeltUpdate(list()).files[0]
        let day = try #require(Instant("2026-01-09T23:45:00Z"))
        #expect(file.missed(since: file.moment, limit: 96).moments.isEmpty)
        #expect(file.missed(since: try #require(Instant("2026-01-10T12:00:00Z")), limit: 96).moments.isEmpty)
        // A list that is older than what has been taken in misses nothing.
        #expect(file.missed(since: try #require(Instant("2026-01-11T00:00:00Z")), limit: 96).moments.isEmpty)
        let missed = file.missed(since: try #require(Instant("2026-01-10T11:30:00Z")), limit: 96)
        #expect(missed.moments == [Instant("2026-01-10T11:45:00Z"), Instant("2026-01-10T12:00:00Z")])
        #expect(missed.lost == 0)
        let bounded = file.missed(since: day, limit: 2)
        #expect(bounded.moments == missed.moments)
        #expect(bounded.lost == 47)
        #expect(
            file.url(at: day.advanced(byMilliseconds: GdeltUpdate.File.step))
                == "http://data.gdeltproject.org/gdeltv2/20260110000000.export.CSV.zip")
    }

    /// MD5 of “abc” is the one in RFC 1321.
    @Test func bytesAreChecked() throws {
        let file = try GdeltUpdate(list()).files[0]
        try file.check(Array("abc".utf8))
        #expect(throws: GdeltUpdate.Fault.self) { try file.check(Array("abd".utf8)) }
        #expect(throws: GdeltUpdate.Fault.self) { try file.check(Array("abcd".utf8)) }
    }
}
