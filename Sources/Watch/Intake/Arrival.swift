package import SituationModel
import Wire

/// A text that has come in, on its way into the archive.
package struct Arrival: Hashable, Sendable {
    package var source: SourceID
    package var title: String
    package var text: String
    package var published: DateExpression?
    package var language: String?
    package var link: String?
    /// When it came in.
    package var received: Instant
    /// The name that its source has for it, if it has one.
    package var name: String?
    /// The file that holds it and nothing else, which serves as its name where it has neither a name nor an address.
    var place: String?
    /// The hash of the entry that it was made of, as that came, where the same may come again and again.
    var form: UInt64?
    /// As what its page was asked for, where that was done: the beginning of it that its source gives.
    var stub: Stub?

    package init(
        source: SourceID, title: String, text: String, published: DateExpression? = nil, language: String? = nil,
        link: String? = nil, received: Instant, name: String? = nil
    ) {
        self.source = source
        self.title = title
        self.text = text
        self.published = published
        self.language = language
        self.link = link
        self.received = received
        self.name = name
    }
}

/// The beginning of a text, by which it is known that its page has been asked for.
struct Stub: Hashable, Sendable {
    let key: UInt64

    init(_ arrival: Arrival) {
        key = StableHash.of(["stub", arrival.source.text, arrival.link ?? "", arrival.title, arrival.text])
    }
}

/// By what a text is known again, as hashes.
struct ArrivalKeys: Sendable {
    /// What tells it from all other texts, best first: its address, its name at the source; its file where it has neither,
    /// its words where it has none of these.
    let identities: [UInt64]
    /// Whether its file is what tells it from others.
    let isFile: Bool
    /// Its words, whatever case, marks and spacing; `nil` where they are too few to tell.
    let words: UInt64?
    private let stub: UInt64?
    let sketch: TextSketch

    init(_ arrival: Arrival) {
        sketch = TextSketch(arrival.text)
        var identities: [UInt64] = []
        if let link = arrival.link {
            identities.append(StableHash.of(["link", CanonicalAddress.key(of: link) ?? link]))
        }
        if let name = arrival.name { identities.append(StableHash.of(["name", arrival.source.text, name])) }
        isFile = identities.isEmpty && arrival.place != nil
        if isFile, let place = arrival.place {
            identities.append(StableHash.of(["file", arrival.source.text, place]))
        }
        let isLong = sketch.words >= TextLikeness.fewest
        words = isLong ? StableHash.of(["words", String(sketch.exact)]) : nil
        if identities.isEmpty { identities.append(StableHash.of(["text", arrival.text])) }
        self.identities = identities
        stub = arrival.stub?.key
    }

    /// All of them, for looking up.
    var all: [UInt64] { identities + [words, stub].compactMap { $0 } }

    /// The name of the document that the text becomes where it is not known yet.
    var documentID: DocumentID { DocumentID.derived("doc", from: [String(identities[0], radix: 16)]) }
}

extension Arrival {
    /// Stands for the text just as it came: what came so before needs no second look.
    var exactly: UInt64 { Self.exactly(source, link, title, text) }

    /// The same of the state that a document is in.
    static func exactly(_ document: Document) -> UInt64 {
        exactly(document.source, document.link, document.title, document.text)
    }

    private static func exactly(_ source: SourceID, _ link: String?, _ title: String, _ text: String) -> UInt64 {
        StableHash.of(["exactly", source.text, link ?? "", title, text])
    }

    func document(_ id: DocumentID) -> Document {
        Document(
            id: id, source: source, title: title, published: published, received: received, language: language,
            link: link, text: text)
    }
}
