import CXML
import SituationModel

/// Where in a feed an element stands.
enum FeedPlace {
    /// In the root of RSS and RDF, which hold a channel and sometimes the entries.
    case root
    /// In what the feed says about itself.
    case channel
    case entry
    /// Among the descriptions of one file of an entry.
    case media
    case person, source, image
    case ignored
    /// In an HTML page instead of a feed.
    case page
}

/// Makes a feed of the elements of its XML.
///
/// The entries come out one at a time, as they end; the rest is in `feed` by then as far as it came before them.
struct FeedBuilder: XMLReceiver {
    private struct Frame {
        var place: FeedPlace
        var depth: Int
    }

    var feed = Feed(format: .rss)
    /// What has been read and not been taken yet.
    var finished: [FeedEntry] = []
    /// Why this is no feed.
    private(set) var failure: FeedError?
    var warnings = WarningList()
    private let parser: XMLParser
    let limits: FeedLimits

    var capture = TextCapture()
    var draft: EntryDraft?
    var head = HeadDraft()
    var person = FeedPerson()
    var personText: [UInt8] = []
    /// The bytes that the entry, or the head, may still hold.
    var room: Int
    private var frames: [Frame] = []
    private var depth = 0
    private var bases: [(depth: Int, base: String)] = []
    private let documentBase: String?
    private var isAtom = false
    private var core: String?
    private var hasRoot = false
    private var isPage = false
    /// The names that elements have, and which elements they make.
    private var names: [XMLName] = []
    private var elements: [FeedElement] = []

    /// - Parameter base: The address that the feed was fetched from, to which its links are relative.
    init(base: String?, limits: FeedLimits, parser: XMLParser) {
        documentBase = base
        self.parser = parser
        self.limits = limits
        room = limits.entryBytes
    }

    /// What links are relative to here.
    var base: String? { bases.last?.base ?? documentBase }
    /// The same, but only where the feed itself says it.
    var ownBase: String? { bases.last?.base }

    mutating func problem(_ words: String) {
        warnings.note(words, line: parser.line)
    }

    // MARK: - Elements

    mutating func name(_ name: XMLName) {
        names.append(name)
        elements.append(FeedElement(name, isAtom: isAtom, core: core))
    }

