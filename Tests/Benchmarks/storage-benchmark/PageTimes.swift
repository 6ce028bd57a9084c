import QueryLanguage
import SituationModel
import Storage

/// How long pages take, in every part of every list, live and as of a moment, with and without a query.
struct PageTimes {
    let archive: Archive
    let situation: SituationID
    /// A moment halfway through the situation.
    let middle: Instant

    private static let limit = 120

    func print() throws {
        try printTimes("outline") { _ = try archive.outline(of: situation) }
        try printTimes("tally, new reader") { _ = try archive.tally(of: situation, reader: "nobody yet") }
        try printTimes("tally, as of the middle") { _ = try archive.tally(of: situation, asOf: middle) }
        for list in ["documents", "quotes", "events", "log"] {
            for asOf in [nil, middle, Instant(milliseconds: 0)] {
                for text in [
                    "", "troops", "tro", "t", "troops sanctions", "-troops", "\"troops sanctions\"", "kakakaka",
                    "actor:actor-7", "kind:direct troops", "-mode:actual", "event:aid actor:actor-7 -troops",
                    "event:assault",
                    "amount>=1000", "until:2020-03-01", "grade<=B2", "/ka{9}/",
                ] {
                    try printPages(list, asOf, text)
                }
            }
        }
        try printTimes("concerning an actor") { _ = try archive.concerning("actor-7", of: situation) }
        try printTimes("concerning an actor, as of the middle") {
            _ = try archive.concerning("actor-7", of: situation, asOf: middle)
        }
        try printTimes("findings in a document") { _ = try archive.findings(in: "document-77", of: situation) }
    }

    private func printPages(_ list: String, _ asOf: Instant?, _ text: String) throws {
        let time = asOf.map { $0 == middle ? "as of the middle" : "as of long ago" } ?? "live"
        let name = "\(list), \(time)\(text.isEmpty ? "" : ", ‘\(text)’")"
        var request = PageRequest(
            situation: situation, asOf: asOf, reader: "nobody yet", query: Query(text), limit: Self.limit)
        func page() throws -> (count: Int, key: PageKey?) {
            switch list {
            case "documents":
                let page = try archive.documents(request)
                return (page.rows.count, page.keys.last)
            case "quotes":
                let page = try archive.quotes(request)
                return (page.rows.count, page.keys.last)
            case "events":
                let page = try archive.events(request)
                return (page.rows.count, page.keys.last)
            default:
                let page = try archive.log(request)
                return (page.rows.count, page.keys.last)
            }
        }
        var line: [String] = []
        for (place, position) in [("newest", PageRequest.Position.newest), ("oldest", .oldest)] {
            request.position = position
            line.append("\(place) \(try milliseconds { _ = try page() }) (\(try page().count))")
        }
        // Halfway along: the key of a row that lies there.
        var probe = PageRequest(situation: situation, asOf: asOf, position: .oldest, limit: 1)
        probe.position = .around(.document(DocumentID("document-\(rowsPerList / 4)")))
        if let key = try archive.documents(probe).keys.first {
            request.position = .before(key)
            line.append("middle, older \(try milliseconds { _ = try page() }) (\(try page().count))")
            request.position = .after(key)
            line.append("newer \(try milliseconds { _ = try page() }) (\(try page().count))")
        }
        Swift.print("\(name): " + line.joined(separator: ", "))
    }

    private func printTimes(_ name: String, _ work: () throws -> Void) throws {
        Swift.print("\(name): \(try milliseconds(work))")
    }

    /// The median of several runs.
    private func milliseconds(_ work: () throws -> Void) throws -> String {
        let clock = ContinuousClock()
        let times = try (0..<5).map { _ in seconds(try clock.measure { try work() }) * 1000 }.sorted()
        return rounded(times[2], 2) + " ms"
    }
}
