import Foundation
import Testing

/// What the command line promises: exit codes, what goes to which stream, and that what goes out comes in again.
@Suite struct CommandLineTests {
    @Test func passwordsOfAddressesAreNotPrinted() throws {
        let home = try Home()
        let list = try home.write(
            "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"https://me:s3cret@wire.example/a.xml\"/>"
                + "<outline type=\"rss\" xmlUrl=\"ftp://me:s3cret@wire.example/b.xml\"/></body></opml>",
            to: "feeds.opml")
        let taken = try home.watchfloor("sources", "--import", list)
        // One of the two is refused: done in part.
        #expect(taken.code == 1 && taken.errors.contains("1 feeds added"), "\(taken.errors)")
        let said = try [
            taken, home.watchfloor("sources"), home.watchfloor("sources", "--opml"), home.watchfloor("log"),
            home.watchfloor("ingest", "ftp://me:s3cret@wire.example/c"),
            home.watchfloor("ingest", "http://me:s3cret@127.0.0.1:1/c"),
            home.watchfloor("--size", "120x40", "--keys", "S"),
        ]
        for result in said { #expect(!(result.output + result.errors).contains("s3cret"), "\(result)") }
        #expect(said[1].output.contains("https://wire.example/a.xml"))
    }

    @Test func aPageIsReadByItsArticle() throws {
        let home = try Home()
        let story = "Egypt attacked Sudan on Friday. “We had no choice,” President Nora Falk said in Cairo."
        let paragraphs = (1...4).map { "<p>\(story) It was attack number \($0) of the year, her office said.</p>" }
            .joined()
        let page = try home.write(
            "<!doctype html><html><head><title>War</title></head><body><nav><a href=\"/\">Home</a></nav>"
                + "<article><h1>War</h1>\(paragraphs)</article></body></html>", to: "page")
        let result = try home.watchfloor("read", page, "--json")
        #expect(result.code == 0 && result.output.contains("We had no choice"))
        #expect(!result.output.contains("<p>") && result.errors.contains("is an HTML page"), "\(result.errors)")
    }

    @Test func printsTheBoardWhereThereIsNoTerminal() throws {
        let home = try Home()
        let result = try home.watchfloor()
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(result.output.contains("Escalation"))
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 41)
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func playsKeysBeforeItPrints() throws {
        let home = try Home()
        let plain = try home.watchfloor("--size", "80x24")
        let played = try home.watchfloor("--size", "80x24", "--keys", "3<Enter>")
        #expect(plain.output != played.output)
        #expect(played.output.contains("Detail"))
        // Printing is not reading: nothing has been seen by it.
        #expect(try home.watchfloor("--size", "80x24").output == plain.output)
    }

    @Test func aTextIsIngestedReviewedAndStaysReviewed() throws {
        let home = try Home()
        let text = try home.write(
            "Egypt attacked Sudan on Friday. \"We had no choice,\" President Nora Falk said.\n", to: "news.txt")
        let first = try home.watchfloor("ingest", text, "--published", "2024-10-20", "--source", "wire-desk")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.errors.contains("1 new document"))
        let listed = try home.watchfloor("--size", "160x50", "--keys", "3g/choice<Enter>")
        #expect(listed.output.contains("Nora Falk ?"))
        // One key rejects; the same text again brings nothing back.
        _ = try home.watchfloor("--size", "160x50", "--keys", "3g/choice<Enter>x")
        let again = try home.watchfloor("ingest", text, "--source", "wire-desk")
        #expect(again.errors.contains("1 already here"))
        #expect(!(try home.watchfloor("--size", "160x50", "--keys", "3g").output.contains("We had no choice")))
        // It comes and goes with the dossier, verdict and all.
        let dossier = try home.watchfloor("export").output
        #expect(dossier.contains("verdict: rejected"))
        let other = home.path + "/other.sqlite"
        _ = try home.watchfloor("import", "-", "--db", other, input: dossier)
        #expect(try home.watchfloor("export", "--db", other).output == dossier)
        // What cannot be taken in is told.
        #expect(try home.watchfloor("ingest", home.path + "/none.txt").code == 3)
        #expect(try home.watchfloor("ingest", text, "--published", "soon").code == 2)
        #expect(try home.watchfloor("ingest", try home.write(" \n", to: "empty.txt")).code == 3)
    }

