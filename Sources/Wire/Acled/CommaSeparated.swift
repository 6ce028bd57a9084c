/// Reads records of comma-separated values in pieces as they come (RFC 4180): quoted fields may hold commas, line breaks
/// and doubled quotes.
///
/// Written here because SwiftCSV, the usual package, takes the whole file as one `String`, goes through it character by
/// character, and stops the program at the first quote in an odd place; here memory is one record, and a bad one is only
/// itself.
struct CommaSeparated {
    /// One record.
    struct Record {
        /// The line on which it begins, counted from 1.
        var line: Int
        var fields: [[UInt8]]
        /// What is odd about it: it was too long, or a quote stands where none may.
        var fault: String?
    }

    /// The longest record in bytes.
    private let limit: Int
    private var state = State.atFieldStart
    private var record = Record(line: 1, fields: [])
    private var field: [UInt8] = []
    private var size = 0
    private var line = 1
    private var isBegun = false

    private enum State {
        case atFieldStart, plain, quoted, afterQuote
    }

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next piece, and shows each record that it completes.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, _ show: (Record) throws -> Void) rethrows {
        for byte in piece { try take(byte, show) }
    }

    /// Shows the last record, if it has no line end.
    mutating func finish(_ show: (Record) throws -> Void) rethrows {
        guard isBegun else { return }
        if state == .quoted { record.fault = record.fault ?? "its last quote is not closed" }
        try endRecord(show)
    }

    private mutating func take(_ byte: UInt8, _ show: (Record) throws -> Void) rethrows {
        if byte == 0x0A { line += 1 }
        if state == .quoted {
            if byte == UInt8(ascii: "\"") { state = .afterQuote } else { keep(byte) }
            return
        }
        switch byte {
        case 0x0A:
            if isBegun { try endRecord(show) } else { record.line = line }
        case UInt8(ascii: ","):
            isBegun = true
            endField()
        case UInt8(ascii: "\"") where state == .afterQuote:
            keep(byte)
            state = .quoted
        case UInt8(ascii: "\"") where state == .atFieldStart:
            isBegun = true
            state = .quoted
        default:
            guard byte != 0x0D else { return }
            isBegun = true
            if state == .afterQuote { record.fault = record.fault ?? "something stands behind a closing quote" }
            keep(byte)
            state = .plain
        }
    }

    private mutating func keep(_ byte: UInt8) {
        size += 1
        guard size <= limit else {
            record.fault = "it is longer than \(limit) bytes"
            return
        }
        field.append(byte)
    }

    private mutating func endField() {
        // Empty fields take room too.
        size += 1
        if size <= limit { record.fields.append(field) } else { record.fault = "it is longer than \(limit) bytes" }
        field = []
        state = .atFieldStart
    }

    private mutating func endRecord(_ show: (Record) throws -> Void) rethrows {
        endField()
        let whole = record
        record = Record(line: line, fields: [])
        (size, isBegun) = (0, false)
        try show(whole)
    }
}
