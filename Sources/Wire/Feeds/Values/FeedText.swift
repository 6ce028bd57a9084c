/// Text of a feed: plain, or with markup in it.
package struct FeedText: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case plain
        /// HTML; so is all RSS text, of which nobody can tell.
        case markup
    }

    /// As the feed has it, without the white space around it; links in markup are absolute where they could be made so.
    package var value: String
    package var kind: Kind

    package init(_ value: String, _ kind: Kind = .plain) {
        (self.value, self.kind) = (value, kind)
    }

    /// The text for reading: without tags, with references resolved and paragraphs on lines of their own.
    ///
    /// Cost: linear in the text.
    package var plain: String {
        kind == .plain ? value : MarkupText.plain(value)
    }
}
