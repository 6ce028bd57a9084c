import ArgumentParser
import Foundation
import Wire

/// Prints the article inside an HTML page; no archive is involved.
struct ArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "Print the article inside an HTML page.",
        discussion: """
            The article's text is printed in paragraphs, without navigation, teasers and comments; above it the title, who \
            wrote it, when, and where. With --json it is {"title", "byline", "published", "language", "site", "text"}; what \
            the page does not tell is null.
            """)

    @Argument(help: ArgumentHelp("The page; - is standard input.", valueName: "file"))
    var file = "-"

    @Option(help: ArgumentHelp("The page's address, which may tell its date and site.", valueName: "address"))
    var url: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        let article = Article(page: try InputFile.bytes(file), address: url)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            try Output.write(String(decoding: try encoder.encode(PrintedArticle(article)), as: UTF8.self) + "\n")
        } else {
            try Output.print(article.printed)
        }
        if article.paragraphs.isEmpty {
            throw Failure(message: "watchfloor: no article was found in the page", code: .partly)
        }
    }
}

/// An article as `--json` prints it.
private struct PrintedArticle: Encodable {
    let title: String?
    let byline: String?
    let published: String?
    let language: String?
    let site: String?
    let text: String

    init(_ article: Article) {
        title = article.title.isEmpty ? nil : article.title
        byline = article.byline
        published = article.published?.description
        language = article.language
        site = article.site
        text = article.text
    }

    private enum Key: CodingKey {
        case title, byline, published, language, site, text
    }

    /// Writes `null` for what the page does not tell, so that every name is always there.
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(title, forKey: .title)
        try members.encode(byline, forKey: .byline)
        try members.encode(published, forKey: .published)
        try members.encode(language, forKey: .language)
        try members.encode(site, forKey: .site)
        try members.encode(text, forKey: .text)
    }
}

extension Article {
    /// For people: the title, a line that says who, when and where, and the text.
    fileprivate var printed: String {
        let origin = [byline, published?.description, site].compactMap { $0 }.joined(separator: " · ")
        return ([title, origin].filter { !$0.isEmpty } + paragraphs).joined(separator: "\n\n")
    }
}
