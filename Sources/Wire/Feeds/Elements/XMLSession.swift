import CXML

/// What an XML document is handed to, piece by piece.
protocol XMLReceiver {
    /// A name is met for the first time; elements call it by its number, in the order in which the names come.
    mutating func name(_ name: XMLName)
    /// An element begins; the element stands for this moment only.
    mutating func start(_ element: XMLElement)
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
    mutating func end()
    /// Something is wrong that the parser can live with.
    mutating func problem(_ words: String)
}

/// An element at its beginning.
struct XMLElement {
    /// Which of the names that have been met it has, from 0.
    var name: Int
    var attributes: XMLAttributes
    /// The namespaces that are declared here: prefix, address, one after the other.
    var namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>
}

extension XMLElement {
    /// The addresses of the namespaces that are declared here.
    var addresses: [String] {
        stride(from: 1, to: namespaces.count, by: 2).compactMap { namespaces[$0].map { String(cString: $0) } }
    }

    /// The namespace that names without a prefix are in from here on, if it is declared here.
    var defaultNamespace: String? {
        for index in stride(from: 0, to: namespaces.count - 1, by: 2) where namespaces[index] == nil {
            return namespaces[index + 1].map { String(cString: $0) }
        }
        return nil
    }
}

/// The name of an element, as the feed has it.
struct XMLName: Hashable {
    var local: String
    var prefix: String?
    var namespace: String?
}

/// One run of libxml2's push parser.
///
/// It is given clean, mended XML only (see `XMLMender`), without document types, so that there is nothing to expand
/// and nothing to fetch; and no text but white space, which need not pass through it (see `MendedText`).
struct XMLSession: ~Copyable {
    let parser: XMLParser
    private var ids: [NamePointers: Int] = [:]
    private var recent: [(pointers: NamePointers, id: Int)]
    /// Set while the parser runs, which is the only time when it calls back.
    private var delivery: Delivery?

    /// libxml2 keeps one copy of each name, so that equal names have equal addresses.
    private struct NamePointers: Hashable {
        var local: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
        var namespace: UnsafePointer<UInt8>?
    }

    /// Where what is parsed goes to, and the text that goes with it.
    private struct Delivery {
        let kind: any XMLReceiver.Type
        /// A receiver of that kind, which nobody else can reach meanwhile.
        let receiver: UnsafeMutableRawPointer
        let text: UnsafeBufferPointer<UInt8>
        let runs: UnsafeBufferPointer<Int>
    }

    init() {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, local, prefix, namespace, namespaceCount, namespaces, count, _, attributes in
            XMLSession.of(user)?.pointee.started(
                NamePointers(local: local, prefix: prefix, namespace: namespace),
                namespaces: UnsafeBufferPointer(start: namespaces, count: Int(namespaceCount) * 2),
                attributes: XMLAttributes(UnsafeBufferPointer(start: attributes, count: Int(count) * 5)))
        }
        handler.endElementNs = { user, _, _, _ in XMLSession.of(user)?.pointee.ended() }
        handler.characters = { user, text, length in
            XMLSession.of(user)?.pointee.characters(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        // The same for both, or the parser tries to tell them apart and loses some.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { user, label, length in
            XMLSession.of(user)?.pointee.text(labelled: UnsafeBufferPointer(start: label, count: Int(length)))
        }
        handler.serror = { user, error in
            guard let error = error?.pointee, error.level.rawValue > XML_ERR_WARNING.rawValue else { return }
            XMLSession.of(user)?.pointee.failed(error)
        }
        parser = XMLParser(&handler)
        recent = Array(repeating: (NamePointers(), -1), count: 64)
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
        user?.assumingMemoryBound(to: XMLSession.self)
    }

    /// Parses the next text.
    ///
    /// - Returns: Whether there is any use in going on.
    mutating func parse<Receiver: XMLReceiver>(
        _ mended: borrowing MendedText, isLast: Bool, into receiver: inout Receiver
    ) -> Bool {
        guard !parser.isStopped else { return false }
        mended.withBuffers { xml, text, runs in
            withUnsafeMutablePointer(to: &receiver) { receiver in
                delivery = Delivery(
                    kind: Receiver.self, receiver: UnsafeMutableRawPointer(receiver), text: text, runs: runs)
                let parser = parser
                withUnsafeMutablePointer(to: &self) { parser.parse(xml, isLast: isLast, for: $0) }
                delivery = nil
            }
        }
        if parser.hasFailed, !parser.isStopped, !isLast {
            receiver.problem("the parser cannot go on from here")
            parser.giveUp()
        }
        return !parser.isStopped
    }

    private mutating func started(
        _ pointers: NamePointers, namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>, attributes: XMLAttributes
    ) {
        guard let delivery, !parser.isStopped else { return }
        let slot = (Int(bitPattern: pointers.local) >> 3 ^ Int(bitPattern: pointers.namespace) >> 5) & 63
        var id = recent[slot].id
        if id < 0 || recent[slot].pointers != pointers {
            id = self.id(of: pointers, for: delivery)
            recent[slot] = (pointers, id)
        }
        delivery.kind.start(
            XMLElement(name: id, attributes: attributes, namespaces: namespaces), at: delivery.receiver)
    }

