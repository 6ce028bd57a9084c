import SituationModel

/// An indicator's rule and what answers it, in plain words: `2 of 2 publishers, B2 or better, since 12 Oct 2024`.
struct RuleWords {
    let indicator: Indicator
    let rule: IndicatorRule
    /// Findings within the window, and those of them that are graded well enough.
    let present: Int
    let counted: Int
    let families: Int
    /// What is left of those that count, where they fade.
    let weight: Double?
    let amount: Double?
    let since: Instant?
    let coverage: SourceCoverage

    func text(of state: Indicator.State) -> String {
        switch state {
        case .observed, .stirring: answered.joined(separator: ", ")
        case .quiet: (["nothing\(window)"] + asked + shortage).joined(separator: "; ")
        case .notCollected: (["no live source could have seen it"] + asked).joined(separator: "; ")
        }
    }

    private var answered: [String] {
        var parts: [String] = []
        if let weight {
            parts.append(
                "\(inDecimals(weight, places: 1)) of \(rule.count) findings, fading by half in \(days(rule.halfLifeDays ?? 1))"
            )
        } else if rule.count > 1 {
            parts.append("\(counted) of \(rule.count) findings")
        }
        parts.append("\(families) of \(publishers)")
        if let asked = rule.amount {
            parts.append("\(amount.map(Self.number) ?? "no number") of \(Self.number(asked))")
        }
        if let grade = rule.grade {
            parts.append(
                counted == present ? "\(grade) or better" : "\(grade) or better: \(counted) of \(present) findings are")
        }
        if let since { parts.append("since \(DateExpression(.day(since.day)).inWords)") }
        if let days = rule.windowDays { parts.append("within \(self.days(days))") }
        return parts + shortage
    }

    private var asked: [String] {
        var parts: [String] = []
        if rule.count > 1 { parts.append("\(rule.count) findings") }
        if indicator.requiredFamilies > 1 { parts.append(publishers) }
        if let amount = rule.amount { parts.append("\(Self.number(amount)) or more") }
        if let grade = rule.grade { parts.append("\(grade) or better") }
        return parts.isEmpty ? [] : ["asked for: " + parts.joined(separator: ", ")]
    }

    /// What stands in the way of its ever being observed.
    private var shortage: [String] {
        guard !coverage.isEmpty, coverage.families.count < indicator.requiredFamilies,
            families < indicator.requiredFamilies
        else { return [] }
        return ["only \(coverage.families.count) that could see it \(coverage.families.count == 1 ? "is" : "are") live"]
    }

    private var publishers: String {
        indicator.requiredFamilies == 1 ? "1 publisher" : "\(indicator.requiredFamilies) publishers"
    }

    private var window: String { rule.windowDays.map { " in \(days($0))" } ?? " so far" }

    private func days(_ count: Int) -> String { count == 1 ? "a day" : "\(count) days" }

    /// A number with a comma between thousands.
    private static func number(_ value: Double) -> String {
        guard let whole = Int(exactly: value) else { return inDecimals(value) }
        var digits = String(whole.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (whole < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }
}
