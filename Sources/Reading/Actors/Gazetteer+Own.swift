import Spelling

/// The actors that users add, in files that look like those which come with the program.
extension Gazetteer {
    /// What is wrong with a line of a user's file; the other lines hold.
    package struct Complaint: Error, Hashable, CustomStringConvertible {
        /// Counted from 1.
        package let line: Int
        package let text: String

        package var description: String { "line \(line): \(text)" }
    }

    /// Adds the actors of a file: `identifier | name | other names; … | kind | belongs to | office`, one a line.
    ///
    /// The identifier may be left empty and is then made from the name; the last two columns may be left out. Empty lines and
    /// those that begin with `#` are passed over. An actor that is known already gets the names besides those it has.
    ///
    /// - Returns: what could not be understood; a line with a mistake adds nothing.
    package mutating func add(linesOf text: String) -> [Complaint] {
        var complaints: [Complaint] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
            do throws(Complaint) {
                try add(ownLine: line, number: index + 1)
            } catch {
                complaints.append(error)
            }
        }
        return complaints
    }

    private mutating func add(ownLine line: Substring, number: Int) throws(Complaint) {
        let columns = Self.columns(line)
        guard (4...6).contains(columns.count) else {
            throw Complaint(
                line: number,
                text: "\(columns.count) columns; expected “identifier | name | other names | kind”, and perhaps "
                    + "“| belongs to | office”")
        }
        let name = String(columns[1])
        guard !name.isEmpty else { throw Complaint(line: number, text: "no name in the second column; expected one") }
        guard let kind = ActorKind(rawValue: String(columns[3])) else {
            let kinds = ActorKind.allCases.map(\.rawValue)
            let guess = NearestName.of(String(columns[3]), among: kinds).map { "; did you mean “\($0)”?" } ?? ""
            throw Complaint(
                line: number,
                text: "“\(columns[3])” as a kind; expected one of \(kinds.joined(separator: ", "))\(guess)")
        }
        let id = columns[0].isEmpty ? Self.identifier(name) : String(columns[0])
        guard !id.isEmpty else {
            throw Complaint(line: number, text: "no identifier, and “\(name)” suggests none; expected one")
        }
        func column(_ index: Int) -> String? {
            columns.count > index && !columns[index].isEmpty ? String(columns[index]) : nil
        }
        add(
            Entry(id: id, name: name, kind: kind, home: column(4), office: column(5)),
            names: Self.names(columns[2]))
    }

    /// The known actor that bears a name, itself or as another of its names; `nil` where nobody does, and for the name of its
    /// people or of the seat of its government.
    package func entry(named name: String) -> Entry? {
        let tokens = Tokenizer.tokens(of: SourceText(name))
        guard !tokens.isEmpty, let found = match(at: 0, in: tokens, upTo: tokens.count), found.end == tokens.count,
            found.alias.usage == .name
        else { return nil }
        return entries[found.alias.entry]
    }

    /// The known actor of that identifier.
    package func entry(id: String) -> Entry? { index(of: id).map { entries[$0] } }
}