    private mutating func id(of pointers: NamePointers, for delivery: Delivery) -> Int {
        if let id = ids[pointers] { return id }
        let name = XMLName(
            local: pointers.local.map { String(cString: $0) } ?? "",
            prefix: pointers.prefix.map { String(cString: $0) },
            namespace: pointers.namespace.map { String(cString: $0) })
        ids[pointers] = ids.count
        delivery.kind.name(name, at: delivery.receiver)
        return ids.count - 1
    }

    private func ended() {
        if let delivery { delivery.kind.end(at: delivery.receiver) }
    }

    private func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let delivery { delivery.kind.text(bytes, at: delivery.receiver) }
    }

    /// Hands on the run of text that a section stands for.
    private func text(labelled label: UnsafeBufferPointer<UInt8>) {
        guard let delivery, let run = MendedText.run(label), run < delivery.runs.count else { return }
        let end = run + 1 < delivery.runs.count ? delivery.runs[run + 1] : delivery.text.count
        characters(UnsafeBufferPointer(rebasing: delivery.text[delivery.runs[run]..<end]))
    }

    private func failed(_ error: xmlError) {
        guard let delivery, let message = error.message else { return }
        let words = String(cString: message).prefix(200).split { $0.isNewline }.joined(separator: " ")
        delivery.kind.problem(words, at: delivery.receiver)
    }
}

// The receiver by its address: what C calls back cannot be generic.
extension XMLReceiver {
    fileprivate static func name(_ name: XMLName, at receiver: UnsafeMutableRawPointer) {
        receiver.assumingMemoryBound(to: Self.self).pointee.name(name)
    }
    fileprivate static func start(_ element: XMLElement, at receiver: UnsafeMutableRawPointer) {
        receiver.assumingMemoryBound(to: Self.self).pointee.start(element)
    }
    fileprivate static func text(_ bytes: UnsafeBufferPointer<UInt8>, at receiver: UnsafeMutableRawPointer) {
        receiver.assumingMemoryBound(to: Self.self).pointee.text(bytes)
    }
    fileprivate static func end(at receiver: UnsafeMutableRawPointer) {
        receiver.assumingMemoryBound(to: Self.self).pointee.end()
    }
    fileprivate static func problem(_ words: String, at receiver: UnsafeMutableRawPointer) {
        receiver.assumingMemoryBound(to: Self.self).pointee.problem(words)
    }
}

/// libxml2's parser itself: what can be asked and told while it runs.
final class XMLParser {
    private let context: xmlParserCtxtPtr?
    /// Whether it takes nothing more.
    private(set) var isStopped = false

    private static let library: Void = xmlInitParser()

    fileprivate init(_ handler: inout xmlSAXHandler) {
        _ = Self.library
        context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil)
        // References in attributes are only resolved with “no entities left”; entities there are none.
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(options))
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    fileprivate func parse(_ xml: UnsafeRawBufferPointer, isLast: Bool, for session: UnsafeMutableRawPointer) {
        guard let context else { return }
        context.pointee.userData = session
        _ = xmlParseChunk(
            context, xml.bindMemory(to: CChar.self).baseAddress, Int32(clamping: xml.count), isLast ? 1 : 0)
        context.pointee.userData = nil
    }

    /// Whether it has met something that it cannot get over.
    fileprivate var hasFailed: Bool { context.map { $0.pointee.disableSAX != 0 } ?? true }

    /// Takes nothing more, having failed.
    fileprivate func giveUp() { isStopped = true }

    /// Takes nothing more.
    func stop() {
        isStopped = true
        xmlStopParser(context)
    }

    /// The line that the parser is at.
    var line: Int { Int(xmlSAX2GetLineNumber(context)) }
}

/// The attributes of one element.
struct XMLAttributes {
    /// Five for each: local name, prefix, namespace, beginning and end of the value.
    private let fields: UnsafeBufferPointer<UnsafePointer<UInt8>?>

    init(_ fields: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
        self.fields = fields
    }

    var isEmpty: Bool { fields.isEmpty }

    /// The value of the attribute of that name, with the prefix or without any; `nil` if there is none.
    subscript(_ name: StaticString, prefix prefix: StaticString? = nil) -> String? {
        for index in stride(from: 0, to: fields.count, by: 5) where Self.isSame(fields[index], name) {
            if let prefix {
                if Self.isSame(fields[index + 1], prefix) { return value(at: index) }
            } else if fields[index + 1] == nil {
                return value(at: index)
            }
        }
        return nil
    }

    /// All that have no prefix, or that of XML itself.
    var plain: [(name: String, value: String)] {
        stride(from: 0, to: fields.count, by: 5).compactMap { index in
            guard let name = fields[index], fields[index + 1] == nil || Self.isSame(fields[index + 1], "xml") else {
                return nil
            }
            return (String(cString: name), value(at: index))
        }
    }

    private func value(at index: Int) -> String {
        guard let start = fields[index + 3], let end = fields[index + 4] else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }

    private static func isSame(_ bytes: UnsafePointer<UInt8>?, _ name: StaticString) -> Bool {
        guard let bytes else { return false }
        for offset in 0..<name.utf8CodeUnitCount {
            let byte = bytes[offset]
            // Attributes too come in capitals.
            guard byte == name.utf8Start[offset] || byte | 0x20 == name.utf8Start[offset] | 0x20 && byte.isASCIILetter
            else { return false }
        }
        return bytes[name.utf8CodeUnitCount] == 0
    }
}
