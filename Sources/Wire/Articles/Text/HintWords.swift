/// The words that class names and identifiers are made of, and what they say.
///
/// A name is cut where a mark stands in it or a capital follows a small letter, and its words are looked up one by one and
/// two by two: `related-links`, `relatedLinks` and `relatedlinks` are one.
enum HintWords {
    /// What the words in an attribute's value say.
    static func hints(in value: ArraySlice<UInt8>) -> Hints {
        value.split(whereSeparator: \.isSpace).reduce(into: []) { $0.formUnion(hints(inName: $1)) }
    }

    private static func hints(inName name: ArraySlice<UInt8>) -> Hints {
        var hints: Hints = []
        var isQualified = false
        var word = NameHash()
        var pair: NameHash?
        var length = 0
        // `ad2` is an “ad”, but `8fad31` is no word at all.
        var hasDigits = false
        var isNoWord = false
        var wasSmall = false
        func look(_ hash: NameHash) {
            if let found = table[hash] { hints.formUnion(found) }
        }
        func endWord() {
            if length > 0, !isNoWord {
                look(word)
                if let pair { look(pair) }
                if qualifiers.contains(word) { isQualified = true }
            }
            // The next word is looked up with this one before it as well.
            if length > 0 { pair = isNoWord ? nil : word }
            (word, length, hasDigits, isNoWord) = (NameHash(), 0, false, false)
        }
        for byte in name {
            if byte.isDigit {
                hasDigits = true
            } else if !byte.isLetter || (wasSmall && (65...90).contains(byte)) {
                endWord()
            }
            wasSmall = byte.isLetter && byte == byte.lowered
            if byte.isLetter {
                if hasDigits { isNoWord = true }
                word.add(byte.lowered)
                pair?.add(byte.lowered)
                length += 1
            }
        }
        endWord()
        return isQualified ? hints.subtracting(.outside) : hints
    }

    /// Words that make a name speak of more than what stands inside: `has-sidebar`, `content-and-sidebar`, `no-ads`.
    private static let qualifiers = Set("has with and no not without".split(separator: " ").map { NameHash($0.utf8) })

    /// ARIA roles of what is no article.
    static let roles = Set(
        "navigation banner contentinfo complementary search menu menubar dialog alert alertdialog toolbar tooltip tablist"
            .split(separator: " ").map { NameHash($0.utf8) })

    private static let table: [NameHash: Hints] = words.reduce(into: [:]) { table, row in
        for word in row.words.split(separator: " ") { table[NameHash(word.utf8), default: []].formUnion(row.hint) }
    }

    private static let words: [(hint: Hints, words: String)] = [
        (
            .body,
            """
            articlebody articlecontent articletext storybody storycontent storytext postbody postcontent posttext entrycontent \
            entrybody entrytext bodytext bodycontent bodycopy contentbody maincontent newsbody newstext articlebodytext \
            pagecontent textbody richtext articlecopy storycopy articlemain blogcontent singlecontent articlewrapper
            """
        ),
        (.article, "article story post entry main content hentry blogpost newsarticle"),
        (
            .boilerplate,
            """
            toolbar pagination pager paginator share sharing sharebar sharetools addthis addtoany social socials \
            follow followus subscribe subscription signup signin login register promo promos promotion promotional \
            promobox advert advertisement advertisements advertising ad ads adslot adunit adbox adcontainer \
            adwrapper adsense dfp sponsor sponsored sponsors sponsorship affiliate teaser teasers gdpr ccpa privacy \
            popup modal overlay lightbox toast notification disclaimer copyright legal widget widgets tags taglist \
            tagcloud posttags articletags topics keywords categories authorbio authorbox aboutauthor authorinfo \
            authorcard authorprofile bio contributor contributors print printonly noprint skip skiplink skiplinks \
            sronly visuallyhidden screenreader screenreadertext assistivetext jumplink jumplinks tableofcontents toc \
            carousel slider marquee poll quiz donate donation cta calltoaction callout banner feedback rating \
            ratings reactions likes survey playlist interstitial stickybar ticker listen audioplayer emailsignup \
            newslettersignup appdownload instagrammedia twittertweet tiktokembed infobox productcard correction
            """
        ),
        (
            .beside,
            """
            nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar siderail rightrail leftrail rail \
            footer masthead recirc recirculation related relatedposts relatedstories relatedarticles relatedlinks \
            relatedcontent recommended recommendation recommendations recommend readnext seealso articlelist articleslist storieslist postlist postslist newslist headlines moreheadlines upnext \
            morefrom moreon morestories morelike mostpopular mostread mostviewed popular trending latestnews \
            latestposts topstories cookie cookies consent outbrain taboola newsletter newsletters relatednews \
            inlinerelated nextpost prevpost postnavigation postnav editorspick editorspicks editorpicks
            """
        ),
        (
            .comments,
            "comment comments commentlist commentslist commentsection disqus livefyre coral respond commentrespond reply replies"
        ),
        (
            .caption,
            """
            caption captions imagecaption photocaption wpcaption wpcaptiontext imagecredit photocredit credit credits \
            mediacaption videocaption gallerycaption cutline
            """
        ),
        (.byline, "byline bylines author authors authorname postauthor articleauthor entryauthor writtenby"),
        (
            .date,
            """
            dateline timestamp pubdate publishdate published publishedon postdate entrydate articledate datetime dateposted \
            datepublished datemodified postmeta entrymeta articlemeta readtime readingtime
            """
        ),
        (
            .standfirst,
            """
            standfirst dek deck subtitle subhead subheadline subheading subheader articlesummary articledescription lede \
            articledek articlesubtitle storysummary headlinesummary articleintro articlelead
            """
        ),
        (.title, "title headline entrytitle posttitle articletitle storytitle pagetitle"),
        (.hidden, "hidden hide displaynone dnone ishidden"),
    ]
}
