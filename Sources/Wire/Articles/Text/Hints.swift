/// What the class, id and role of an element say of its content.
struct Hints: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The text of an article: `articleBody`, `entry-content`.
    static let body = Hints(rawValue: 1)
    /// Something around an article, or an article: too weak to tell the text from the rest.
    static let article = Hints(rawValue: 2)
    /// No part of the text: navigation, teasers, advertisements, share bars, notices.
    static let boilerplate = Hints(rawValue: 4)
    /// What readers wrote.
    static let comments = Hints(rawValue: 8)
    /// Caption or credit of a picture.
    static let caption = Hints(rawValue: 16)
    /// Who wrote it.
    static let byline = Hints(rawValue: 32)
    /// When.
    static let date = Hints(rawValue: 64)
    /// The line or two below the title that sum up the article.
    static let standfirst = Hints(rawValue: 128)
    /// Not shown.
    static let hidden = Hints(rawValue: 256)
    /// The title.
    static let title = Hints(rawValue: 512)

    /// Beside or below the article: side columns, lists of other articles.
    static let beside = Hints(rawValue: 1024)

    /// What keeps a text out of the article.
    static let outside: Hints = [.boilerplate, .beside, .comments, .caption, .byline, .date, .hidden]

    /// The hints of every node of a page; those of text are none.
    static func all(of page: PageTree) -> [Hints] {
        page.nodes.indices.map { page.nodes[$0].isText ? [] : Hints(page, $0) }
    }

    private init(_ page: PageTree, _ node: Int) {
        var hints: Hints = []
        for place in page.nodes[node].range {
            let attribute = page.attributes[Int(place)]
            let value = page.source[attribute.value]
            switch attribute.name {
            case .class, .id, .itemprop, .testID, .component: hints.formUnion(HintWords.hints(in: value))
            case .role:
                if HintWords.roles.contains(NameHash(value.lazy.map(\.lowered))) { hints.insert(.boilerplate) }
            case .hidden: hints.insert(.hidden)
            case .ariaHidden:
                if value.elementsEqual("true".utf8) { hints.insert(.hidden) }
            case .style:
                if let place = value.firstIndex(ofLowered: "display"),
                    value[(place + 7)...].prefix(3).contains(UInt8(ascii: ":")),
                    value[(place + 7)...].prefix(8).firstIndex(ofLowered: "none") != nil
                {
                    hints.insert(.hidden)
                }
            default: break
            }
        }
        switch page.nodes[node].element {
        case .figcaption, .caption: hints.insert(.caption)
        case .figure: hints.insert(.caption)
        case .aside, .footer, .nav, .menu: hints.insert(.beside)
        case .article, .main: hints.insert(.article)
        default: break
        }
        self = hints
    }
}
