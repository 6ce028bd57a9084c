import Display
import TOMLKit

/// As much of a TOML text as can be read: a line that is no TOML is named and blanked, and the rest still counts.
struct ReadableTOML {
    /// What could not be read.
    struct Fault: Hashable {
        /// From 1.
        let line: Int
        let message: String
    }

    /// What the readable part means.
    private(set) var table = TOMLTable()
    /// Where things stand in it.
    private(set) var text = TOMLText("")
    private(set) var faults: [Fault] = []

    /// Reads a text. Cost: it is read once more for each fault.
    init(_ toml: String) {
        var lines = toml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        // The line up to which what follows a blanked beginning cannot be read either, and is not worth a word.
        var remains: Int?
        for _ in 0...lines.count {
            let text = TOMLText(lines.joined(separator: "\n"))
            do {
                (table, self.text) = (try TOMLTable(string: text.parseable), text)
                return
            } catch {
                guard let error = error as? TOMLParseError else { return }
                var index = min(max(error.source.begin.line, 1), lines.count) - 1
                while index > 0, lines[index].allSatisfy(\.isWhitespace) { index -= 1 }
                if index == remains {
                    remains = index + 1
                } else {
                    // A string or an array that does not end is noticed where something else begins, and the fault is
                    // where it begins itself.
                    if let begun = text.entries.last(where: { $0.line <= index })?.line, Self.isTOML(lines[index]),
                        !Self.isTOML(lines[(begun - 1)..<index].joined(separator: "\n"))
                    {
                        index = begun - 1
                        remains = begun
                    }
                    let reason = error.description.split(separator: "\n").first.map(String.init) ?? "it cannot be read"
                    faults.append(Fault(line: index + 1, message: "This is no TOML, and is left out: \(reason)"))
                }
                lines[index] = ""
            }
        }
    }

    private static func isTOML(_ text: String) -> Bool {
        (try? TOMLTable(string: TOMLText(text).parseable)) != nil
    }
}
