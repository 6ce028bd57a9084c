/// Short lines that stand between paragraphs and are none.
enum StockPhrases {
    /// Whether a short text is one of the lines that sites put between paragraphs.
    ///
    /// - Parameter density: The share of its text that is a link.
    static func isBoilerplate(_ text: [UInt8], density: Double) -> Bool {
        let lower = text.map(\.lowered)
        return starts.contains { lower.starts(with: $0) } || wholes.contains(NameHash(lower.filter { $0.isLetter }))
            || density > 0.3 && linkStarts.contains { lower.starts(with: $0) }
    }

    private static let wholes = Set(
        """
        advertisement, advertising, ad, sponsored, sponsored content, share, share this article, share this story, share this, \
        comments, comment, leave a comment, loading, save, print, more, related, related articles, related stories, \
        recommended, read more, read next, subscribe, sign up, log in, sign in, follow us, copy link, email, facebook, twitter, \
        whatsapp, linkedin, reddit, pinterest, flipboard, link copied, skip advertisement, continue reading, \
        story continues below advertisement, article continues below advertisement, article continues after advertisement, \
        story continues, getty images, ap, reuters, afp, gift article, listen, play, watch, close, back to top, tags, topics, \
        filed under, most popular, trending, see also, photos, video, gallery, view gallery, transcript, thank you, by
        """
        .split(separator: ",").map { NameHash($0.utf8.filter { $0.isLetter }) })

    private static let starts = [
        "advertisement", "more information:", "journal information:", "click to ", "read more:", "read also:",
        "also read:", "read next:", "related:", "see also:", "more:", "watch:",
        "photo:", "photo by", "photos by", "image:", "image credit", "image source", "image courtesy", "photo credit",
        "picture:", "credit:", "getty images", "source:", "sign up for", "sign up to", "subscribe to", "subscribe now",
        "follow us on", "like us on", "share this", "click here to", "story continues below", "article continues below",
        "article continues after", "we may earn", "this article contains affiliate", "all rights reserved",
        "copyright ©",
        "© ", "(c) ", "want more", "download our app", "get the latest", "join our", "more from", "tags:",
        "filed under",
        "posted in", "last updated", "updated:", "published:", "posted:", "originally published", "estimated reading",
        "this content is imported", "this content is not available", "view this post on", "view more",
        "a post shared by",
        "listen to this", "enter your email", "please enable javascript", "you must be logged", "have a tip",
    ].map { Array($0.utf8) }

    private static let linkStarts = [
        "read", "watch", "see", "more", "related", "click", "sign up", "subscribe", "follow", "check out", "listen",
        "join",
        "find out", "learn more", "view", "download", "get ", "buy ", "shop ",
    ].map { Array($0.utf8) }
}
