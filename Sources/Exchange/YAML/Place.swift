/// Where something stands in a file; both counted from 1, the column in scalar values.
struct Place: Hashable, Comparable {
    let line: Int
    let column: Int

    static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// Something wrong at a place of a file.
struct Complaint: Error {
    let place: Place
    let message: String
}
