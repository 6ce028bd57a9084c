import SituationModel

/// Reads the day at the head of an agency's text: “SEOUL, Oct. 18 (Agency) — …”.
struct Dateline {
    let document: Document
    /// The day the text came in, from which a year that is not said is reckoned.
    let received: CalendarDay?

    private var tokens: [Token] { document.tokens }

    /// A headline and a byline may stand before it.
    private static let paragraphsSearched = 3
    /// No place is told in more tokens.
    private static let longestPlace = 12

    /// The day, if there is one that is whole and that had begun when the text came in.
    func day() -> CalendarDay? {
        document.paragraphs.indices.prefix(Self.paragraphsSearched).lazy
            .compactMap { day(atHeadOf: document.tokens(ofParagraph: $0)) }.first
    }

    private func day(atHeadOf paragraph: Range<Int>) -> CalendarDay? {
        let dates = DateFinder(document: document, published: nil)
        var place = paragraph.lowerBound
        while place < paragraph.upperBound, place - paragraph.lowerBound < Self.longestPlace {
            if place > paragraph.lowerBound, let written = dates.writtenDay(at: place, upTo: paragraph.upperBound) {
                return isDivided(written.end, upTo: paragraph.upperBound) ? day(written) : nil
            }
            guard belongsToPlace(place) else { return nil }
            place += 1
        }
        return nil
    }

    /// "SEOUL, South Korea,", "WASHINGTON, D.C. —", "KYIV/MOSCOW"
    private func belongsToPlace(_ place: Int) -> Bool {
        let token = tokens[place]
        switch token.tag {
        case .comma, .dash, .bracketOpen: return true
        case .preposition, .determiner, .adverb, .subordinator: return token.shape == .upper
        default: return token.isCapitalised || token.kind == .mark && !token.tag.isMark
        }
    }

    /// Whether a dash ends the line here, behind the agency's name in brackets if there is one.
    private func isDivided(_ start: Int, upTo upper: Int) -> Bool {
        var place = start
        if place < upper, tokens[place].tag == .bracketOpen {
            while place < upper, tokens[place].tag != .bracketClose, place - start < Self.longestPlace { place += 1 }
            place += 1
        }
        return place < upper && tokens[place].tag == .dash
    }

    private func day(_ written: DateFinder.WrittenDay) -> CalendarDay? {
        // Whoever is ahead of us in the day may already write tomorrow's date.
        let latest = received?.adding(days: 1)
        if let year = written.year {
            let day = CalendarDay(year: year, month: written.month, day: written.day)
            return day.flatMap { day in latest.map { day <= $0 } ?? true ? day : nil }
        }
        guard let latest else { return nil }
        // Leap days are four years apart at the least.
        return (0...4).lazy.compactMap {
            CalendarDay(year: latest.year - $0, month: written.month, day: written.day)
        }.first { $0 <= latest }
    }
}
