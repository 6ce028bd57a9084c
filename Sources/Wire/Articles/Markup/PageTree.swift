/// A page as a tree: elements and runs of text in the order of the page.
///
/// Nodes lie in one array, each element before what it holds, and know where their content ends: to go through a page is to go
/// through the array, and to leave out an element is to jump.
struct PageTree: Sendable {
    struct Node: Sendable {
        let element: Element
        /// Levels below the root, which is at 0.
        let depth: UInt16
        /// The element it stands in; the root stands in itself.
        let parent: Int32
        /// The node behind the last one inside.
        var end: Int32
        /// For text, where it lies in `text`; for an element, its attributes in `attributes`.
        var range: Range<Int32>

        var isText: Bool { element == .text }
        var traits: Element.Traits { element.traits }
    }

    /// Deeper elements are read as if they were not there: their text stays. Browsers stop at the same depth.
    static let deepest = 512

    /// Of a larger page only so many bytes are read.
    static let largest = 64 << 20

    /// The page in UTF-8.
    let source: [UInt8]
    private(set) var nodes: [Node] = []
    /// All text, character references resolved, runs of space made one.
    private(set) var text: [UInt8] = []
    private(set) var attributes: [MarkupScanner.Attribute] = []
    /// Those `meta` and `link` elements that hold something, wherever they stand.
    private(set) var metas: [Int] = []
    /// What stands in the scripts that hold linked data.
    private(set) var linkedData: [Range<Int>] = []
    private(set) var title: String?

    // What is open while the tree grows.
    private var stack: [Open] = []
    private var openCounts = [Int](repeating: 0, count: Element.allCases.count)
    /// Open elements beyond the deepest level.
    private var overflow = 0

    private struct Open {
        let element: Element
        let name: NameHash
        let node: Int
    }

    /// Reads a page, given in UTF-8. Never fails: every row of bytes is a page.
    init(_ bytes: [UInt8]) {
        source = bytes.count <= Self.largest ? bytes : Array(bytes.prefix(Self.largest))
        nodes.reserveCapacity(source.count / 60 + 16)
        text.reserveCapacity(source.count / 8 + 16)
        open(.other, NameHash())
        var scanner = MarkupScanner(source)
        while let piece = scanner.next() { add(piece, &scanner) }
        close(downTo: 0)
    }

    // MARK: Growing

    private mutating func add(_ piece: MarkupScanner.Piece, _ scanner: inout MarkupScanner) {
        switch piece {
        case .text(let range): addText(range, isRaw: false)
        case .rawText(let range): addRawText(range)
        case .end(let element, let name): end(element, name)
        case .start(let element, let name, let closesItself):
            if isOpen(.svg) || isOpen(.math) {
                // There every element may close itself, and a title is no page's title.
                scanner.readContentAsMarkup()
                if closesItself { return }
            }
            start(element, name, scanner.attributes)
        }
    }

    private mutating func addRawText(_ range: Range<Int>) {
        guard let last = stack.last else { return }
        switch last.element {
        case .script:
            if attribute(.type, of: last.node)?.lowercased().contains("ld+json") == true { linkedData.append(range) }
        case .title:
            if title == nil { title = CharacterReferences.decoded(source[range].trimmed) }
        case .style, .iframe, .noembed, .noframes, .textarea: break
        default: addText(range, isRaw: true)
        }
    }

