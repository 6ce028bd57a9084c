import Controller
import Display
import SituationModel

// What charts are drawn with, and the words that go with them.

extension Glyphs {
    /// A cell of a chart that is full: of deeds, of words.
    var fullOfDeeds: String { self == .ascii ? "#" : "█" }
    var fullOfWords: String { self == .ascii ? "+" : "▒" }
    /// What is usual, where the chart is empty.
    var usual: String { self == .ascii ? "~" : "┄" }
    /// A week that is a surge, and the one that is looked at.
    var surge: String { self == .ascii ? "!" : "▲" }
    var chosenWeek: String { up }

    /// A spark line: one bar a week, as high as the week's part of the highest, a blank where nothing is known.
    func sparkLine(_ levels: some Collection<Int?>) -> String {
        let highest = max(1, levels.compactMap(\.self).max() ?? 0)
        return levels.map { level in
            guard let level else { return " " }
            return spark[level == 0 ? 0 : max(1, level * (spark.count - 1) / highest)]
        }.joined()
    }
}

extension Board {
    /// The name of somebody who counts in the traffic: also of one whom the board does not hold, being one of too many.
    func trafficName(of id: ActorID) -> String { situation.actors[id]?.name ?? id.text }

    /// `North Korea – Russia`, `Sudland – everybody else`.
    func name(of scope: TrafficScope) -> String {
        switch scope {
        case .among(let actors): actors.map(trafficName(of:)).joined(separator: " – ")
        case .around(let actor): "\(trafficName(of: actor)) – everybody else"
        }
    }
}

extension CalendarDay {
    /// `14 Oct 2024`.
    var inWords: String { DateExpression(.day(self)).inWords }
}

extension DetailText {
    /// An event in one line: when, what, how sure.
    mutating func event(_ listed: Listed<Event>, board: Board, isDated: Bool = true) {
        let event = listed.value
        var line = StyledText(event.category.quad.sign + " ", event.category.quad.role)
        if isDated { line.append((event.when?.inWords ?? "undated") + "  ", .time) }
        line.append(event.summary, .text)
        if event.mode != .actual { line.append(" \(event.mode.rawValue)", .warning) }
        line.append(contentsOf: event.reviewSign(glyphs))
        if let grade = board.grade(of: listed) { line.append("  \(grade)", grade.role) }
        link(.item(.event(event.id)), line)
    }
}
