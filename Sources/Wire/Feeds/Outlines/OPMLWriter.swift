import CXML

extension OPML {
    /// The list as OPML 2.0, in UTF-8; feeds lie in the folder of their first category.
    package func write() throws(OPMLError) -> [UInt8] {
        guard let buffer = xmlBufferCreate() else { throw .cannotWrite }
        defer { xmlBufferFree(buffer) }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else { throw .cannotWrite }
        var isWhole = xmlTextWriterSetIndent(writer, 1) >= 0
        func check(_ result: Int32) { isWhole = isWhole && result >= 0 }
        check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
        check(xmlTextWriterStartElement(writer, "opml"))
        check(xmlTextWriterWriteAttribute(writer, "version", "2.0"))
        check(xmlTextWriterStartElement(writer, "head"))
        if let title { check(xmlTextWriterWriteElement(writer, "title", title.allowedInXML)) }
        check(xmlTextWriterEndElement(writer))
        check(xmlTextWriterStartElement(writer, "body"))
        for (folder, feeds) in folders {
            if let folder { check(startOutline(writer, named: folder)) }
            for feed in feeds { write(feed, writer, check) }
            if folder != nil { check(xmlTextWriterEndElement(writer)) }
        }
        check(xmlTextWriterEndDocument(writer))
        // The end is only in the buffer once the writer is gone.
        xmlFreeTextWriter(writer)
        guard isWhole, let start = xmlBufferContent(buffer) else { throw .cannotWrite }
        return Array(UnsafeBufferPointer(start: start, count: Int(xmlBufferLength(buffer))))
    }

    /// The feeds by their first category, in the order in which the categories come; those without one first.
    private var folders: [(folder: String?, feeds: [OPMLFeed])] {
        var order: [String] = []
        var members: [String: [OPMLFeed]] = [:]
        for feed in feeds {
            guard let folder = feed.categories.first else { continue }
            if members[folder] == nil { order.append(folder) }
            members[folder, default: []].append(feed)
        }
        return [(nil, feeds.filter(\.categories.isEmpty))] + order.map { ($0, members[$0] ?? []) }
    }

    private func startOutline(_ writer: xmlTextWriterPtr, named name: String) -> Int32 {
        min(
            xmlTextWriterStartElement(writer, "outline"),
            xmlTextWriterWriteAttribute(writer, "text", name.allowedInXML))
    }

    private func write(_ feed: OPMLFeed, _ writer: xmlTextWriterPtr, _ check: (Int32) -> Void) {
        check(startOutline(writer, named: feed.title ?? feed.address))
        check(xmlTextWriterWriteAttribute(writer, "type", "rss"))
        check(xmlTextWriterWriteAttribute(writer, "xmlUrl", feed.address.allowedInXML))
        if let page = feed.page { check(xmlTextWriterWriteAttribute(writer, "htmlUrl", page.allowedInXML)) }
        if feed.categories.count > 1 {
            let more = feed.categories.dropFirst().joined(separator: ",").allowedInXML
            check(xmlTextWriterWriteAttribute(writer, "category", more))
        }
        check(xmlTextWriterEndElement(writer))
    }
}

extension String {
    /// Without the characters that XML has no way to write.
    fileprivate var allowedInXML: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
