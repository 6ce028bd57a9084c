package import SituationModel

/// A row of GDELT's events: who did what to whom, as a machine read it in one article.
package struct GdeltEvent: Hashable, Sendable {
    /// GLOBALEVENTID.
    package var id: Int
    /// SQLDATE: when it is said to have happened. A guess where the article has no date, often exactly a year early.
    package var day: CalendarDay?
    /// Who did it; `nil` where the row names nobody.
    package var source: GdeltActor?
    /// To whom; `nil` where the row names nobody.
    package var target: GdeltActor?
    /// Whether it stands in the article's lead.
    package var isRoot: Bool
    package var code: CameoCode
    /// The row's own QuadClass, 1 to 4. GDELT counts protest as verbal conflict and investigation as material
    /// cooperation, other than PLOVER and so `quad`.
    package var quadClass: Int?
    /// The row's own value on Goldstein's scale of conflict and cooperation, −10 to 10.
    package var goldstein: Double?
    package var mentions: Int
    package var sources: Int
    package var articles: Int
    /// The mean tone of the articles, from −100 (bad) to 100.
    package var tone: Double?
    /// Where it happened.
    package var place: GdeltPlace?
    /// DATEADDED: when GDELT took it in, in UTC. What rows are ordered by.
    package var added: Instant
    /// SOURCEURL.
    package var link: String

    /// The category of this project; `nil` for statements and appeals.
    package var category: Event.Category? { code.category }
    /// The quarter of the plane by this project's reckoning, to be shown beside the row's own.
    package var quad: Event.Quad? { category?.quad }

    /// Whether the day is too far from the taking in to be believed: more than 30 days either way.
    package var isDayDoubtful: Bool {
        guard let day else { return true }
        return abs(day.daysSince1970 - added.day.daysSince1970) > 30
    }

    /// Whether two countries are named, and they are different ones.
    package var isAcrossBorder: Bool {
        guard let source = source?.country, let target = target?.country else { return false }
        return source != target
    }
}

extension GdeltEvent: GdeltRow {
    package static let columns = 61

    package init(_ fields: inout TabbedFields) throws(GdeltRowFault) {
        guard let id = fields.integer(0, "GLOBALEVENTID") else { throw GdeltRowFault(description: "it has no number") }
        guard let code = CameoCode(fields.text(26)) else {
            throw GdeltRowFault(description: "EventCode “\(fields.text(26).prefix(20))” is no CAMEO code")
        }
        guard let added = fields.moment(59, "DATEADDED") else {
            throw GdeltRowFault(description: "DATEADDED “\(fields.text(59).prefix(20))” is no time yyyymmddhhmmss")
        }
        (self.id, self.code, self.added) = (id, code, added)
        day = fields.day(1, "SQLDATE")
        source = GdeltActor(&fields, at: 5, placeAt: 35)
        target = GdeltActor(&fields, at: 15, placeAt: 43)
        isRoot = fields.text(25) == "1"
        quadClass = fields.integer(29, "QuadClass")
        goldstein = fields.number(30, "GoldsteinScale")
        mentions = fields.integer(31, "NumMentions") ?? 0
        sources = fields.integer(32, "NumSources") ?? 0
        articles = fields.integer(33, "NumArticles") ?? 0
        tone = fields.number(34, "AvgTone")
        place = GdeltPlace(&fields, at: 51)
        link = fields.text(60)
    }
}
