/// Where the columns of an ACLED file stand, found by the names in its header.
package struct AcledColumns: Hashable, Sendable {
    /// Columns that no file can do without.
    private static let needed = ["event_date", "event_type", "sub_event_type", "actor1", "actor2", "country", "notes"]
    private static let ids = ["event_id_cnty", "data_id", "event_id_no_cnty"]

    private var places: [String: Int] = [:]
    /// How many columns the header has.
    let count: Int

    /// Throws where the header is none of an ACLED file.
    init(header: [String]) throws(AcledRefusal) {
        count = header.count
        for (place, name) in header.enumerated() {
            let name = Self.plain(name)
            if places[name] == nil { places[name] = place }
        }
        var missing = Self.needed.filter { places[$0] == nil }
        if !Self.ids.contains(where: { places[$0] != nil }) { missing.insert("event_id_cnty", at: 0) }
        guard missing.isEmpty else {
            throw AcledRefusal(
                description: "its header lacks \(missing.joined(separator: ", ")), which ACLED's files have since 2016")
        }
    }

    /// Whether it is a layout from before 20 March 2023, with numbers of its own and without the newer columns.
    package var isOlder: Bool { places["event_id_no_cnty"] != nil || places["disorder_type"] == nil }

    subscript(_ name: String) -> Int? { places[name] }

    /// Whether a line looks like the header of an ACLED file.
    static func isHeader(_ line: String) -> Bool {
        let names = Set(line.split(separator: ",").map { plain(String($0)) })
        return names.contains("event_date") && names.contains("event_type")
            && ids.contains(where: names.contains)
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0 != "\"" && $0 != " " && $0 != "\u{FEFF}" && $0 != "\r" }
    }
}

/// Why a file is not read as one of ACLED's.
package struct AcledRefusal: Error, Hashable, CustomStringConvertible {
    package var description: String
}
