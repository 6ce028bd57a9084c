import Exchange
import SituationModel
import Testing

/// A dossier with a mistake is refused with its place, what was found, what was expected, and the nearest right name.
struct DossierProblemTests {
    private static let right = """
        watchfloor: 1
        situation: {id: harbour, title: The harbour}
        sources:
          - {id: wire, name: Wire, family: wire}
        documents:
          - id: report
            source: wire
            title: Norland closes it
            received: 2031-03-02T08:00:00Z
            text: >-
              Norland closed the harbour. About 300 sailors
              are held in the harbour.
        actors:
          - id: norland
            name: Norland
            kind: state
            alignment: hostile
            evidence: {document: report, exact: "300 sailors"}
        ladders:
          - id: closure
            title: Closure
            actors: [norland]
            rungs:
              - {id: closed, title: closed}

        """

    /// A judgement and a matrix, from line 19 on.
    private static let judging = """
        judgements:
          - id: one
            rung: closure/closed
            analyst: kim
            likelihood: likely
            confidence: low
            until: 2031-06-30T00:00:00Z
            made: 2031-03-02T09:00:00Z
        hypotheses:
          - id: why
            question: Why?
            hypotheses: [{id: war, title: war}]
            items: [{id: e1, summary: sailors}]
            ratings: [{analyst: kim, item: e1, hypothesis: war, consistency: CC}]

        """

