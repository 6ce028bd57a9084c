import Commands
import Controller
import Display
import SituationModel

/// The sandbox: what is given, the chance of every rung, and what drives it.
struct WhatIfText {
    let board: Board
    let report: WhatIfReport?

    static func write(board: Board, to text: inout DetailText) {
        WhatIfText(board: board, report: board.sandboxReport).write(to: &text)
    }

    private func write(to text: inout DetailText) {
        text.title("What if", note: StyledText("a sandbox: nothing of it is recorded", .textDim))
        text.blank()
        let given = board.sandbox.given.sorted().map { board.situation.title(of: $0) }
        text.field(
            "given", given.isEmpty ? "nothing; Enter on a rung takes it as reached" : given.joined(separator: "; "))
        writeHorizons(to: &text)
        guard let report else {
            text.blank()
            text.paragraph("Working it out…", .textDim)
            return
        }
        for ladder in board.situation.ladders.inOrder { write(ladder, report, to: &text) }
        writeDrivers(report, to: &text)
        if !report.problems.isEmpty {
            text.heading("Left out, or to be known")
            for problem in report.problems { text.paragraph(problem, .warning, indent: 2) }
        }
        text.blank()
        text.paragraph(
            "Chances are those of \(report.runs) runs; in brackets, where nine in ten draws of the judgements lie. "
                + "What nobody has judged is not reckoned with.", .textDim)
        guard report.rows.contains(where: { $0.judgedUntil != nil }) else { return }
        text.blank()
        text.paragraph(
            "Judgements have run out: \(board.way(to: .judge)) on a rung judges anew, and "
                + "\(board.way(to: .earlier)) goes back to when they held.", .textDim)
    }

    private func writeHorizons(to text: inout DetailText) {
        for days in WhatIfSheet.horizons {
            let isChosen = days == board.sandbox.days
            let label = days == WhatIfSheet.horizons.first ? "within" : ""
            var line = StyledText(label, .textDim)
            line.append(String(repeating: " ", count: 12 - label.count))
            line.append(isChosen ? "(\(text.glyphs.chosen)) " : "( ) ", isChosen ? .textStrong : .textDim)
            line.append("\(days) days", isChosen ? Style(.textStrong, bold: true) : Style(.text))
            text.link(.sandbox(.horizon(days)), line, indent: 0)
        }
    }

    private func write(_ ladder: Ladder, _ report: WhatIfReport, to text: inout DetailText) {
        text.heading(ladder.title)
        for (index, rung) in ladder.rungs.enumerated().reversed() {
            let key = RungKey(ladder.id, rung.id)
            guard let row = report.rows.first(where: { $0.rung == key }) else { continue }
            let isGiven = board.sandbox.given.contains(key)
            var left = StyledText(isGiven ? "[x] " : "[ ] ", isGiven ? .textStrong : .textDim)
            left.append("\(index + 1) ", .textDim)
            left.append(board.situation.state(of: key).sign(text.glyphs) + " ", board.situation.state(of: key).role)
            left.append(rung.title, row.standing == .notJudged ? .textDim : .text)
            text.link(
                .sandbox(.toggle(key)),
                left.flanked(by: chance(row, text), width: text.width, ellipsis: text.glyphs.ellipsis), indent: 0)
        }
    }

    private func chance(_ row: WhatIfReport.Row, _ text: DetailText) -> StyledText {
        switch row.standing {
        case .given: return StyledText(row.inWords, Style(.textStrong, bold: true))
        case .reached, .notJudged: return StyledText(row.inWords, .textDim)
        case .open:
            guard let chance = row.chance else { return StyledText(row.inWords, .textDim) }
            var line = StyledText()
            if text.width >= 64 { line.append(bar(chance, cells: 12, text.glyphs) + " ", .thresholdUp) }
            line.append(chance.text, .textStrong)
            line.append(" " + shift(row.shift), (row.shift ?? 0) > 0 ? .thresholdUp : .thresholdDown)
            return line
        }
    }

    /// How far the chance goes, and the reach of nine in ten draws behind it.
    private func bar(_ chance: WhatIfReport.Chance, cells: Int, _ glyphs: Glyphs) -> String {
        let (mean, upper) = (chance.mean * Double(cells), chance.upper * Double(cells))
        return (0..<cells).map { cell in
            let middle = Double(cell) + 0.5
            return middle <= mean ? glyphs.barFull : middle <= upper ? glyphs.barReach : glyphs.barEmpty
        }.joined()
    }

    /// In points of a hundred, in a column of its own.
    private func shift(_ shift: Double?) -> String {
        guard let shift else { return "    " }
        let points = Int((abs(shift) * 100).rounded())
        let words = points == 0 ? "" : (shift > 0 ? "+" : "-") + "\(points)"
        return String(repeating: " ", count: max(0, 4 - words.count)) + words
    }

    private func writeDrivers(_ report: WhatIfReport, to text: inout DetailText) {
        guard let driven = report.driven else { return }
        text.heading("What drives \(board.situation.title(of: driven))")
        if report.drivers.isEmpty { text.paragraph("Nothing that is known bears on it.", .textDim, indent: 2) }
        for driver in report.drivers.prefix(8) {
            var line = StyledText(points(driver), driver.difference > 0 ? .thresholdUp : .thresholdDown)
            line.append("  ")
            let (words, item) = cause(driver.cause)
            line.append(words, .textLink)
            if !driver.isBeyondNoise { line.append("  no more than luck", .textDim) }
            text.link(.item(item), line)
        }
        let others = report.rows.filter { $0.standing == .open && $0.rung != driven }.map(\.rung)
        guard !others.isEmpty else { return }
        text.heading("Ask what drives another")
        for rung in others {
            text.link(.sandbox(.drivers(rung)), StyledText(board.situation.title(of: rung), .textLink))
        }
    }

    private func points(_ driver: WhatIfReport.Driver) -> String {
        let points = driver.difference * 100
        let text = abs(points) < 0.5 ? "0" : (points > 0 ? "+" : "-") + "\(Int(abs(points).rounded()))"
        return String(repeating: " ", count: max(0, 4 - text.count)) + text + " points"
    }

    private func cause(_ cause: WhatIfReport.Driver.Cause) -> (String, Item) {
        switch cause {
        case .given(let rung): return ("given: \(board.situation.title(of: rung))", .rung(rung))
        case .judgement(let rung):
            return ("how \(board.situation.title(of: rung)) is judged, high against low", .rung(rung))
        case .coupling(let id):
            let coupling = board.situation.couplings[id]
            let words = coupling.map {
                "\(board.situation.title(of: $0.from)) \($0.effect.rawValue) \(board.situation.title(of: $0.to))"
            }
            return ("coupling: \(words ?? id.text)", .coupling(id))
        }
    }
}
