package import SituationModel

/// A row of GDELT's global knowledge graph (GKG 2.1): what one article names and quotes.
///
/// Offsets count characters in GDELT's own copy of the text: they order things, and are no anchors. The column GCAM, a few
/// thousand word counts an article, is not kept.
package struct GdeltKnowledge: Hashable, Sendable {
    /// Something named, and where.
    package struct Named: Hashable, Sendable {
        package var name: String
        package var offset: Int?
    }

    /// Words in quotation marks. Who said them is not known: GDELT does not say.
    package struct Quotation: Hashable, Sendable {
        package var offset: Int?
        /// In characters, as GDELT counts.
        package var length: Int?
        /// The verb of saying; mostly absent.
        package var verb: String?
        package var text: String
    }

    /// A number of something: `1500` `soldiers`.
    package struct Amount: Hashable, Sendable {
        package var value: Double
        package var object: String
        package var offset: Int?
    }

    /// A number of people in one of GDELT's kinds: `KILL`, `ARREST`, `AFFECT`.
    package struct Count: Hashable, Sendable {
        package var kind: String
        package var value: Double
        package var object: String
        package var place: Place?
    }

    package struct Place: Hashable, Sendable {
        package var precision: GdeltPlace.Precision?
        package var name: String
        package var country: FipsCountryCode?
        package var division: String?
        package var latitude: Double?
        package var longitude: Double?
        package var feature: String?
        package var offset: Int?
    }

    /// Numbers about the manner of the text, most of them in per cent of its words.
    package struct Tone: Hashable, Sendable {
        /// −100 (bad) to 100.
        package var tone: Double
        package var positive: Double
        package var negative: Double
        package var polarity: Double
        package var activity: Double
        package var selfOrGroup: Double
        package var words: Int?
    }

    /// A day that the text names, as far as it does.
    package struct NamedDay: Hashable, Sendable {
        package var year: Int?
        package var month: Int?
        package var day: Int?
        package var offset: Int?
    }

    /// What the page says of itself.
    package struct Page: Hashable, Sendable {
        package var title: String?
        package var authors: String?
        package var published: Instant?
        package var links: [String]
    }

    /// GKGRECORDID: `20150218230000-0`, with a `T` behind the hyphen when it was translated.
    package var id: String
    /// When it was taken in, in UTC.
    package var added: Instant
    /// 1 the web, 2 a citation only, 3 CORE, 4 DTIC, 5 JSTOR, 6 what is not text.
    package var collection: Int?
    package var sourceName: String
    /// The page's address when the collection is 1.
    package var identifier: String
    package var counts: [Count]
    package var themes: [Named]
    package var places: [Place]
    package var persons: [Named]
    package var organisations: [Named]
    package var tone: Tone?
    package var days: [NamedDay]
    package var image: String?
    package var quotations: [Quotation]
    package var names: [Named]
    package var amounts: [Amount]
    /// How it was translated, as GDELT writes it; `nil` for English.
    package var translation: String?
    package var page: Page

    package var isTranslated: Bool { id.contains("-T") || translation != nil }
}

extension GdeltKnowledge: GdeltRow {
    package static let columns = 27

    package init(_ fields: inout TabbedFields) throws(GdeltRowFault) {
        guard let id = fields.presentText(0) else { throw GdeltRowFault(description: "it has no record number") }
        guard let added = fields.moment(1, "V2.1DATE") else {
            throw GdeltRowFault(description: "V2.1DATE “\(fields.text(1).prefix(20))” is no time yyyymmddhhmmss")
        }
        (self.id, self.added) = (id, added)
        collection = fields.integer(2, "V2SourceCollectionIdentifier")
        sourceName = fields.text(3)
        identifier = fields.text(4)
        // The later columns say the same as the earlier and more; the earlier are for where those are empty.
        counts = KnowledgeFields.counts(fields.presentText(6) ?? fields.text(5))
        themes = KnowledgeFields.named(fields.presentText(8) ?? fields.text(7))
        places = KnowledgeFields.places(fields.presentText(10) ?? fields.text(9))
        persons = KnowledgeFields.named(fields.presentText(12) ?? fields.text(11))
        organisations = KnowledgeFields.named(fields.presentText(14) ?? fields.text(13))
        tone = KnowledgeFields.tone(fields.text(15))
        days = KnowledgeFields.days(fields.text(16))
        image = fields.presentText(18)
        quotations = KnowledgeFields.quotations(fields.text(22))
        names = KnowledgeFields.named(fields.text(23))
        amounts = KnowledgeFields.amounts(fields.text(24))
        translation = fields.presentText(25)
        page = KnowledgeFields.page(fields.text(26))
    }
}
