@testable import Wire

/// Makes up rows of GDELT's tables, column by column.
enum GdeltRows {
    /// A row of events; columns are given by their number, counted from 0.
    static func event(_ changes: [Int: String] = [:]) -> String {
        var columns = [String](repeating: "", count: GdeltEvent.columns)
        let usual: [Int: String] = [
            0: "900000001", 1: "20260110", 2: "202601", 3: "2026", 4: "2026.0274", 5: "USAGOV", 6: "UNITED STATES",
            7: "USA",
            12: "GOV", 15: "ROU", 16: "ROMANIA", 25: "1", 26: "043", 27: "043", 28: "04", 29: "1", 30: "2.8", 31: "18",
            32: "3", 33: "18", 34: "-2.56410256410256", 51: "4", 52: "Bonn, Germany", 53: "GM", 54: "GM07", 55: "16377",
            56: "50.7333", 57: "7.1", 58: "-1746443", 59: "20260110121500", 60: "https://news.example/a",
        ]
        for (column, text) in usual.merging(changes, uniquingKeysWith: { $1 }) { columns[column] = text }
        return columns.joined(separator: "\t")
    }

    static func row(_ columns: Int, _ fields: [Int: String]) -> String {
        (0..<columns).map { fields[$0] ?? "" }.joined(separator: "\t")
    }

    /// The rows that a reader makes of a text, cut into pieces, and its warnings.
    static func read<Row: GdeltRow>(
        _ text: String, as type: Row.Type = Row.self, pieces: Int = .max
    ) -> (rows: [Row], warnings: [String]) {
        var reader = GdeltReader<Row>(batch: 2)
        var rows: [Row] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            rest.prefix(pieces).withContiguousStorageIfAvailable { piece in
                reader.append(piece) { batch, _ in rows += batch }
            }
            rest = rest.dropFirst(pieces)
        }
        reader.finish { batch, _ in rows += batch }
        return (rows, reader.warnings.sentences)
    }
}
