import QueryLanguage
import TestSupport
import Testing

/// What is wrong with a query is told with its column and what was expected; nothing that is typed does harm.
@Suite struct QueryErrorTests {
    @Test(arguments: [
        ("troops moed:actual", 8, "did you mean mode?"), ("mode:actuall", 6, "did you mean actual?"),
        ("mode:zzzzzz", 6, "expected one of: actual, planned"), ("amount>=many", 9, "expected a number"),
        ("grade<=G9", 8, "a grade such as B2"), ("said>=tuesday", 7, "2024-10-18"), ("said:2024-13", 6, "2024-10-18"),
        ("mode>actual", 5, "expected : or ="), ("speaker:", 8, "nothing follows speaker; expected an actor"),
        ("speaker: x", 8, "expected an actor"), ("a or", 3, "nothing follows “or”"),
        ("or a", 1, "nothing follows “or”"),
        ("a and", 3, "nothing follows “and”"), ("not", 1, "nothing follows “not”"), ("(a", 1, "expected “)”"),
        ("a)", 2, "nothing was opened"), ("a \"b", 3, "expected a quotation mark"), ("/a", 1, "expected “/”"),
        ("/a(b/", 3, "lacks the “)”"), ("x /a**/", 6, "repeats a repetition"), ("mode:(actual planned)", 14, "“or”"),
        ("since>yesterday", 6, "expected :"), ("quelle:x", 1, "put it in quotation marks"),
        ("=", 1, "nothing follows “=”"),
        ("é moed:x", 3, "did you mean mode?"), ("place:…", 7, "expected words"), ("id>3 amount:x", 1, "no field"),
    ])
    func errorsNameTheColumn(text: String, column: Int, words: String) {
        do throws(QueryError) {
            let query = try Query.parse(text)
            Issue.record("\(text) was read as \(query)")
        } catch {
            #expect(error.column == column, "\(error)")
            #expect(error.description.contains(words), "\(error)")
        }
    }

    @Test func theRestOfAFaultyQueryIsStillAskedFor() {
        #expect(Query("troops mood:x mode:") == .word("troops"))
        #expect(Query("mood:\"far east\" troops") == .word("troops"))
        #expect(Query("(troops or (seoul") == .any([.word("troops"), .word("seoul")]))
    }

    @Test func aMarkStandsBelowThePlace() throws {
        let text = "troops mode:actuall"
        do throws(QueryError) { _ = try Query.parse(text) } catch {
            #expect(error.marked(in: text) == "troops mode:actuall\n            ^^^^^^^")
        }
    }

    @Test func sizeIsLimited() {
        for (text, words) in [
            (String(repeating: "a ", count: 3_000), "longer than"),
            (String(repeating: "(", count: 200) + "a", "deep"), (String(repeating: "-", count: 200) + "a", "deep"),
            (String(repeating: "not ", count: 200) + "a", "deep"),
            (String(repeating: "a ", count: 300), "more than 256"),
            ("/" + String(repeating: "a", count: 300) + "/", "longer than 200"),
            ("/((a{100}){100}){100}/", "repeats too much"),
        ] {
            #expect(throws: QueryError.self) { try Query.parse(text) }
            do throws(QueryError) { _ = try Query.parse(text) } catch {
                #expect(error.description.contains(words), "\(error)")
            }
        }
    }

    /// Whatever the text: no crash, an error within it, and a query that reads back.
    @Test(arguments: 1...20)
    func anyTextIsRead(seed: UInt64) throws {
        var sampler = QuerySampler(seed: seed)
        let pieces = [
            "(", ")", "\"", "/", "-", "=", "<", ">=", ":", " ", "or", "not ", "and ", "mode:", "said>=", "2024-10",
            "30d", "actual",
            "[", "]", "{2,", "\\", "*", "서울", "e\u{301}", "👩‍👩‍👧", "\u{0}", "\n", "speaker", "B2", "grade", "/a|b/",
            "families",
        ]
        for _ in 0..<500 {
            var text = ""
            if sampler.generator.happens(oneIn: 3) { text = sampler.query().description }
            for _ in 0..<Int.random(in: 0...12, using: &sampler.generator) {
                let piece = sampler.generator.pick(pieces)
                let place = text.index(
                    text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &sampler.generator))
                text.insert(contentsOf: piece, at: place)
            }
            let lenient = Query(text)
            #expect(try Query.parse(lenient.description) == lenient, "seed \(seed): \(text)")
            _ = QueryCompletion(of: text, at: Int.random(in: 0...text.count, using: &sampler.generator))
            do throws(QueryError) {
                #expect(try Query.parse(text) == lenient, "seed \(seed): \(text)")
            } catch {
                #expect((1...max(1, text.count)).contains(error.column), "seed \(seed): \(text): \(error)")
            }
        }
    }

    @Test(arguments: 1...20)
    func whatIsPrintedReadsBack(seed: UInt64) throws {
        var sampler = QuerySampler(seed: seed)
        for _ in 0..<200 {
            let query = sampler.query(depth: 4)
            #expect(try Query.parse(query.description) == query, "seed \(seed): \(query)")
        }
    }
}
