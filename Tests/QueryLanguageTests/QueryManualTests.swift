import QueryLanguage
import Testing

/// The table of fields holds together, and the manual that is made from it says what is so.
@Suite struct QueryManualTests {
    @Test func everyExampleIsAQuery() throws {
        for example in QueryManual.examples.map(\.query) + FieldTable.fields.map(\.example)
            + FieldTable.shorthands.map(\.example)
        {
            let query = try Query.parse(example)
            #expect(try Query.parse(query.description) == query)
        }
    }

    @Test func everyExampleIsOfItsField() throws {
        for field in FieldTable.fields {
            guard case .field(let condition) = try Query.parse(field.example) else {
                Issue.record("\(field.example) is no condition")
                continue
            }
            #expect(condition.field == field.name)
        }
    }

    @Test func namesAreUniqueAndCanBeWritten() {
        #expect(Set(FieldTable.names).count == FieldTable.names.count)
        for name in FieldTable.names {
            #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(name)")
        }
        // Tags are told apart by the letters of the name.
        let letters = FieldTable.fields.map { $0.name.filter(\.isLetter) }
        #expect(Set(letters).count == letters.count)
    }

    @Test func theManualNamesEveryFieldAndFitsATerminal() {
        for name in FieldTable.names {
            #expect(QueryManual.markdown.contains("`\(name)`"), "\(name)")
            #expect(QueryManual.plainText.contains(name), "\(name)")
        }
        for line in QueryManual.plainText.split(separator: "\n") where !line.contains("event:mobilize source") {
            #expect(line.count <= 100, "\(line)")
        }
    }
}
