import QueryLanguage
import SituationModel
import Testing

/// What is proposed while a query is typed.
@Suite struct QueryCompletionTests {
    private let actors = [
        Actor(id: "north-korea", name: "North Korea", kind: .state),
        Actor(id: "kim", name: "Kim Jong Un", kind: .person),
    ]

    @Test(arguments: [
        ("mo", ["mode:"], 0..<2), ("troops fam", ["families>=", "family:"], 7..<10),
        ("mode:a", ["actual"], 5..<6), ("-mode:con", ["considered", "conditional"], 6..<9),
        ("(speaker:ki", ["kim"], 9..<11), ("speaker:\"kim jo", ["kim"], 8..<15),
        ("source:korea", ["north-korea"], 7..<12),
        ("mode:(actual or pl", ["planned"], 16..<18), ("grade<=", [], 7..<7), ("in:yes", ["yesterday"], 3..<6),
        ("said>=last-w", ["last-week"], 6..<12), ("x:y", [], 0..<3),
    ])
    func whatBeginsSoIsProposed(text: String, proposed: [String], range: Range<Int>) {
        let completion = QueryCompletion(of: text, at: text.count, actors: actors)
        #expect(completion.candidates.map(\.text) == proposed)
        #expect(completion.range == range)
    }

    @Test func anEmptyLineProposesEveryField() {
        let proposed = QueryCompletion(of: "", at: 0).candidates
        #expect(proposed.count == FieldTable.fields.count + FieldTable.shorthands.count)
        #expect(proposed.allSatisfy { !$0.help.isEmpty })
    }
}
