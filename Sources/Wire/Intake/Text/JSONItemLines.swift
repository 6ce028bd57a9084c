/// Reads items from JSON lines, in pieces as they come; a line that is none is named and passed over.
package struct JSONItemLines {
    package private(set) var items = 0
    /// Lines that are no items and were left out.
    package private(set) var leftOut = 0
    package private(set) var warnings = Warnings()

    private let origin: IncomingItem.Origin
    private var splitter: LineSplitter

    /// `limit` is the longest line in bytes.
    package init(origin: IncomingItem.Origin, limit: Int = IntakeLimits().lineBytes) {
        self.origin = origin
        splitter = LineSplitter(limit: limit)
    }

    /// The warnings since this was last asked, and how many lines were left out, which are then forgotten: a pipe may run
    /// for weeks.
    package mutating func takeWarnings() -> (sentences: [String], leftOut: Int) {
        defer { (warnings, leftOut) = (Warnings(), 0) }
        return (warnings.sentences, leftOut)
    }

    /// Takes the next piece of the file and hands on the items whose lines it completes.
    package mutating func append(
        _ piece: UnsafeBufferPointer<UInt8>, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        var splitter = splitter
        self.splitter = LineSplitter(limit: splitter.limit)
        defer { self.splitter = splitter }
        try splitter.append(piece) { try read($0, deliver) }
    }

    /// Hands on the last line, if it has no end.
    package mutating func finish(_ deliver: (IncomingItem) throws -> Void) throws {
        var splitter = splitter
        try splitter.finish { try read($0, deliver) }
        self.splitter = splitter
    }

    private mutating func read(
        _ line: LineSplitter.Line, _ deliver: (IncomingItem) throws -> Void
    ) throws {
        guard let item = item(number: line.number, line.bytes, isCut: line.isCut) else { return }
        try deliver(item)
    }

    /// The item on a line that was split off elsewhere; `nil` for an empty line, and with a warning for one that is none.
    package mutating func item(on line: LineStream.Line) -> IncomingItem? {
        line.bytes.withUnsafeBufferPointer { item(number: line.number, $0, isCut: line.isCut) }
    }

    private mutating func item(number: Int, _ line: UnsafeBufferPointer<UInt8>, isCut: Bool) -> IncomingItem? {
        var origin = origin
        origin.line = number
        var bytes = line
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = .init(rebasing: bytes.dropFirst(3)) }
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
        guard !isCut else {
            leftOut += 1
            warnings.add("\(origin): the line is longer than \(splitter.limit) bytes and is left out")
            return nil
        }
        do {
            let item = try JSONItemLine.item(bytes)
            if let note = item.note { warnings.add("\(origin): \(note)") }
            items += 1
            return IncomingItem(origin: origin, particulars: item.particulars, content: .text(item.text))
        } catch {
            leftOut += 1
            warnings.add("\(origin): \(error)")
            return nil
        }
    }
}
