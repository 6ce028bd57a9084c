/// An HTML element as far as its name changes how a page is read.
enum Element: UInt8, CaseIterable, Sendable {
    /// A run of text, and an element whose name says nothing here (custom elements above all).
    case text, other
    case html, head, body, title
    case div, section, article, main, header, footer, nav, aside, address, center, details, summary, dialog, form,
        fieldset
    case hgroup, search
    case p, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, figcaption, hr, br
    case ul, ol, li, dl, dt, dd, menu
    case table, caption, thead, tbody, tfoot, tr, td, th
    case a, b, i, em, strong, span, font, u, s, small, big, tt, code, strike, nobr, cite, q, time, abbr, sup, sub, label
    case script, style, template, noscript, iframe, noembed, noframes, textarea, select, option, button, object, svg,
        math
    case audio, video, canvas, map, progress, meter, output, datalist, legend
    case img, meta, link, base, input, source, track, area, col, embed, param, wbr, picture

    /// What an element's name says of the text around it.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        /// Has no content and no end tag.
        static let void = Traits(rawValue: 1)
        /// Begins a new line of text, and ends one.
        static let block = Traits(rawValue: 2)
        /// Ends an open paragraph, as HTML has it.
        static let endsParagraph = Traits(rawValue: 4)
        /// End tags inside do not reach beyond it.
        static let wall = Traits(rawValue: 8)
        /// Everything up to its end tag is text.
        static let raw = Traits(rawValue: 16)
        /// Its text is not the reader's to see.
        static let unread = Traits(rawValue: 32)
        /// A heading of any level.
        static let heading = Traits(rawValue: 64)
        /// Marks text up without beginning a line.
        static let formatting = Traits(rawValue: 128)
    }

    var traits: Traits { Self.allTraits[Int(rawValue)] }

    /// The element of a name in lower case.
    init(named name: some Sequence<UInt8>) {
        self = Self.byName[NameHash(name)] ?? .other
    }

    private static let byName: [NameHash: Element] = Dictionary(
        uniqueKeysWithValues: allCases.dropFirst(2).map { (NameHash("\($0)".utf8), $0) })

    private static let allTraits: [Traits] = allCases.map { element in
        lists.reduce(into: []) { traits, list in
            if list.elements.contains(element) { traits.formUnion(list.trait) }
        }
    }

    private static let lists: [(trait: Traits, elements: Set<Element>)] = [
        (.void, [.hr, .br, .img, .meta, .link, .base, .input, .source, .track, .area, .col, .embed, .param, .wbr]),
        (
            .endsParagraph,
            [
                .div, .section, .article, .main, .header, .footer, .nav, .aside, .address, .center, .details, .summary,
                .dialog, .form, .fieldset, .hgroup, .search, .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre,
                .figure, .figcaption, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table,
            ]
        ),
        (
            .block,
            [
                .html, .head, .body, .div, .section, .article, .main, .header, .footer, .nav, .aside, .address, .center,
                .details, .summary, .dialog, .form, .fieldset, .hgroup, .search, .p, .h1, .h2, .h3, .h4, .h5, .h6,
                .blockquote, .pre, .figure, .figcaption, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table, .caption,
                .thead, .tbody, .tfoot, .tr, .td, .th, .template, .noscript, .legend, .option, .button, .object, .title,
            ]
        ),
        (.wall, [.td, .th, .caption, .table, .object, .button, .template, .svg, .math]),
        (.raw, [.title, .script, .style, .iframe, .noembed, .noframes, .textarea]),
        (
            .unread,
            [
                .script, .style, .template, .noscript, .iframe, .noembed, .noframes, .textarea, .select, .option,
                .button, .object, .svg, .math, .audio, .video, .canvas, .map, .progress, .meter, .datalist, .title,
                .head, .dialog, .nav, .menu,
            ]
        ),
        (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
        (
            .formatting,
            [
                .a, .b, .i, .em, .strong, .span, .font, .u, .s, .small, .big, .tt, .code, .strike, .nobr, .cite, .q,
                .time, .abbr, .sup, .sub, .label, .other,
            ]
        ),
    ]
}

/// A name by its FNV-1a hash: looked up without making a string of it.
///
/// Of the names that are looked for none share a hash; a strange name that happens to have one of theirs is taken for it,
/// which does no harm.
struct NameHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