    mutating func start(_ element: XMLElement) {
        depth += 1
        if !element.attributes.isEmpty, let base = element.attributes["base", prefix: "xml"] {
            let resolved = Link.resolve(base, base: self.base)
            if resolved.utf8.count < Link.longestBase { bases.append((depth, resolved)) }
        }
        guard hasRoot else {
            // The first is the mender's own.
            if depth > 1 { begin(root: element) }
            return
        }
        let meaning = elements[element.name]
        if meaning == .entry, mayBeginEntry {
            capture.abandon()
            finishEntry()
            beginEntry(element.attributes)
            frames.append(Frame(place: .entry, depth: depth))
        } else if capture.isActive {
            openNames.append(element.name)
            capture.beginElement(names[element.name], element.attributes, depth: depth, base: base)
        } else {
            let place = frames.last?.place ?? .root
            frames.append(Frame(place: begin(meaning, in: place, element), depth: depth))
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if capture.isActive {
            capture.append(bytes)
        } else if frames.last?.place == .person, personText.count < 1_000 {
            personText.append(contentsOf: bytes.prefix(1_000))
        }
    }

    mutating func end() {
        defer {
            if bases.last?.depth == depth { bases.removeLast() }
            depth -= 1
        }
        if capture.isActive, depth > capture.depth {
            if let name = openNames.popLast() { capture.endElement(names[name], depth: depth) }
            return
        }
        if capture.isActive {
            openNames = []
            let (isCut, room) = (capture.isCut, self.room)
            let (bytes, text) = capture.end()
            self.room = room - text.count
            if isCut { cut() }
            bytes.withUnsafeBufferPointer { store(UnsafeBufferPointer(rebasing: $0[text])) }
            capture.reuse(bytes)
        }
        guard let frame = frames.last, frame.depth == depth else { return }
        frames.removeLast()
        switch frame.place {
        case .entry: finishEntry()
        case .person: endPerson()
        default: break
        }
    }

    /// Whether what stands here is about the feed that an entry was taken over from.
    var isInSource: Bool { frames.last?.place == .source }

    /// The names of the elements open inside the text that is being read.
    private var openNames: [Int] = []

    /// Whether an entry can begin here; the feed may have forgotten to end the one before.
    private var mayBeginEntry: Bool {
        if capture.isActive { return !isAtom && capture.form != .elements }
        switch frames.last?.place {
        case .root, .channel, .entry, nil: return true
        case .ignored: return draft == nil
        default: return false
        }
    }

    private mutating func begin(_ element: FeedElement, in place: FeedPlace, _ source: XMLElement) -> FeedPlace {
        switch (place, element) {
        case (.root, .channel): return .channel
        case (.root, .image), (.channel, .image), (.entry, .image): return .image
        case (.root, _), (.ignored, _): return .ignored
        case (.channel, _): return beginHeadField(element, source.attributes)
        case (.entry, _), (.media, _): return beginEntryField(element, in: place, source.attributes)
        case (.person, .name), (.person, .email), (.person, .uri), (.image, .imageLocation), (.source, .title):
            read(element, in: place)
            return .ignored
        case (.source, .author): return beginPerson()
        case (.source, .atomLink):
            setSourceLink(source.attributes)
            return .ignored
        case (.page, _):
            lookForFeed(source)
            return .page
        default: return .ignored
        }
    }

    /// Begins to read the text of an element.
    mutating func read(
        _ element: FeedElement, in place: FeedPlace, as form: TextCapture.Form = .plain, attribute: String? = nil
    ) {
        capture.begin(element, in: place, as: form, depth: depth, room: room, attribute: attribute)
    }

    /// Takes note that something of the entry or the head is left out.
    mutating func cut() {
        draft?.entry.isCut = true
        problem(draft == nil ? "the feed's head is too long; cut" : "an entry that is too long; cut")
    }

    // MARK: - The root

    private mutating func begin(root: XMLElement) {
        let name = names[root.name]
        hasRoot = true
        core = name.namespace ?? root.defaultNamespace
        head.namespaces = root.addresses
        var place = FeedPlace.root
        switch name.local.lowercased() {
        case "rss": feed.version = root.attributes["version"].flatMap { $0.isEmpty ? nil : $0 }
        case "rdf":
            head.isRDF = true
            core = root.defaultNamespace
        case "channel": place = .channel
        case "feed":
            place = .channel
            isAtom = true
            feed.format = .atom
            feed.version =
                name.namespace.map { $0.trimmedASCII.lowercased().contains("/2005/atom") ? "1.0" : "0.3" }
                ?? root.attributes["version"]
        case "html":
            place = .page
            isPage = true
        default:
            failure = .otherXML(root: String(name.tag.prefix(60)))
            parser.stop()
        }
        feed.language = root.attributes["lang", prefix: "xml"]
        elements = names.map { FeedElement($0, isAtom: isAtom, core: core) }
        frames.append(Frame(place: place, depth: depth))
    }

    private mutating func lookForFeed(_ element: XMLElement) {
        let name = names[element.name].local.lowercased()
        guard name == "link" || name == "body" else { return }
        if name == "body" {
            failure = .page(feed: nil)
        } else if let relation = element.attributes["rel"]?.lowercased(), relation.contains("alternate"),
            let type = element.attributes["type"]?.lowercased(),
            ["rss", "atom", "feed+json", "rdf"].contains(where: { type.contains($0) }),
            let link = element.attributes["href"]
        {
            failure = .page(feed: Link.resolve(link, base: base))
        }
        if failure != nil { parser.stop() }
    }

    // MARK: - The end

    /// Closes the feed.
    ///
    /// - Returns: Why it was none, if so.
    mutating func finish() -> FeedError? {
        finishEntry()
        if failure != nil { return failure }
        if isPage { return .page(feed: nil) }
        guard hasRoot else { return .empty }
        return head.complete(&feed)
    }

    /// Says that the entry that is open will not be whole.
    mutating func breakOff() {
        draft?.entry.isCut = true
    }

    private mutating func finishEntry() {
        guard let entry = draft?.complete(with: feed) else { return }
        draft = nil
        room = limits.entryBytes
        finished.append(entry)
    }
}
