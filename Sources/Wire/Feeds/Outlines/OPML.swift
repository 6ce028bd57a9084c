/// A list of feeds, as readers exchange them.
package struct OPML: Sendable, Hashable {
    package var title: String?
    package var feeds: [OPMLFeed] = []
    /// What was not taken over, each with its line and the reason.
    package var refused: [String] = []

    package init(title: String? = nil, feeds: [OPMLFeed] = []) {
        (self.title, self.feeds) = (title, feeds)
    }
}

/// One feed of a list.
package struct OPMLFeed: Sendable, Hashable {
    package var title: String?
    /// Where the feed lies: http or https, and nothing else.
    package var address: String
    /// The page that it belongs to.
    package var page: String?
    /// The folders that it is in, from the outermost, then its own categories.
    package var categories: [String]

    package init(title: String? = nil, address: String, page: String? = nil, categories: [String] = []) {
        (self.title, self.address, self.page, self.categories) = (title, address, page, categories)
    }
}

/// Why something could not be read as a list of feeds, or one not be written.
package enum OPMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Its root is another one, or it has none.
    case noList(root: String?)
    case cannotWrite

    package var description: String {
        switch self {
        case .noList(let root?): "This is no list of feeds: it begins with <\(root)>, and OPML with <opml>"
        case .noList(nil): "This is no list of feeds: OPML begins with <opml>, and here is no XML"
        case .cannotWrite: "The list of feeds cannot be written: there is not enough memory"
        }
    }
}
