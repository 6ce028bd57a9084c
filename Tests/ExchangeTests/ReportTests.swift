import Exchange
import SituationModel
import Testing

struct ReportTests {
    private func situation(asOf time: String? = nil) throws -> Situation {
        let text = try #require(Dossier.builtIn.first).text
        let dossier = try Dossier.read(text, file: "built-in")
        return Fold.situation(
            dossier.id, from: entries(dossier.items, of: dossier.id), asOf: time.flatMap { Instant($0) })
    }

    @Test func theJudgementComesFirstAndTheMarkingAtHeadAndFoot() throws {
        let lines = Report.markdown(try situation(), asOf: nil).split(separator: "\n", omittingEmptySubsequences: true)
        #expect(lines.first == "TLP:CLEAR" && lines.last == "TLP:CLEAR")
        #expect(lines.dropFirst().first == "# South Korea weighs arming Ukraine")
        #expect(
            lines.contains(
                "- Seoul: at **economic sanctions on Russia**; defensive weapons under consideration; "
                    + "offensive weapons conditional"))
        let headings = lines.filter { $0.hasPrefix("## ") }
        #expect(
            headings == [
                "## Ladders", "## What is not known", "## Who stands where", "## Who said what", "## What happened",
                "## Sources",
            ])
        #expect(lines.contains { $0.hasPrefix("> “It seems that the harder Putin finds it") })
        #expect(lines.contains { $0.contains("Dame Barbara Woodward, New York") && $0.contains("B3") })
        #expect(lines.contains { $0.hasPrefix("- not confirmed by Kremlin") })
        #expect(lines.contains { $0.hasPrefix("- Not collected: North Korean soldiers fight in Ukraine") })
    }

    @Test func itTellsWhatWasKnownThen() throws {
        let time = "2024-10-18T12:00:00Z"
        let text = Report.markdown(try situation(asOf: time), asOf: Instant(time))
        #expect(text.contains("As known on 18 Oct 2024 12:00Z."))
        #expect(text.contains("defensive weapons not reached"))
        #expect(!text.contains("Woodward"))
    }

    @Test func theStrictestMarkingOfThePartsHolds() throws {
        var situation = try situation()
        var document = try #require(situation.documents["nis-disclosure"])
        document.marking = .amberStrict
        situation.put(.document(document), at: JournalOrder(known: document.received, id: entryID(1)))
        let text = Report.markdown(situation, asOf: nil)
        #expect(text.hasPrefix("TLP:AMBER+STRICT\n") && text.hasSuffix("\nTLP:AMBER+STRICT\n"))
    }

    @Test func anEmptySituationHasAReport() {
        #expect(
            Report.markdown(Situation(id: "nothing"), asOf: nil)
                == "TLP:CLEAR\n\n# nothing\n\nNo document has come in.\n\nTLP:CLEAR\n")
    }

    @Test func textFromOutsideStaysText() throws {
        var situation = Situation(id: "s")
        situation.header = Header(
            id: "s", title: "<b>*a*</b>\n# b",
            headline: "[x](http://evil) \u{1B}]0;t\u{7} \u{9B}31m \u{202E}r e\u{301}",
            summary: "www\u{85}a\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}")
        let text = Report.markdown(situation, asOf: nil)
        #expect(text.contains("# \\<b\\>\\*a\\*\\</b\\> \\# b\n"))
        #expect(text.contains("\\[x\\](http\\://evil) ⟨U+001B⟩\\]0;t⟨U+0007⟩ ⟨U+009B⟩31m ⟨U+202E⟩r e\u{301}"))
        #expect(text.contains("www a\u{300}\u{300}\u{300}\u{300}⟨U+0300⟩⟨U+0300⟩"))
    }

    /// Whatever a situation holds, its report tells a terminal nothing but letters and line breaks.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func noReportSteersATerminal(seed: UInt64) {
        var source = RandomSituation(seed: seed)
        let text = Report.markdown(source.situation(), asOf: nil)
        let isSafe = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n"
            case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
            default: true
            }
        }
        #expect(isSafe, "seed \(seed)")
    }
}
