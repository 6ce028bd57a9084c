package import SituationModel

/// A row of GDELT's mentions: that an article tells of an event.
package struct GdeltMention: Hashable, Sendable {
    /// Where the mention stands, and so what `identifier` is.
    package enum Kind: Int, Sendable {
        /// A web page; the identifier is its address.
        case web = 1
        /// A citation only; the identifier is text.
        case citation
        case core, digitalLibrary, journal, nonTextual
    }

    /// GLOBALEVENTID of the event.
    package var event: Int
    /// When the event was first taken in, in UTC.
    package var eventAdded: Instant?
    /// When this mention was taken in, in UTC.
    package var added: Instant
    package var kind: Kind?
    package var sourceName: String
    package var identifier: String
    /// The sentence it was found in, counted from 1, the headline or lead.
    package var sentence: Int?
    /// Where actors and deed stand in GDELT's own copy of the text, in characters; `nil` where they were not found. Good
    /// for telling what comes first, not for finding a place in a text of one's own.
    package var sourceOffset: Int?
    package var targetOffset: Int?
    package var actionOffset: Int?
    /// Whether it was found in the text as it stood, without rewording.
    package var isInRawText: Bool
    /// How sure the machine is, 10 to 100 in tens.
    package var confidence: Int?
    /// Of the document, in characters.
    package var length: Int?
    package var tone: Double?
    /// How it was translated, as GDELT writes it; `nil` for English.
    package var translation: String?
}

extension GdeltMention: GdeltRow {
    package static let columns = 16

    package init(_ fields: inout TabbedFields) throws(GdeltRowFault) {
        guard let event = fields.integer(0, "GLOBALEVENTID") else {
            throw GdeltRowFault(description: "it names no event")
        }
        guard let added = fields.moment(2, "MentionTimeDate") else {
            throw GdeltRowFault(description: "MentionTimeDate “\(fields.text(2).prefix(20))” is no time yyyymmddhhmmss")
        }
        (self.event, self.added) = (event, added)
        eventAdded = fields.moment(1, "EventTimeDate")
        kind = fields.integer(3, "MentionType").flatMap(Kind.init)
        sourceName = fields.text(4)
        identifier = fields.text(5)
        sentence = fields.integer(6, "SentenceID")
        sourceOffset = fields.integer(7, "Actor1CharOffset").flatMap { $0 < 0 ? nil : $0 }
        targetOffset = fields.integer(8, "Actor2CharOffset").flatMap { $0 < 0 ? nil : $0 }
        actionOffset = fields.integer(9, "ActionCharOffset").flatMap { $0 < 0 ? nil : $0 }
        isInRawText = fields.text(10) == "1"
        confidence = fields.integer(11, "Confidence")
        length = fields.integer(12, "MentionDocLen")
        tone = fields.number(13, "MentionDocTone")
        translation = fields.presentText(14)
    }
}
