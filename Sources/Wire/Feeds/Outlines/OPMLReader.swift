import SituationModel

extension OPML {
    /// The feeds of a list, however deep its folders; each address once.
    ///
    /// What is not a feed on the web is refused and named, above all commands, which some readers keep in such lists.
    package static func read(_ bytes: [UInt8], characterSet: String? = nil) throws(OPMLError) -> OPML {
        var warnings = WarningList()
        var decoder = ByteDecoder(transportLabel: characterSet)
        var text: [UInt8] = []
        bytes.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &text, warnings: &warnings) }
        var session = XMLSession()
        var outline = OutlineReceiver(parser: session.parser)
        var mender = XMLMender()
        var mended = MendedText()
        mender.mend(text, isLast: true, into: &mended, warnings: &warnings)
        mender.end(into: &mended, warnings: &warnings)
        _ = session.parse(mended, isLast: true, into: &outline)
        guard outline.root == "opml" else { throw .noList(root: outline.root) }
        return outline.list
    }
}

/// Collects the outlines of a list.
private struct OutlineReceiver: XMLReceiver {
    var list = OPML()
    private let parser: XMLParser
    private var names: [XMLName] = []
    private(set) var root: String?
    /// The names of the elements that are open, with the title of the folder for outlines.
    private var open: [(name: String, folder: String?)] = []
    private var known: Set<String> = []
    private var titleBytes: [UInt8] = []

    /// What is refused beyond this is only counted.
    private static let mostRefused = 200
    private var unnamed = 0

    init(parser: XMLParser) {
        self.parser = parser
    }

    mutating func name(_ name: XMLName) { names.append(name) }

    mutating func start(_ element: XMLElement) {
        let name = names[element.name].local.lowercased()
        // The first is the mender's own.
        if open.count == 1, root == nil { root = name }
        let folder = name == "outline" ? outline(element.attributes) : nil
        open.append((name, folder))
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if open.last?.name == "title", titleBytes.count < 1_000 { titleBytes.append(contentsOf: bytes.prefix(1_000)) }
    }

    mutating func end() {
        if open.popLast()?.name == "title", list.title == nil {
            let title = String(decoding: titleBytes, as: UTF8.self).trimmedASCII
            list.title = title.isEmpty ? nil : title
        }
    }

    mutating func problem(_ words: String) {}

    /// Takes the feed of an outline, if it is one; returns the folder that it is, if it is none.
    private mutating func outline(_ attributes: XMLAttributes) -> String? {
        func value(_ name: StaticString) -> String? {
            attributes[name].map(\.trimmedASCII).flatMap { $0.isEmpty ? nil : $0 }
        }
        let title = value("title") ?? value("text")
        guard let address = value("xmlUrl") ?? value("url").flatMap({ value("type")?.lowercased() == "rss" ? $0 : nil })
        else {
            if value("type")?.lowercased() == "rss" { refuse(title, "it names no address") }
            return title ?? ""
        }
        if let reason = Self.objection(to: address) {
            refuse(title ?? address.withoutCredentials, reason)
        } else if known.insert(address).inserted {
            let own = value("category")?.split(separator: ",").map(\.trimmedASCII) ?? []
            let folders = open.compactMap(\.folder).filter { !$0.isEmpty }
            let page = value("htmlUrl").flatMap { Self.objection(to: $0) == nil ? $0 : nil }
            list.feeds.append(OPMLFeed(title: title, address: address, page: page, categories: folders + own))
        } else {
            refuse(title ?? address.withoutCredentials, "the list has its address already")
        }
        return title ?? ""
    }

    /// Why an address is not taken; `nil` if it is.
    private static func objection(to address: String) -> String? {
        if address.hasPrefix("|") || address.hasPrefix("exec:") || address.hasPrefix("filter:") {
            return "it is a command, and commands are never run"
        }
        guard Link.isWeb(address) else { return "only http and https are taken" }
        guard address.utf8.count <= 2_048 else { return "its address is too long" }
        let hasSpaces = address.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
        let host = address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return hasSpaces || host.isEmpty ? "its address is not one" : nil
    }

    private mutating func refuse(_ title: String?, _ reason: String) {
        if list.refused.count == Self.mostRefused {
            unnamed += 1
            list.refused[Self.mostRefused - 1] = "and \(unnamed + 1) more"
        } else {
            list.refused.append("line \(parser.line): “\((title ?? "untitled").prefix(80))”: \(reason)")
        }
    }
}