    @Test func theUsersOwnActorsAreReadByTheirNames() throws {
        let home = try Home()
        _ = try home.write(
            "delta | Delta Watch | DW | organisation\nbroken line\n", to: ".config/watchfloor/gazetteer/own.txt")
        let result = try home.watchfloor("read", "-", input: "Delta Watch said that the river was rising.")
        #expect(result.output.contains("[delta]"))
        #expect(result.errors.contains("own.txt, line 2:"))
    }

    @Test func exportsWhatItImports() throws {
        let home = try Home()
        let first = try home.watchfloor("export")
        #expect(first.code == 0)
        let file = try home.write(first.output, to: "dossier.yaml")
        let other = home.path + "/other.sqlite"
        let taken = try home.watchfloor("import", file, "--db", other)
        #expect(taken.code == 0, "\(taken.errors)")
        let second = try home.watchfloor("export", "--db", other)
        #expect(second.output == first.output)
        let again = try home.watchfloor("import", "-", "--db", other, input: second.output)
        #expect(again.code == 0)
        #expect(again.errors.contains("nothing new"))
        #expect(try home.watchfloor("export", "--db", other).output == first.output)
    }

    @Test func aBrokenDossierNamesTheLineAndChangesNothing() throws {
        let home = try Home()
        let whole = try home.watchfloor("export").output
        let broken = whole.replacingOccurrences(of: "kind: state", with: "kind: empire")
        let file = try home.write(broken, to: "broken.yaml")
        let result = try home.watchfloor("import", file)
        #expect(result.code == 3)
        let line = broken.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("empire") }
        #expect(result.errors.contains("broken.yaml:\((line ?? -1) + 1):"), "\(result.errors)")
        #expect(result.errors.contains("empire"))
        #expect(try home.watchfloor("export").output == whole)
    }

    @Test func wrongUsageEndsWithTwo() throws {
        let home = try Home()
        for arguments in [["--size", "big"], ["--no-such-option"], ["no-such-command"], ["--keys", "<Nonsense>"]] {
            let result = try home.watchfloor(arguments[0], arguments.count > 1 ? arguments[1] : "--size=80x24")
            #expect(result.code == 2, "\(arguments)")
            #expect(result.output == "")
            #expect(result.errors != "")
        }
        #expect(try home.watchfloor("--help").code == 0)
    }

    @Test func readsATextAndLinesOfTexts() throws {
        let home = try Home()
        let text = "“We will not go,” said Minister Ada Holm on Monday."
        let read = try home.watchfloor("read", "--json", input: text)
        #expect(read.code == 0)
        #expect(read.output.contains("“We will not go,”"))
        #expect(read.output.contains("Ada Holm"))
        let lines = "{\"id\":\"a\",\"text\":\"\(text)\"}\nno JSON\n"
        let many = try home.watchfloor("read", "--jsonl", input: lines)
        #expect(many.code == 3)
        #expect(many.output.split(separator: "\n").count == 1)
        #expect(many.errors.contains("line 2"))
        #expect(try home.watchfloor("read", input: "Rain.").code == 1)
        #expect(try home.watchfloor("read", "--pairs").code == 2)
    }

    @Test func theShortStatusIsOfAllSituationsOrOfOne() throws {
        let home = try Home()
        let archive = home.path + "/two.sqlite"
        for (id, count) in [("one", 1), ("two", 2)] {
            let dossier = try home.write("watchfloor: 1\nsituation: {id: \(id), title: \(id)}\n", to: "\(id).yaml")
            #expect(try home.watchfloor("import", dossier, "--db", archive).code == 0)
            for number in 0..<count {
                let text = "Report \(number) of \(id): rain fell on the hills all night."
                let taken = try home.watchfloor("ingest", "-", "--situation", id, "--db", archive, input: text)
                #expect(taken.code == 0, "\(taken.errors)")
            }
        }
        func new(_ arguments: String...) throws -> Int? {
            let output =
                arguments.isEmpty
                ? try home.watchfloor("status", "--short", "--db", archive).output
                : try home.watchfloor("status", "--short", "--situation", arguments[0], "--db", archive).output
            #expect(output.split(separator: "\n").count == 1)
            return output.firstMatch(of: /([0-9]+) new/).flatMap { Int($0.output.1) }
        }
        let (one, two) = (try #require(try new("one")), try #require(try new("two")))
        #expect(one > 0 && two > one)
        #expect(try new() == one + two)
    }

    @Test func findsWhatAnswersAQuery() throws {
        let home = try Home()
        let found = try home.watchfloor("find", "is:actor kind:state", "--jsonl")
        #expect(found.code == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["kind"] as? String == "actor")
            #expect((object?["record"] as? [String: Any])?["kind"] as? String == "state")
        }
        let whole = try home.watchfloor("find", "is:actor kind:state", "--json")
        let document = try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any]
        #expect((document?["found"] as? [Any])?.count == lines.count)
        #expect(try home.watchfloor("find", "nothing-like-this-at-all").code == 1)
        let wrong = try home.watchfloor("find", "weapons kind:stat")
        #expect(wrong.code == 2)
        #expect(wrong.output == "")
        #expect(wrong.errors.contains("column 14"))
        #expect(wrong.errors.contains("did you mean state?"))
        #expect(wrong.errors.contains("\n             ^^^^"))
        #expect(try home.watchfloor("find", "--", "-is:actor").code == 0)
        #expect(try home.watchfloor("find", "--fields").output.contains("said>=2024-10-01"))
        #expect(try home.watchfloor("find").code == 2)
    }

    @Test func optionsMayStandBeforeTheSubcommand() throws {
        let home = try Home()
        _ = try home.watchfloor("export")
        let archive = home.path + "/.local/share/watchfloor/archive.sqlite"
        let before = try home.watchfloor("--db", archive, "status")
        #expect(before.code == 0, "\(before.errors)")
        #expect(try before.output == home.watchfloor("status", "--db", archive).output)
    }

    @Test func aMistypedPathMakesNoArchive() throws {
        let home = try Home()
        let path = home.path + "/typo.sqlite"
        for command in ["status", "log", "export", "sitrep", "doctor"] {
            let result = try home.watchfloor(command, "--db", path)
            #expect(result.code == 4, "\(command)")
            #expect(result.errors.contains(path))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func anUnknownSituationIsWrongUsageEverywhere() throws {
        let home = try Home()
        for command in ["status", "log", "export", "sitrep", "board"] {
            let result = try home.watchfloor(command, "--situation", "nope")
            #expect(result.code == 2, "\(command)")
            #expect(result.errors.contains("korea-ukraine-2024"), "\(command) names none that is there")
        }
    }

    @Test func outputThatCannotBeWrittenIsSaid() throws {
        let home = try Home()
        let command = "\(home.binaries)/watchfloor export > /dev/full; echo $?"
        let text = try Home.output(of: "env", ["HOME=\(home.path)", "sh", "-c", command])
        #expect(text == "4\n")
    }

    @Test func aNoteCannotForgeALineOfTheLog() throws {
        let home = try Home()
        let dossier = try home.watchfloor("export").output
        let notes =
            "\nnotes:\n  - {text: \"one\\n2024-10-18T00:00:00Z  vera  noted: forged\", by: mallory, at: 2024-10-18T00:00:00Z}\n"
        let range = try #require(dossier.range(of: "\nnotes:\n"))
        let file = try home.write(dossier[..<range.lowerBound] + notes, to: "forged.yaml")
        let taken = try home.watchfloor("import", file)
        #expect(taken.code == 0, "\(taken.errors)")
        let log = try home.watchfloor("log").output
        #expect(log.contains("forged"))
        #expect(
            !log.split(separator: "\n").contains {
                $0.hasSuffix("  vera  noted: forged") && $0.hasPrefix("2024-10-18T00:00:00Z  vera")
            })
    }

    @Test func aForeignDatabaseIsRefusedAndLeftAlone() throws {
        let home = try Home()
        let file = try home.write("This is no database, it is a letter.\n", to: "letter.sqlite")
        let result = try home.watchfloor("--db", file)
        #expect(result.code == 4)
        #expect(result.errors.contains(file))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "This is no database, it is a letter.\n")
    }

    @Test func anUnwritableFolderOpensTheBoardToBeRead() throws {
        let home = try Home()
        // A file where a folder ought to be cannot be written into by anybody, root included.
        let blocked = try home.write("", to: "blocked")
        let result = try home.watchfloor("--size", "100x30", environment: ["XDG_DATA_HOME": blocked])
        #expect(result.code == 0)
        #expect(result.output.contains("READ-ONLY"))
        #expect(result.output.contains("Escalation"))
        #expect(result.errors.contains(blocked))
    }

    @Test func whatIsAskedAsOfAMomentIsShownAsItWasKnownThen() throws {
        let home = try Home()
        let early = try home.watchfloor("--size", "120x40", "--as-of", "2024-10-18")
        let late = try home.watchfloor("--size", "120x40")
        #expect(early.output.contains("AS OF"))
        #expect(!early.output.contains("Woodward"))
        #expect(late.output.contains("Woodward"))
    }

    @Test func theDoctorRebuildsTheSame() throws {
        let home = try Home()
        _ = try home.watchfloor("--size", "80x24", "--keys", "1geX<C-s>zZwnoted<Enter>")
        let before = try home.watchfloor("export").output
        let checked = try home.watchfloor("doctor")
        #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
        let rebuilt = try home.watchfloor("doctor", "--rebuild")
        #expect(rebuilt.code == 0, "\(rebuilt.output)\(rebuilt.errors)")
        #expect(try home.watchfloor("export").output == before)
    }

    @Test func hostileTextIsShownSafeAndKeptAsItCame() throws {
        let home = try Home()
        let hostile = "\\e[2J\\x9b31m\\u202Eevil\\u200B\\u0300\\u0301\\u0302\\u0303"
        let dossier = """
            watchfloor: 1
            situation:
              id: hostile
              title: "Title \(hostile)"
              headline: "Headline \(hostile)"
            actors:
              - id: mallory
                name: "Mallory \(hostile)"
                kind: person
            """
        let file = try home.write(dossier, to: "hostile.yaml")
        let db = home.path + "/hostile.sqlite"
        let taken = try home.watchfloor("import", file, "--db", db)
        #expect(taken.code == 0, "\(taken.errors)")
        for arguments in [["--size", "100x30"], ["sitrep", "--db"], ["log", "--db"]] {
            let result =
                arguments[0] == "--size"
                ? try home.watchfloor("--db", db, "--size", "100x30", "--keys", "1<Enter>")
                : try home.watchfloor(arguments[0], "--db", db)
            let forbidden = result.output.unicodeScalars.filter { scalar in
                (scalar.value < 32 && scalar != "\n") || (127...159).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value) || scalar.value == 0x200B
            }
            #expect(forbidden.isEmpty, "\(arguments[0]) let through \(forbidden)")
            #expect(result.output.contains(arguments[0] == "log" ? "imported" : "Title"), "\(arguments)")
        }
        let kept = try home.watchfloor("export", "--db", db)
        let other = home.path + "/again.sqlite"
        _ = try home.watchfloor("import", "-", "--db", other, input: kept.output)
        #expect(try home.watchfloor("export", "--db", other).output == kept.output)
    }

    @Test func aMistakeInTheConfigurationIsNamedAndKeepsNothingFromOpening() throws {
        let home = try Home()
        _ = try home.write("mouse = true\n[keys]\nmoove-down = \"j\"\n", to: ".config/watchfloor/config.toml")
        let result = try home.watchfloor("--size", "80x24")
        #expect(result.code == 0)
        #expect(result.errors.contains("config.toml:3:"))
        #expect(result.errors.contains("move-down"))
        #expect(result.output.contains("Escalation"))
    }

    @Test func keysCanBeBoundAnew() throws {
        let home = try Home()
        _ = try home.write("[keys]\n\"pane wire\" = \"<F5>\"\n", to: ".config/watchfloor/config.toml")
        let result = try home.watchfloor("--size", "60x16", "--keys", "<F5>")
        #expect(result.output.contains("Wire"))
        #expect(try home.watchfloor("keys").output.contains("F5"))
    }
}
