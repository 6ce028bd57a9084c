import TestSupport
import Wire

/// Reads a feed from text.
func feed(_ text: String, base: String? = nil, limits: FeedLimits = FeedLimits()) throws(FeedError) -> Feed {
    try Feed.read(Array(text.utf8), base: base, limits: limits)
}

/// An RSS feed around some items.
func rss(_ items: String, head: String = "<title>Harbour notes</title>") -> String {
    """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>\(head)\(items)</channel></rss>
    """
}

/// An Atom feed around some entries.
func atom(_ entries: String, attributes: String = "") -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)><title>Harbour notes</title>\(entries)</feed>"
}