    private mutating func addText(_ range: Range<Int>, isRaw: Bool) {
        let start = text.count
        let keepsLines = isOpen(.pre)
        var isSpaced = false
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = source[place]
            if byte.isSpace, !keepsLines {
                if !isSpaced { text.append(Byte.space) }
                isSpaced = true
                place += 1
            } else if byte == Byte.ampersand, !isRaw {
                isSpaced = false
                place = CharacterReferences.reference(source[..<range.upperBound], at: place, into: &text)
            } else {
                isSpaced = false
                text.append(byte)
                place += 1
            }
        }
        guard text.count > start, let parent = stack.last else { return }
        let number = Int32(nodes.count)
        nodes.append(
            Node(
                element: .text, depth: UInt16(stack.count), parent: Int32(parent.node), end: number + 1,
                range: Int32(start)..<Int32(text.count)))
    }

    private mutating func start(_ element: Element, _ name: NameHash, _ found: [MarkupScanner.Attribute]) {
        switch element {
        case .html, .body, .head:
            // A second one adds nothing, and a head ends where a body begins.
            if isOpen(element) { return }
            if element == .body { close(.head) }
        case .li: close(.li, within: [.ul, .ol, .menu])
        case .dt, .dd: close([.dt, .dd], within: [.dl])
        case .option: close(.option, within: [.select])
        case .tr: close([.tr], within: [.table])
        case .td, .th: close([.td, .th], within: [.table, .tr])
        case .thead, .tbody, .tfoot: close([.thead, .tbody, .tfoot, .tr], within: [.table])
        case .a: close(.a, within: [])
        default: break
        }
        if element.traits.contains(.endsParagraph) {
            close(.p, within: [])
            if isOpen(.head), !isInTemplate { close(.head) }
        }
        if element.traits.contains(.heading), let last = stack.last, last.element.traits.contains(.heading) {
            close(downTo: stack.count - 1)
        }
        open(element, name, found)
    }

    private var isInTemplate: Bool { isOpen(.template) || isOpen(.noscript) }

    private mutating func open(_ element: Element, _ name: NameHash, _ found: [MarkupScanner.Attribute] = []) {
        let isVoid = element.traits.contains(.void)
        if stack.count >= Self.deepest {
            if !isVoid { overflow += 1 }
            return
        }
        // Of these only what hangs on them matters, and that only where there is any.
        let isMeta = element == .meta || element == .link
        if isVoid, element != .br, element != .hr, !isMeta { return }
        if isMeta, found.isEmpty { return }
        let number = nodes.count
        let firstAttribute = Int32(attributes.count)
        attributes.append(contentsOf: found)
        nodes.append(
            Node(
                element: element, depth: UInt16(stack.count), parent: Int32(stack.last?.node ?? 0),
                end: Int32(number + 1), range: firstAttribute..<Int32(attributes.count)))
        if isMeta { metas.append(number) }
        guard !isVoid else { return }
        stack.append(Open(element: element, name: name, node: number))
        openCounts[Int(element.rawValue)] += 1
    }

    private func isOpen(_ element: Element) -> Bool { openCounts[Int(element.rawValue)] > 0 }

    /// An end tag: ends the nearest open element of its name, and all that is open in it.
    private mutating func end(_ element: Element, _ name: NameHash) {
        if overflow > 0 {
            overflow -= 1
            return
        }
        guard element != .html, element != .body, isOpen(element) else { return }
        let isFormatting = element.traits.contains(.formatting) && element != .a
        for level in stride(from: stack.count - 1, to: 0, by: -1) {
            let open = stack[level]
            if open.element == element, open.name == name {
                close(downTo: level)
                return
            }
            // Bold text that begins in one paragraph does not end another; a cell's content does not end its table.
            if isFormatting, element != .other, open.element.traits.contains(.block) { return }
            if open.element.traits.contains(.wall), !Self.isOfTable(element) { return }
        }
    }

    private static func isOfTable(_ element: Element) -> Bool {
        switch element {
        case .table, .tr, .td, .th, .thead, .tbody, .tfoot: true
        default: element.traits.contains(.wall)
        }
    }

    private mutating func close(_ element: Element, within limits: [Element] = []) { close([element], within: limits) }

    /// Ends the outermost open one of some elements, looked for up to the nearest of the limits; and up to the nearest
    /// wall, unless a table is what limits.
    private mutating func close(_ elements: [Element], within limits: [Element]) {
        guard elements.contains(where: isOpen) else { return }
        var found: Int?
        for level in stride(from: stack.count - 1, to: 0, by: -1) {
            let element = stack[level].element
            if elements.contains(element) {
                found = level
            } else if limits.contains(element) || (element.traits.contains(.wall) && !limits.contains(.table)) {
                break
            }
        }
        if let found { close(downTo: found) }
    }

    private mutating func close(downTo level: Int) {
        while stack.count > level, let last = stack.popLast() {
            nodes[last.node].end = Int32(nodes.count)
            openCounts[Int(last.element.rawValue)] -= 1
        }
    }
}

// MARK: - Reading the tree

extension PageTree {
    /// The value of a node's attribute, or `nil` where it has none.
    func attribute(_ name: AttributeName, of node: Int) -> String? {
        value(name, of: node).map(CharacterReferences.decoded)
    }

    /// The same as it stands in the markup.
    func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
        guard !nodes[node].isText else { return nil }
        for place in nodes[node].range where attributes[Int(place)].name == name {
            return source[attributes[Int(place)].value]
        }
        return nil
    }

    /// The nodes inside an element, and those inside them.
    func inside(_ node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

    func bytes(_ node: Int) -> ArraySlice<UInt8> {
        let range = nodes[node].range
        return text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The text inside an element on one line: of an element that holds more than a line, the beginning.
    func line(of node: Int) -> String {
        var line: [UInt8] = []
        for inner in inside(node).prefix(400) where nodes[inner].isText {
            line.append(contentsOf: bytes(inner).prefix(2_000))
            if line.count > 2_000 { break }
        }
        return Spacing.oneLine(line)
    }
}
