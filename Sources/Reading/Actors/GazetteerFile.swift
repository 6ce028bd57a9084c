import ReadingData

/// Reads the gazetteer's files: one actor a line, columns between strokes, names between semicolons.
extension Gazetteer {
    /// The gazetteer that comes with the program.
    package static let builtIn: Gazetteer = {
        var gazetteer = Gazetteer()
        gazetteer.addStates(DataFile.lines(reading_data_states()))
        gazetteer.addOrganisations(DataFile.lines(reading_data_organisations()))
        gazetteer.addOrganisations(DataFile.lines(reading_data_armed_groups()))
        gazetteer.addOrganisations(DataFile.lines(reading_data_media()))
        gazetteer.addPeople(DataFile.lines(reading_data_leaders()))
        return gazetteer
    }()

    /// Lines of: identifier | name | other names | people | seats.
    mutating func addStates(_ lines: [Substring]) {
        for line in lines {
            let columns = Self.columns(line)
            guard columns.count >= 5 else { continue }
            let people = Self.names(columns[3]).flatMap { Self.withPlural($0) }
            add(
                Entry(id: String(columns[0]), name: String(columns[1]), kind: .state), names: Self.names(columns[2]),
                people: people, seats: Self.names(columns[4]))
        }
    }

    /// Lines of: identifier | name | other names | kind | home.
    mutating func addOrganisations(_ lines: [Substring]) {
        for line in lines {
            let columns = Self.columns(line)
            guard columns.count >= 4, let kind = ActorKind(rawValue: String(columns[3])) else { continue }
            let home = columns.count > 4 && !columns[4].isEmpty ? String(columns[4]) : nil
            add(
                Entry(id: String(columns[0]), name: String(columns[1]), kind: kind, home: home),
                names: Self.names(columns[2]))
        }
    }

    /// Lines of: name | office | home | years | other names | m or f.
    mutating func addPeople(_ lines: [Substring]) {
        for line in lines {
            let columns = Self.columns(line)
            guard columns.count >= 6 else { continue }
            let years = columns[3].isEmpty ? "" : " (\(columns[3]))"
            add(
                Entry(
                    id: Self.identifier(String(columns[0])), name: String(columns[0]), kind: .person,
                    home: columns[2].isEmpty ? nil : String(columns[2]), office: columns[1] + years,
                    isFemale: columns[5] == "f"),
                names: Self.names(columns[4]).filter { !$0.hasPrefix("*") })
        }
    }

    /// An identifier made from a name: letters and digits in lower case, hyphens between.
    static func identifier(_ name: String) -> String {
        var identifier = ""
        for scalar in name.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                identifier += scalar.properties.lowercaseMapping
            } else if !identifier.hasSuffix("-"), !identifier.isEmpty {
                identifier += "-"
            }
        }
        while identifier.hasSuffix("-") { identifier.removeLast() }
        return identifier
    }

    static func columns(_ line: Substring) -> [Substring] {
        line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    }

    static func names(_ column: Substring) -> [String] {
        column.split(separator: ";").map { String(trimmed($0)) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        guard let first = text.firstIndex(where: { $0 != " " }), let last = text.lastIndex(where: { $0 != " " })
        else { return text.prefix(0) }
        return text[first...last]
    }

    /// "Russian" and "Russians"; "Chinese" and "Motswana*" stay alone.
    private static func withPlural(_ name: String) -> [String] {
        if name.hasSuffix("*") { return [String(name.dropLast())] }
        let invariant = ["ese", "ish", "ch", "sh", "s"].contains { name.hasSuffix($0) }
        return invariant ? [name] : [name, name + "s"]
    }
}
