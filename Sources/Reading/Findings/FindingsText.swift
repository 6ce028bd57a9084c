/// Findings for a person to read, as the command line prints them when no form is asked for.
extension Findings {
    /// One paragraph a kind; empty where nothing was found.
    package func text() -> String {
        var lines: [String] = []
        section("Quotes", quotes.map(\.line), into: &lines)
        section("Actors", actors.map(\.line), into: &lines)
        section("Events", events.map(\.line), into: &lines)
        section("Conditionals", conditionals.map(\.line), into: &lines)
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ entries: [String], into lines: inout [String]) {
        guard !entries.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines.append("\(title) (\(entries.count))")
        lines += entries.map { "  " + $0 }
    }
}

extension QuoteFinding {
    fileprivate var line: String {
        let words = content.map(\.text.onOneLine).joined(separator: " … ")
        let who = speaker.map { $0.passage.text.onOneLine + ($0.actor.map { " [\($0)]" } ?? "") }
        return
            "\(kind.rawValue)\(isNegated ? ", negated" : ""), \(stance.rawValue): \(who ?? "unknown speaker"): \(words)"
    }
}

extension ActorFinding {
    fileprivate var line: String { "\(name) [\(id)], \(kind.rawValue), \(mentions.count)×" }
}

extension EventFinding {
    fileprivate var line: String {
        var line =
            "\(category.rawValue), \(mode.rawValue): \(source?.passage.text.onOneLine ?? "?") → \(target?.passage.text.onOneLine ?? "?")"
        if !amounts.isEmpty { line += "; " + amounts.map(\.passage.text.onOneLine).joined(separator: ", ") }
        if let date { line += "; \(date.iso)" }
        if let reportedBy { line += "; reported by \(reportedBy.passage.text.onOneLine)" }
        return line
    }
}

extension ConditionalFinding {
    fileprivate var line: String {
        "\(isNegated ? "unless" : "if") \(condition.text.onOneLine): \(consequence.text.onOneLine)"
    }
}

extension String {
    /// With line breaks and tabs as spaces.
    fileprivate var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
