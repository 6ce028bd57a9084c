import GRDB
import QueryLanguage
import SituationModel
import Synchronization
import Testing

@testable import Storage

/// How SQLite says that it will go about the pages: along an index, from the place asked for, without sorting.
@Suite struct PlanTests {
    private func plan(
        _ database: Database, _ sql: String, _ arguments: StatementArguments? = nil
    ) throws -> [String] {
        let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
        // A plan does not depend on what is bound.
        statement.setUncheckedArguments(arguments ?? [])
        return try Row.fetchAll(statement).map { $0["detail"] }
    }

    /// A look into a virtual table is called a scan whatever it is; what follows `INDEX` says what it goes by: `M` for the
    /// words, `<` and `>` for the range of rows.
    private func expectNoScan(_ plan: [String], _ context: String, sorting: Bool = false) {
        for step in plan {
            let isFullText = step.contains("VIRTUAL TABLE INDEX") && step.contains(":M") && step.contains("><")
            let isList = step.contains("json_each VIRTUAL TABLE")
            // No table at all.
            let isConstant = step == "SCAN CONSTANT ROW"
            #expect(!step.hasPrefix("SCAN") || isFullText || isList || isConstant, "\(context): \(step)")
            // Good for counting only: of a record's forms, it would look through all that were known by then.
            let isByMoment = ["From (", "Until ("].contains { step.contains($0) }
            #expect(!isByMoment || step.contains("COVERING INDEX"), "\(context): \(step)")
            #expect(sorting || !step.contains("TEMP B-TREE"), "\(context): \(step)")
        }
    }

    @Test(arguments: RecordList.allCases)
    func pagesOfRecords(list: RecordList) throws {
        let archive = try Archive.temporary()
        try archive.append([Sample.draft(.add(record: .document(Sample.document(1))))], at: Sample.now)
        try archive.read("test") { journal in
            for asOf in [nil, Sample.now] {
                for query in ["", "troops", "-troops"] {
                    let search = try SearchExpression(Query(query), of: list, journal.database)
                    let reader = ListReader(journal: journal, list: list, asOf: asOf, search: search)
                    for direction in [ListReader.Direction.older, .newer] {
                        let (sql, arguments) = reader.statement(direction, Place.range(of: journal.number), 10)
                        expectNoScan(
                            try plan(journal.database, sql, arguments),
                            "\(list), as of \(String(describing: asOf)), ‘\(query)’")
                    }
                }
            }
        }
    }

    @Test func pagesOfTheLog() throws {
        let archive = try Archive.temporary()
        try archive.append([Sample.draft(.note(text: "x", about: nil))], at: Sample.now)
        try archive.read("test") { journal in
            for query in ["", "troops", "-troops"] {
                let search = try SearchExpression(ofLog: Query(query), journal.database)
                let reader = LogReader(journal: journal, asOf: Sample.now, search: search)
                let (sql, arguments) = reader.statement(.older, Place.range(of: journal.number), 10)
                expectNoScan(try plan(journal.database, sql, arguments), "log, ‘\(query)’")
            }
        }
    }

    /// Every statement that reading and writing prepare, gathered as SQLite is given them.
    @Test func noOtherStatementGoesThroughAWholeTable() throws {
        let statements = Statements()
        let archive = try Archive.temporary()
        try archive.database.write { database in
            database.trace { event in statements.note("\(event)") }
        }
        try archive.append(
            [
                Sample.draft(.add(record: .header(Header(id: "test", title: "Test")))),
                Sample.draft(.add(record: .document(Sample.document(1)))), Sample.draft(.note(text: "x", about: nil)),
            ], batch: "import", at: Sample.now)
        let made = try archive.append([Sample.draft(.remove(key: .document("document-1")))], at: Sample.now)
        try archive.append([Sample.draft(.undo(entry: made[0].id))], at: Sample.now)
        try archive.markSeen([.document("document-1")], of: "test", reader: "ada")
        for asOf in [nil, Sample.now] {
            _ = try archive.outline(of: "test", asOf: asOf)
            _ = try archive.tally(of: "test", asOf: asOf, reader: "ada")
            _ = try archive.record(.document("document-1"), of: "test", asOf: asOf)
            _ = try archive.record(.actor("nis"), of: "test", asOf: asOf)
            _ = try archive.history(of: .document("document-1"), in: "test", asOf: asOf)
            _ = try archive.findings(in: "document-1", of: "test", asOf: asOf, reader: "ada")
            _ = try archive.heads(of: ["document-1"], in: "test", asOf: asOf)
            _ = try archive.moment(before: asOf, of: "test")
        }
        _ = try archive.moment(after: Sample.now, of: "test")
        _ = try archive.entries(by: Sample.ada, of: "test")
        _ = try archive.changeToken()
        try archive.markAllSeen(of: "test", reader: "ada")
        let gathered = statements.all
        #expect(gathered.count > 40)
        try archive.read { database in
            for statement in gathered where statement.hasPrefix("SELECT") || statement.hasPrefix("DELETE") {
                // What is read whole may be sorted.
                expectNoScan(try plan(database, statement), statement, sorting: statement.contains("FROM standing"))
            }
        }
    }

    /// Statements as they were run, their arguments filled in.
    private final class Statements: Sendable {
        private let texts = Mutex<Set<String>>([])

        func note(_ text: String) { texts.withLock { _ = $0.insert(text) } }
        var all: [String] { texts.withLock { $0.sorted() } }
    }
}
