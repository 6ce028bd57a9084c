package import SituationModel

/// One thing that came in by hand: through a folder, a pipe, a file or a tree of files.
package struct IncomingItem: Sendable {
    /// Where it stood.
    package struct Origin: Hashable, Sendable, CustomStringConvertible {
        /// The file's path, or a name for the pipe.
        package var name: String
        /// What it is called inside an archive. Data from outside: never a path to open.
        package var member: String?
        /// The line on which it begins, counted from 1, where there are several on lines of their own.
        package var line: Int?

        package init(name: String, member: String? = nil, line: Int? = nil) {
            self.name = name
            self.member = member
            self.line = line
        }

        /// `wire.jsonl, line 12`.
        package var description: String {
            name + (member.map { ", in it \($0)" } ?? "") + (line.map { ", line \($0)" } ?? "")
        }
    }

    /// What is said about it by whoever handed it in; all of it may be absent.
    package struct Particulars: Hashable, Sendable {
        /// The item's own name where it comes from: a mail's Message-ID, a line's `id`.
        package var id: String?
        package var title: String?
        package var author: String?
        package var published: Instant?
        package var link: String?
        /// The name of the source, as the item says.
        package var source: String?
        /// The BCP 47 tag of its language, as the item says.
        package var language: String?

        package init(
            id: String? = nil, title: String? = nil, author: String? = nil, published: Instant? = nil,
            link: String? = nil, source: String? = nil, language: String? = nil
        ) {
            self.id = id
            self.title = title
            self.author = author
            self.published = published
            self.link = link
            self.source = source
            self.language = language
        }
    }

    /// What it is.
    package enum Content: Sendable {
        case text(String)
        /// An HTML page, to be read by who knows about those.
        case page([UInt8])
        /// RSS, Atom or JSON Feed.
        case feed([UInt8])
        /// A list of feeds, OPML.
        case subscriptions([UInt8])
        /// Some rows of a GDELT file of events, in the file's order; a file comes as many such items.
        case events([GdeltEvent])
        case mentions([GdeltMention])
        case knowledge([GdeltKnowledge])
        /// Some rows of an ACLED file.
        case conflicts([AcledEvent])
    }

    package var origin: Origin
    package var particulars: Particulars
    package var content: Content
    /// Whether it is all that stands in its file, so that the file's path can serve as its name.
    package var isWholeFile: Bool

    package init(
        origin: Origin, particulars: Particulars = Particulars(), content: Content, isWholeFile: Bool = false
    ) {
        self.origin = origin
        self.particulars = particulars
        self.content = content
        self.isWholeFile = isWholeFile
    }
}
