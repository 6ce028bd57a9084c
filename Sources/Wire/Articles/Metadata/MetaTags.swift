/// The `meta` and `link` elements of a page.
struct MetaTags: Sendable {
    private var values: [String: [String]] = [:]
    private(set) var canonical: String?

    init(_ page: PageTree) {
        for node in page.metas {
            if page.nodes[node].element == .link {
                if canonical == nil, page.attribute(.rel, of: node)?.lowercased() == "canonical" {
                    canonical = page.attribute(.href, of: node).map(Spacing.oneLine)
                }
                continue
            }
            guard let content = page.attribute(.content, of: node).map(Spacing.oneLine), !content.isEmpty else {
                continue
            }
            for attribute in [AttributeName.name, .property, .itemprop, .httpEquiv] {
                guard let name = page.attribute(attribute, of: node) else { continue }
                values[name.lowercased(), default: []].append(content)
            }
        }
    }

    /// What is said under a name, in the order of the page.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The first that is said under the first of these names that has any.
    func first(_ names: [String]) -> String? { names.lazy.compactMap { values[$0]?.first }.first }

    static let titles = [
        "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline",
        "cxenseparse:title", "title",
    ]

    static let authors = [
        "author", "parsely-author", "sailthru.author", "article:author_name", "dc.creator", "dcterms.creator",
        "dc.creator.personal", "byl", "cxenseparse:author", "authors", "article:author", "og:article:author",
        "creator", "twitter:data1",
    ]

    static let publishing = [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "article.published", "published-date", "publish-date", "publishdate", "publish_date", "published_time",
        "publication_date", "publicationdate", "pubdate", "pub_date", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "dcterms.date", "dcterms.issued", "dc.date.created", "cxenseparse:recs:publishtime",
        "article_date_original", "originalpublicationdate", "og:published_time", "og:pubdate", "date_published",
        "datecreated", "rnews:datepublished", "creation_date", "created",
    ]

    static let sites = ["og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher"]

    static let descriptions = ["og:description", "description", "twitter:description", "sailthru.description"]
}
