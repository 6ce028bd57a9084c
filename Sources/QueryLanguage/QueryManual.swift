/// How to write queries, made from the tables that read them.
package enum QueryManual {
    /// A query with what it asks for.
    package struct Example: Hashable, Sendable {
        package let query: String
        package let meaning: String
    }

    package static let examples = [
        Example(
            query: "speaker:\"Kim Jong Un\" about:ukraine said>=2024-10-01 kind:direct nuclear",
            meaning: "Kim Jong Un’s own words on Ukraine since October, with a word that begins with “nuclear”"),
        Example(
            query:
                "event:mobilize source:north-korea target:russia mode:actual amount>=1000 grade<=B2 families>=2 in:30d",
            meaning:
                "what two independent publishers tell, B2 or better, of large mobilizations within the last 30 days"),
        Example(
            query: "(threaten or assault) -mode:denied place:\"far east\" /artill(ery|erie)/",
            meaning: "threats or assaults in the far east, not denied, with either spelling of artillery"),
        Example(query: "is:document language:ko since:yesterday", meaning: "Korean texts that came in since yesterday"),
        Example(query: "alignment:hostile trend:rising", meaning: "hostile actors whose part is growing"),
        Example(query: "state:(announced or under-way)", meaning: "rungs that have been announced or are under way"),
        Example(query: "=\"far east\" -training", meaning: "just these two words, and no training"),
    ]

    /// How things other than fields are written, and what they ask for.
    private static let syntax = [
        ("troops", "a word that begins so; case and accents make no difference"),
        ("artill*", "the same, said outright"),
        ("\"far east\"", "these words one behind the other; the last may go on"),
        ("=troop, =\"far east\"", "the same, but the last word ends there"),
        ("/artill(ery|erie)/", "a pattern, within one text; see below"),
        ("troops training", "both; “and” may stand between them"),
        ("troops or weapons", "either; binds less than what stands side by side"),
        ("-training, not training", "not that"),
        ("(threaten or assault) seoul", "parentheses group"),
        (
            "mode:actual, place:\"far east\"",
            "a field fits a value: has the words, is the actor or belongs to it, lies in the time"
        ),
        ("source=russia", "a field is just that value"),
        ("amount>=1000, said<2024-10", "a number, date or grade compared with <, <=, > or >="),
        ("mode:(planned or actual)", "any of several values"),
    ]

    private static let notes = [
        (
            "Dates",
            """
            2024-10-18, 2024-10, 2024, 2024-10-14/2024-10-20 and 2024-10-18T14:05:00Z, in UTC; or reckoned back from now: \
            12h, 30d, 2w, 6m, 1y, and \(QueryDate.Name.allCases.map(\.rawValue).joined(separator: ", ")). Weeks begin on \
            Monday. A record whose date is known roughly only answers when all of that date does: “October 2024” lies \
            in 2024 and after September, but neither before nor after 2024-10-18. In the last 30 days (in:30d) lies what \
            began within them.
            """
        ),
        (
            "Actors",
            """
            An actor is meant by its identifier, name or alias. Where nobody is called just so, everybody is in whose names \
            the words stand: speaker:putin. With “:” those who belong to the actor are meant as well, and those who belong \
            to them; with “=” the actor alone.
            """
        ),
        (
            "Grades",
            """
            grade<=B2 asks for a reliability of B or better and a credibility of 2 or better, both of one account; \
            grade>=B2 for what is on both axes as bad or worse; grade:B2 for just that. F and 6 cannot be judged, which is \
            neither better nor worse: only grade:F6 and the like find them. families>=2 counts the publishers of the \
            documents that the accounts of an event, or the parts of a quote, stand in; two feeds of one publisher are one.
            """
        ),
        (
            "Patterns",
            """
            Letters stand for themselves, . for any character, [a-z] and [^a-z] for those in it or not in it, \\d \\w \\s for \
            digits, word characters and spaces, \\D \\W \\S for all others, \\b for the edge of a word, ^ and $ for the ends \
            of a line; ( | ) group and choose, * + ? {2} {2,} {2,5} repeat. \\/ is a slash. At most \
            \(Pattern.lengthLimit) characters. Patterns are looked for in the texts themselves, and so are fields of \
            which no index is kept: a search that has looked at many records in vain says how far it has come.
            """
        ),
        (
            "Limits",
            """
            A query has at most \(QueryLimits.length) characters and asks for at most \(QueryLimits.terms) things, in \
            groups at most \(QueryLimits.depth) deep. A record has no field that is not of its kind: mode:denied finds \
            events only, and -mode:denied all that are not denied events.
            """
        ),
    ]

    // MARK: - As Markdown

    /// The whole manual, for the README or a page of its own.
    package static let markdown: String = {
        let written = syntax.map { "| \(code($0.0)) | \($0.1) |\n" }.joined()
        let fields = FieldTable.fields.map { field in
            let names = ([field.name] + field.aliases).map(code).joined(separator: ", ")
            return
                "| \(names) | \(field.kindsInWords) | \(field.help)\(values(of: field)) | \(code(field.example)) |\n"
        }.joined()
        let shorthands = FieldTable.shorthands.map {
            "| \(code($0.name)) | \(FieldTable.field($0.field)?.kindsInWords ?? "") | \($0.help). | \(code($0.example)) |\n"
        }.joined()
        let exampleLines = examples.map { "    \($0.query)\n\n: \($0.meaning)\n" }.joined(separator: "\n")
        return """
            ## Queries

            \(exampleLines)
            ### What can be written

            | Written | Asks for |
            |---|---|
            \(written)
            ### Fields

            | Field | Of | What it is | Example |
            |---|---|---|---|
            \(fields)\(shorthands)
            \(notes.map { "### \($0.0)\n\n\($0.1)\n" }.joined(separator: "\n"))
            """
    }()

    /// As code in a table, whose cells a bar parts.
    private static func code(_ text: String) -> String {
        "`\(text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"))`"
    }

    private static func values(of field: QueryField) -> String {
        guard case .terms(let terms) = field.type else { return "" }
        return " One of: \(terms.map(\.name).joined(separator: ", "))."
    }

    // MARK: - As plain text

    /// The same for a terminal, in lines of at most 100 characters but for long examples.
    package static let plainText: String = {
        func table(_ rows: [(String, String)]) -> String {
            let width = rows.map(\.0.count).max() ?? 0
            return rows.map { row in
                let lines = wrapped(row.1, to: 96 - width)
                let first = row.0 + String(repeating: " ", count: width - row.0.count)
                let indent = String(repeating: " ", count: width + 4)
                return "  \(first)  \(lines.joined(separator: "\n" + indent))\n"
            }.joined()
        }
        let fields =
            FieldTable.fields.map { field in
                (
                    ([field.name] + field.aliases).joined(separator: ", "),
                    "\(field.help)\(values(of: field)) \(field.example)"
                )
            } + FieldTable.shorthands.map { ($0.name, "\($0.help). \($0.example)") }
        let exampleLines = examples.map { example in
            "  \(example.query)\n" + wrapped(example.meaning, to: 92).map { "      \($0)\n" }.joined()
        }.joined()
        let noteLines = notes.map { "\($0.0)\n" + wrapped($0.1, to: 96).map { "  \($0)\n" }.joined() }
        return
            (["Examples\n" + exampleLines, "What can be written\n" + table(syntax), "Fields\n" + table(fields)]
            + noteLines)
            .joined(separator: "\n")
    }()

    private static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            if let line = lines.last, !line.isEmpty, line.count + word.count >= width { lines.append("") }
            let isFirst = lines[lines.count - 1].isEmpty
            lines[lines.count - 1] += (isFirst ? "" : " ") + word
        }
        return lines
    }
}

extension QueryField {
    /// The kinds of records that have it, for people.
    fileprivate var kindsInWords: String {
        kinds.count == QueryKind.allCases.count ? "everything" : kinds.map { "\($0.rawValue)s" }.joined(separator: ", ")
    }
}
