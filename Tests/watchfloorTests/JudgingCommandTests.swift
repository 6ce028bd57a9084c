import Foundation
import Testing

/// Judgements, hypotheses and templates without a screen.
@Suite struct JudgingCommandTests {
    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theRecordsOfTheBuiltInSituation() throws {
        let home = try Home()
        _ = try home.watchfloor()
        let result = try home.watchfloor("judgements")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("desk  0 open, 2 resolved, 0 void"))
        // (0.325² + 0.125²) / 2
        #expect(result.output.contains("Brier (binary) 0.06 = reliability"))
        #expect(result.output.contains("not reached  seoul/offensive-weapons  by 2025-03-31  very unlikely (ICD 203)"))
        let document = try json(try home.watchfloor("judgements", "--json", "--as-of", "2024-11-01").output)
        let analyst = try #require((document["analysts"] as? [[String: Any]])?.first)
        #expect(analyst["open"] as? Int == 2)
        #expect(analyst["brier"] == nil)
        let forecast = try #require((analyst["forecasts"] as? [[String: Any]])?.first)
        #expect(forecast["outcome"] as? String == "open")
        #expect(try home.watchfloor("judgements", "--as-of", "2024-10-20").code == 1)
    }

    /// What is judged on a board is told without one.
    @Test func aJudgementMadeOnTheBoardIsPrinted() throws {
        let home = try Home()
        let board = try home.watchfloor(
            "--size", "80x24", "--keys", ":judge seoul/defensive-weapons<Enter>55-80%<Tab>90d<Tab>low<Tab>by hand<C-s>")
        #expect(board.output.contains("Judged: 55–80%"))
        let result = try home.watchfloor("judgements")
        #expect(result.output.contains("vera  1 open, 0 resolved, 0 void"))
        let document = try json(try home.watchfloor("judgements", "--json").output)
        let analysts = try #require(document["analysts"] as? [[String: Any]])
        #expect(analysts.compactMap { $0["analyst"] as? String } == ["desk", "vera"])
        // It goes out with the dossier, and comes in elsewhere.
        let dossier = try home.watchfloor("export").output
        let other = home.path + "/other.sqlite"
        _ = try home.watchfloor("import", "-", "--db", other, input: dossier)
        #expect(try home.watchfloor("judgements", "--db", other).output == result.output)
    }

    /// In the built-in situation: what the desk has judged, with what couples to it.
    @Test func whatIfLooksAheadFromWhenItWasJudged() throws {
        let home = try Home()
        _ = try home.watchfloor()
        // Long after it, what was judged holds no more, and that is said.
        let late = try home.watchfloor("whatif")
        #expect(late.code == 1)
        #expect(late.output.contains("Seoul 3, defensive weapons: judged until 31 Mar 2025"))
        #expect(late.errors.contains("--as-of"), "\(late.errors)")
        func chances(_ arguments: String...) throws -> [String: Double] {
            let common = ["whatif", "--as-of", "2024-10-25", "--horizon", "90d", "--json"]
            let result = try home.run(common + arguments)
            #expect(result.code == 0, "\(result.errors)")
            let rungs = try #require(try json(result.output)["rungs"] as? [[String: Any]])
            let chances = rungs.compactMap { rung in
                (rung["chance"] as? Double).map { (rung["rung"] as? String ?? "", $0) }
            }
            return Dictionary(chances, uniquingKeysWith: { first, _ in first })
        }
        let before = try chances()
        let given = try chances("--given", "pyongyang-moscow/combat")
        let (plain, raised) = (
            try #require(before["seoul/offensive-weapons"]), try #require(given["seoul/offensive-weapons"])
        )
        // The coupling multiplies the odds by three.
        #expect(abs(raised / (1 - raised) - 3 * plain / (1 - plain)) < 0.03, "\(plain), \(raised)")
        #expect(given["pyongyang-moscow/combat"] == 1)
        #expect(try chances("--seed", "1") == before)
        let wrong = try home.watchfloor("whatif", "--given", "seoul/nothing")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("seoul/offensive-weapons"), "\(wrong.errors)")
    }

    @Test func theHypothesesInTheirOrder() throws {
        let home = try Home()
        _ = try home.watchfloor()
        let result = try home.watchfloor("ach")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("  1. H1  0.00  A warning;"))
        #expect(result.output.contains("rated alike for all hypotheses: it does not count"))
        let document = try json(try home.watchfloor("ach", "seouls-talk-of-weapons", "--json").output)
        let matrix = try #require((document["matrices"] as? [[String: Any]])?.first)
        let hypotheses = try #require(matrix["hypotheses"] as? [[String: Any]])
        #expect(hypotheses.compactMap { $0["rank"] as? Int } == [1, 2, 3])
        let items = try #require(matrix["items"] as? [[String: Any]])
        #expect((items[0]["ratings"] as? [String: [String: String]])?["decided"] == ["desk": "I"])
        #expect((items[0]["evidence"] as? [[String: Any]])?.first?["document"] as? String == "desk-background")
        let wrong = try home.watchfloor("ach", "nothing")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("there are: seouls-talk-of-weapons"))
        #expect(try home.watchfloor("ach", "--as-of", "2024-10-19").code == 1)
    }

    @Test func aTemplateGoesIntoADossier() throws {
        let home = try Home()
        let list = try home.watchfloor("templates")
        for words in ["kahn  Kahn’s escalation ladder, 44 rungs", "glasl", "hiik", "mid", "support", "RAND R-3235"] {
            #expect(list.output.contains(words), "\(words)")
        }
        let ladder = try home.watchfloor("templates", "kahn", "--actor", "norland")
        #expect(ladder.output.hasPrefix("# Herman Kahn, On Escalation (1965)"))
        let head = """
            watchfloor: 1
            situation: {id: crisis, title: Crisis}
            actors:
              - {id: norland, name: Norland, kind: state}

            """
        let db = home.path + "/crisis.sqlite"
        let taken = try home.watchfloor("import", "-", "--db", db, input: head + ladder.output)
        #expect(taken.code == 0, "\(taken.errors)")
        let dossier = try home.watchfloor("export", "--db", db).output
        #expect(dossier.contains("id: norland-kahn"))
        #expect(dossier.components(separatedBy: "remarks: ").count == 45)
        // Without an actor it can be read as well.
        let bare = try home.watchfloor("templates", "mid").output
        #expect(try home.watchfloor("import", "-", "--db", db, input: head + bare).code == 0)
        let wrong = try home.watchfloor("templates", "kan")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("there are kahn, glasl, hiik, mid, support"))
        #expect(try home.watchfloor("templates", "mid", "--actor", "No Such").code == 2)
    }
}