    /// What is put in place of what, and the beginning of the one complaint that follows.
    @Test(arguments: [
        // Names of keys, and what stands under them.
        ("alignment:", "alignmnet:", "17:5: an actor has no “alignmnet”; expected id,"),
        ("kind: state", "kind: sate", "16:11: “sate” as “kind”; expected state, government,"),
        ("    name: Norland\n", "", "14:5: an actor without “name”; expected one"),
        ("title: Closure", "title: [a, b]", "21:12: a list as “title”; expected a text"),
        ("title: Closure", "title: ~", "20:5: a ladder without “title”"),
        ("{id: closed, title: closed}", "closed", "24:9: “closed” where a rung must stand"),
        ("2031-03-02T08:00:00Z", "2 March 2031", "9:15: “2 March 2031” as “received”; expected a moment such as"),
        (
            "    text: >-", "    published: 2031-13\n    text: >-",
            "10:16: “2031-13” as “published”; expected a date such"
        ),
        ("family: wire", "reliability: G", "4:41: “G” as “reliability”; expected A, B, C, D, E or F"),
        ("title: The harbour", "title: T, tlp: PINK", "2:41: “PINK” as “tlp”; expected CLEAR, GREEN,"),
        ("title: closed", "title: t, moves: [{state: reached}]", "24:40: a move without “by”"),
        // Names of records.
        ("id: norland", "id: Norland!", "14:9: “Norland!” as “id”; expected 1 to 96 lower-case letters"),
        ("source: wire", "source: wier", "7:13: no source is named “wier”; expected wire"),
        ("actors: [norland]", "actors: [sudland]", "22:14: no actor is named “sudland”; expected norland"),
        ("kind: state", "kind: state\n    affiliation: x", "17:18: no actor is named “x”"),
        ("document: report", "document: reprot", "18:26: no document is named “reprot”; expected report"),
        ("ladders:", "  - {id: norland, name: N, kind: state}\nladders:", "19:10: a second actor named “norland”;"),
        (
            "{id: closed, title: closed}", "{id: a, title: a}\n      - {id: a, title: b}",
            "25:14: a second rung named “a”"
        ),
        // What analysts hold.
        (
            "ladders:", judging.replacing("likely", with: "probablish") + "ladders:",
            "23:17: “probablish” is no likelihood: expected a word such as “almost no chance”"
        ),
        (
            "ladders:", judging.replacing("likely", with: "100%") + "ladders:",
            "23:17: “100%”: a likelihood is more than"
        ),
        (
            "ladders:", judging.replacing("low", with: "sure") + "ladders:",
            "24:17: “sure” as “confidence”; expected low,"
        ),
        (
            "ladders:", judging.replacing("closure/closed", with: "closure/open") + "ladders:",
            "21:11: no rung is named “closure/open”; expected closure/closed"
        ),
        (
            "ladders:", judging.replacing("    made: 2031-03-02T09:00:00Z\n", with: "") + "ladders:",
            "20:5: a judgement without “made”; expected one"
        ),
        (
            "ladders:", judging.replacing("item: e1", with: "item: e2") + "ladders:",
            "32:36: no item is named “e2”; expected e1"
        ),
        (
            "ladders:", judging.replacing("hypothesis: war", with: "hypothesis: peace") + "ladders:",
            "32:52: no hypothesis is named “peace”; expected war"
        ),
        (
            "ladders:", judging.replacing("consistency: CC", with: "consistency: XX") + "ladders:",
            "32:70: “XX” as “consistency”; expected II, I, N, C or CC"
        ),
        // Anchors.
        ("\"300 sailors\"", "\"400 sailors\"", "18:41: “400 sailors” does not stand in the document “report”"),
        (
            "\"300 sailors\"", "\"300  sailors\"",
            "18:41: “300  sailors” does not stand in the document “report”; it does with"
        ),
        ("\"300 sailors\"", "the harbour, occurrence: 3", "18:41: “the harbour” stands 2 times in the document"),
        ("\"300 sailors\"", "\"\"", "18:41: no words to look for"),
        // YAML.
        ("title: Norland closes it", "title: Norland: closed", "8:19: a “:” that cannot begin a value here"),
        ("title: Norland closes it", "title: *it", "8:12: a text begins with “*”, which is an alias"),
        ("title: Norland closes it", "title: &it it", "8:12: a text begins with “&”, which names an anchor"),
        ("title: Norland closes it", "title: @it", "8:12: a character that cannot begin a text"),
        ("title: Norland closes it", "title: !!binary aGk=", "8:12: a tag; expected the text without “!”"),
        ("title: Norland closes it", "title: \"a\u{1B}b\"", "8:14: the character U+001B stands raw; expected \"\\e\""),
        ("    title: Norland", "\ttitle: Norland", "8:1: a tab at the beginning of a line; expected spaces"),
        ("actors:\n", "sources:\n", "3:1: the key “sources” stands more than once in one mapping"),
        // The whole.
        ("watchfloor: 1\n", "", "1:1: no version of the format; expected “watchfloor: 1”"),
        ("watchfloor: 1", "watchfloor: 2", "1:13: “2” as the version of the format; expected “watchfloor: 1”"),
        ("situation: {id: harbour, title: The harbour}\n", "", "1:1: a dossier without “situation”"),
        ("title: The harbour", "headline: H", "2:12: a situation without “title”"),
        ("ladders:", "leaders: []\nladders:", "19:1: a dossier has no “leaders”; expected watchfloor,"),
        (
            "ladders:", "couplings:\n  - {id: c, from: closure/closd, effect: raises, to: closure/closed}\nladders:",
            "20:19: no rung is named “closure/closd”; expected closure/closed"
        ),
    ])
    func everyMistakeIsNamedWithItsPlace(from right: String, to wrong: String, complaint: String) throws {
        let text = Self.right.replacing(right, with: wrong)
        try #require(text != Self.right)
        let problems = problems(in: text)
        #expect(problems.count == 1, "\(problems)")
        let expected = "harbour.yaml:\(complaint)"
        #expect(problems.first?.hasPrefix(expected) == true, "\(problems.first ?? "nothing"), not \(expected)")
    }

    @Test func theFileWithoutMistakesIsRight() throws {
        #expect(try Dossier.read(Self.right, file: "harbour.yaml").items.count == 5)
    }

