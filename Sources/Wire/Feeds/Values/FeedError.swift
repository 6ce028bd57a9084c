/// Why something could not be read as a feed.
package enum FeedError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// An HTML page, and the feed that it links to, if it does.
    case page(feed: String?)
    /// XML of another kind.
    case otherXML(root: String)
    /// JSON of another kind.
    case otherJSON
    /// JSON that cannot be read, and why.
    case brokenJSON(String)
    /// Neither XML nor JSON; the text that it begins with.
    case unknown(beginning: String)
    case compressed
    case tooLarge(bytes: Int)
    /// A file that cannot be read, and why.
    case file(String, reason: String)

    package var description: String {
        switch self {
        case .empty: "There is nothing in it: no feed, no text"
        case .page(let feed?): "This is an HTML page, no feed. It names its feed: \(feed)"
        case .page(nil): "This is an HTML page, no feed, and it names none"
        case .otherXML("opml"): "This is OPML, a list of feeds, and no feed itself: import it as a list"
        case .otherXML(let root):
            "This is XML, but no feed: it begins with <\(root)>, where a feed has <rss>, <rdf:RDF> or <feed>"
        case .otherJSON: "This is JSON, but no feed: a JSON Feed has a “version” of jsonfeed.org and a list of “items”"
        case .brokenJSON(let reason): "This is JSON that cannot be read: \(reason)"
        case .unknown(let beginning):
            "This is no feed: RSS and Atom begin with “<”, JSON Feed with “{”, and this with “\(beginning)”"
        case .compressed: "This is compressed; unpack it first"
        case .tooLarge(let bytes): "This JSON is larger than \(bytes >> 20) MiB, the most that is read"
        case .file(let name, let reason): "\(name) cannot be read: \(reason)"
        }
    }
}
