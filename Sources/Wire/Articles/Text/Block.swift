/// A run of text that a reader sees as one piece: a paragraph, a heading, an item of a list, a cell.
struct Block: Sendable {
    /// The element whose text it is: the nearest one that begins a line.
    let node: Int
    /// The first of its nodes of text.
    let place: Int
    let element: Element
    /// On one line.
    let text: [UInt8]
    /// Bytes of text that are parts of links.
    let linked: Int
    /// Bytes of text in bold or italics.
    let emphasised: Int

    var isHeading: Bool { element.traits.contains(.heading) }

    /// The share of the text that links take, 0 to 1.
    var linkDensity: Double { text.isEmpty ? 0 : min(1, Double(linked) / Double(text.count)) }

    /// Whether the text ends as a sentence does.
    var endsSentence: Bool {
        var rest = text[...]
        // Behind the stop a quotation mark or a bracket may close.
        while let last = rest.last, last == Byte.quote || last == Byte.apostrophe || last == UInt8(ascii: ")") {
            rest = rest.dropLast()
        }
        if rest.count > 3,
            rest.suffix(3).elementsEqual([0xE2, 0x80, 0x9D]) || rest.suffix(3).elementsEqual([0xE2, 0x80, 0x99])
        {
            rest = rest.dropLast(3)
        }
        guard let last = rest.last else { return false }
        return last == UInt8(ascii: ".") || last == Byte.exclamation || last == Byte.question
            || last == UInt8(ascii: ":")
            || rest.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) || rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
    }

    /// How much the text speaks for being an article's: bytes of running text, of one block not more than counts.
    var weight: Int {
        guard !isHeading, text.count >= 60, linkDensity < 0.4, endsSentence || text.count >= 160 else { return 0 }
        // A text that breaks off is a teaser's.
        let isCut = text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || text.suffix(3).elementsEqual("...".utf8)
        return min(text.count - linked, 800) / (isCut ? 8 : 1)
    }
}

extension Block {
    /// The blocks of a page in order.
    static func all(of page: PageTree) -> [Block] {
        var collector = BlockCollector(page)
        return collector.blocks(in: 0..<page.nodes.count)
    }
}

/// Gathers runs of text until a line begins or ends.
private struct BlockCollector {
    private let page: PageTree
    private var found: [Block] = []
    private var run: [UInt8] = []
    private var place = 0
    private var owner = 0
    private var linked = 0
    private var emphasised = 0
    /// One `br` is a space, two are the end of a paragraph.
    private var isBroken = false
    /// Where the open elements that matter end, with the state to go back to.
    private var open: [(end: Int, owner: Int, links: Int, emphases: Int)] = []
    private var links = 0
    private var emphases = 0

    init(_ page: PageTree) {
        self.page = page
    }

    mutating func blocks(in range: Range<Int>) -> [Block] {
        var node = range.lowerBound
        while node < range.upperBound {
            leave(before: node)
            let here = page.nodes[node]
            if here.isText {
                add(node)
            } else if here.element == .br {
                if isBroken { flush() }
                isBroken = true
                run.append(Byte.space)
            } else if isUnread(node) {
                if here.traits.contains(.block) { flush() }
                node = Int(here.end)
                continue
            } else {
                enter(node)
            }
            node += 1
        }
        leave(before: .max)
        flush()
        return found
    }

    /// A template that is a shadow root is shown, others are not.
    private func isUnread(_ node: Int) -> Bool {
        let here = page.nodes[node]
        return here.traits.contains(.unread)
            && !(here.element == .template && page.value(.shadowRoot, of: node) != nil)
    }

    private mutating func enter(_ node: Int) {
        let here = page.nodes[node]
        let isBlock = here.traits.contains(.block)
        if isBlock { flush() }
        switch here.element {
        case .a, .b, .i, .em, .strong: break
        default: if !isBlock { return }
        }
        open.append((Int(here.end), owner, links, emphases))
        if isBlock { owner = node } else if here.element == .a { links += 1 } else { emphases += 1 }
    }

    private mutating func leave(before node: Int) {
        while let last = open.last, last.end <= node {
            if last.owner != owner { flush() }
            (owner, links, emphases) = (last.owner, last.links, last.emphases)
            open.removeLast()
        }
    }

    private mutating func add(_ node: Int) {
        let text = page.bytes(node)
        if text.contains(where: { !$0.isSpace }) { isBroken = false }
        if run.isEmpty { place = node }
        run.append(contentsOf: text)
        let length = text.trimmed.count
        if links > 0 { linked += length }
        if emphases > 0 { emphasised += length }
    }

    private mutating func flush() {
        isBroken = false
        guard !run.isEmpty else { return }
        let text = Spacing.oneLineBytes(run)
        if !text.isEmpty {
            found.append(
                Block(
                    node: owner, place: place, element: page.nodes[owner].element, text: text, linked: linked,
                    emphasised: emphasised))
        }
        run.removeAll(keepingCapacity: true)
        (linked, emphasised) = (0, 0)
    }
}