    @Test func everyProblemIsTold() throws {
        let text = Self.right.replacing("source: wire", with: "source: wier").replacing(
            "kind: state", with: "kind: sate"
        )
        .replacing("alignment: hostile", with: "alignmnet: hostile").replacing("[norland]", with: "[sudland]")
        let problems = problems(in: text)
        #expect(
            problems.map { $0.prefix(while: { $0 != " " }) } == [
                "harbour.yaml:7:13:", "harbour.yaml:16:11:", "harbour.yaml:17:5:", "harbour.yaml:22:14:",
            ])
        #expect(problems[1].hasSuffix("did you mean “state”?"))
        #expect(problems[2].hasSuffix("did you mean “alignment”?"))
    }

    @Test func wordsThatStandInAnotherDocumentAreFoundThere() throws {
        let other =
            "  - {id: other, source: wire, title: O, received: 2031-03-02T09:00:00Z, text: four hundred sailors}\nactors:"
        let text = Self.right.replacing("actors:\n  - id", with: other + "\n  - id")
            .replacing("300 sailors\"", with: "four hundred\"")
        #expect(problems(in: text).first?.hasSuffix("; it stands in “other”") == true)
    }

    @Test func messagesCarryNothingThatATerminalObeys() throws {
        let text = Self.right.replacing("kind: state", with: "kind: \"\\e]0;owned\\a\\x9b\\u202E\"")
        let problem = try #require(problems(in: text).first)
        #expect(problem.contains("“\\e]0;owned\\a\\x9B\\u202E”"))
        #expect(problem.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }

    @Test(arguments: [
        "", "# nothing\n", "- a\n- b\n", "<html></html>\n", "\u{0}", "watchfloor: 1\n---\nwatchfloor: 1\n",
    ])
    func whatIsNoDossierIsRefused(text: String) throws {
        #expect(problems(in: text).count == 1)
    }

    // MARK: Files made to do harm

    /// A billion texts by aliases of aliases, as a value and as a key, which a parser looks at at once.
    @Test(arguments: ["", "? *j\n: x\n", "{*j : x}\n"])
    func textsThatMultiplyAreRefused(end: String) throws {
        var text = "watchfloor: 1\na: &a [x, x, x, x, x, x, x, x, x]\n"
        for (letter, before) in zip("bcdefghij", "abcdefghi") {
            text += "\(letter): &\(letter) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(!problems(in: text + end).isEmpty)
    }

    @Test(arguments: [
        "notes: " + String(repeating: "[", count: 100_000),
        "notes:\n  " + String(repeating: "- ", count: 100_000) + "x\n",
        String(repeating: "? ", count: 100_000), "notes: " + String(repeating: "{a: ", count: 500),
        "notes: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
    ])
    func depthsAreRefused(text: String) throws {
        #expect(problems(in: "watchfloor: 1\nsituation: {id: s, title: T}\n" + text).count == 1)
    }

    @Test func aFileTooLargeIsRefused() throws {
        let text = Self.right + "# " + String(repeating: "0123456789abcdef", count: 1 << 20)
        #expect(problems(in: text).first?.contains("expected at most 16 MB") == true)
    }

    @Test func marksInsideTextsAreHarmless() throws {
        let text = Self.right.replacing("Norland closes it", with: "AT&T *and* what? \"quoted\"")
            .replacing("title: Closure", with: "title: ?why\n    subject: \"*a\"")
        let dossier = try Dossier.read(text, file: "harbour.yaml")
        let situation = folded(dossier.items, into: dossier.id)
        #expect(situation.documents["report"]?.title == "AT&T *and* what? \"quoted\"")
        #expect(situation.ladders["closure"]?.title == "?why")
        #expect(situation.ladders["closure"]?.subject == "*a")
    }

    private func problems(in text: String) -> [String] {
        do {
            _ = try Dossier.read(text, file: "harbour.yaml")
            return []
        } catch {
            #expect(error.description == error.problems.map(\.description).joined(separator: "\n"))
            return error.problems.map(\.description)
        }
    }
}
