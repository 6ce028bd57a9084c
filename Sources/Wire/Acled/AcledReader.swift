import SituationModel

/// Reads an ACLED file in pieces as they come, and hands on its rows in batches, in the file's order.
///
/// Columns are found by the header's names: the layout of 31 columns since March 2023, and those before it that have an
/// event's number, date, kinds, actors, country and notes. Rows that cannot be used are named with their line.
package struct AcledReader: RowReader {
    package private(set) var warnings = Warnings()

    private var records: CommaSeparated
    private let recordLimit: Int
    private let batchSize: Int
    private var columns: AcledColumns?
    private var batch: [AcledEvent] = []
    private var batchStart = 0

    /// `recordLimit` is the longest record in bytes, `batch` how many rows are handed on at once.
    package init(recordLimit: Int = IntakeLimits().lineBytes, batch: Int = IntakeLimits().rows) {
        records = CommaSeparated(limit: recordLimit)
        self.recordLimit = recordLimit
        batchSize = max(1, batch)
    }

    /// Takes the next piece; shows each full batch, and the line on which it began. Throws `AcledRefusal` for a header
    /// that is none of ACLED's, and what `show` throws.
    package mutating func append(
        _ piece: UnsafeBufferPointer<UInt8>, _ show: ([AcledEvent], Int) throws -> Void
    ) throws {
        // Apart from the rest while records are shown, so that the rest can be changed meanwhile.
        var records = records
        self.records = CommaSeparated(limit: recordLimit)
        defer { self.records = records }
        try records.append(piece) { try take($0, show) }
    }

    /// Shows what is left.
    package mutating func finish(_ show: ([AcledEvent], Int) throws -> Void) throws {
        var records = records
        try records.finish { try take($0, show) }
        if !batch.isEmpty { try show(batch, batchStart) }
        batch = []
    }

    private mutating func take(
        _ record: CommaSeparated.Record, _ show: ([AcledEvent], Int) throws -> Void
    ) throws {
        guard let columns else {
            let header = try AcledColumns(header: record.fields.map { TextDecoding.decode($0).text })
            if header.isOlder {
                warnings.add("line 1: a layout from before March 2023; what it does not have is left empty")
            }
            columns = header
            return
        }
        guard record.fields.count == columns.count else {
            let why = record.fault.map { ", \($0)" } ?? ""
            warnings.add(
                "line \(record.line): \(record.fields.count) fields instead of \(columns.count)\(why); left out")
            return
        }
        do throws(AcledRefusal) {
            if let fault = record.fault { warnings.add("line \(record.line): \(fault)") }
            let row = AcledRow(record.fields, columns)
            let event = try row.event()
            if batch.isEmpty { batchStart = record.line }
            batch.append(event)
        } catch {
            warnings.add("line \(record.line): \(error); left out")
            return
        }
        guard batch.count >= batchSize else { return }
        let full = batch
        batch = []
        try show(full, batchStart)
    }
}

/// One record, its fields by name.
private struct AcledRow {
    private let fields: [[UInt8]]
    private let columns: AcledColumns

    init(_ fields: [[UInt8]], _ columns: AcledColumns) {
        (self.fields, self.columns) = (fields, columns)
    }

    /// The trimmed text of a field; `nil` where it is empty or there is no such column.
    private func text(_ name: String) -> String? {
        guard let place = columns[name] else { return nil }
        let text = TextDecoding.decode(fields[place]).text
        let bare = text.drop { $0.isWhitespace }
        guard let end = bare.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(bare[...end])
    }

    private func list(_ name: String) -> [String] {
        (text(name) ?? "").split(separator: ";").map { part in
            String(part.drop { $0 == " " })
        }.filter { !$0.isEmpty }
    }

    func event() throws(AcledRefusal) -> AcledEvent {
        guard let id = text("event_id_cnty") ?? text("data_id") ?? text("event_id_no_cnty") else {
            throw AcledRefusal(description: "it has no number")
        }
        guard let date = text("event_date"), let day = AcledDay.read(date) else {
            throw AcledRefusal(
                description: "the date “\((text("event_date") ?? "").prefix(40))” has none of ACLED's three forms")
        }
        return AcledEvent(
            id: id, day: day, dayPrecision: text("time_precision").flatMap { Int($0) }, disorder: text("disorder_type"),
            kind: text("event_type") ?? "", subkind: text("sub_event_type") ?? "",
            first: side("actor1", "assoc_actor_1", "inter1"), second: side("actor2", "assoc_actor_2", "inter2"),
            isAgainstCivilians: columns["civilian_targeting"].map { _ in text("civilian_targeting") != nil },
            countryNumber: text("iso").flatMap { Int($0) }, region: text("region"), country: text("country") ?? "",
            divisions: ["admin1", "admin2", "admin3"].compactMap(text), place: text("location"),
            latitude: text("latitude").flatMap { Double($0) }, longitude: text("longitude").flatMap { Double($0) },
            placePrecision: text("geo_precision").flatMap { Int($0) }, sources: list("source"),
            sourceScale: text("source_scale"), notes: text("notes") ?? "",
            fatalities: text("fatalities").flatMap { Int($0) }, tags: list("tags"),
            changed: text("timestamp").flatMap { Int64($0) }.flatMap { seconds in
                (0..<100_000_000_000).contains(seconds) ? Instant(milliseconds: seconds * 1_000) : nil
            })
    }

    private func side(_ name: String, _ associates: String, _ kind: String) -> AcledEvent.Side? {
        guard let actor = text(name) else { return nil }
        let words = text(kind)
        return AcledEvent.Side(
            name: actor, associates: list(associates),
            kind: words.flatMap { AcledEvent.actorKinds[$0] ?? ($0 == "0" ? nil : $0) })
    }
}
