/// A row of one of GDELT's tables.
package protocol GdeltRow: Sendable {
    /// How many columns the table has.
    static var columns: Int { get }
    /// The row in those fields, of which there are as many as the table has columns.
    init(_ fields: inout TabbedFields) throws(GdeltRowFault)
}

/// Why a row cannot be used at all.
package struct GdeltRowFault: Error, Hashable, CustomStringConvertible {
    package var description: String
}

/// Reads a GDELT table in pieces as they come, and hands on its rows in batches, in the file's order.
///
/// Every row is handed on or named in a warning with its line. Cost: linear, one line and one batch in memory.
package struct GdeltReader<Row: GdeltRow>: RowReader {
    package private(set) var warnings = Warnings()
    /// How many rows have been handed on or are about to be.
    package private(set) var rows = 0

    private var splitter: LineSplitter
    private let batchSize: Int
    private var batch: [Row] = []
    private var batchStart = 0

    /// `lineLimit` is the longest line in bytes, `batch` how many rows are handed on at once.
    package init(lineLimit: Int = IntakeLimits().lineBytes, batch: Int = IntakeLimits().rows) {
        splitter = LineSplitter(limit: lineLimit)
        batchSize = max(1, batch)
    }

    /// Takes the next piece; shows each full batch, and the line on which it began.
    package mutating func append(
        _ piece: UnsafeBufferPointer<UInt8>, _ show: ([Row], Int) throws -> Void
    ) rethrows {
        // Apart from the rest while lines are shown, so that the rest can be changed meanwhile.
        var splitter = splitter
        self.splitter = LineSplitter(limit: splitter.limit)
        defer { self.splitter = splitter }
        var fields = TabbedFields()
        try splitter.append(piece) { try read($0, &fields, show) }
    }

    /// Shows what is left.
    package mutating func finish(_ show: ([Row], Int) throws -> Void) rethrows {
        var splitter = splitter
        var fields = TabbedFields()
        try splitter.finish { try read($0, &fields, show) }
        self.splitter = splitter
        if !batch.isEmpty { try show(batch, batchStart) }
        batch = []
    }

    private mutating func read(
        _ line: LineSplitter.Line, _ fields: inout TabbedFields, _ show: ([Row], Int) throws -> Void
    ) rethrows {
        guard !line.bytes.isEmpty else { return }
        guard !line.isCut else {
            warnings.add("line \(line.number): longer than any row; left out")
            return
        }
        fields.split(line.bytes)
        guard fields.count == Row.columns else {
            warnings.add("line \(line.number): \(fields.count) columns instead of \(Row.columns); left out")
            return
        }
        do throws(GdeltRowFault) {
            let row = try Row(&fields)
            for fault in fields.faults { warnings.add("line \(line.number): \(fault)") }
            if batch.isEmpty { batchStart = line.number }
            batch.append(row)
            rows += 1
        } catch {
            warnings.add("line \(line.number): \(error); left out")
            return
        }
        guard batch.count >= batchSize else { return }
        let full = batch
        batch = []
        try show(full, batchStart)
    }
}
