/// The elements that have begun and not ended, the innermost last.
struct OpenElements {
    private struct Level {
        var start: Int
        var namespaces: Int
    }

    /// The names, one behind the other.
    private var names: [UInt8] = []
    private var levels: [Level] = []
    /// Elements too deep to be followed, in these.
    private var tooDeep = 0
    private var namespaces = 0

    /// Namespaces that may be declared around one place; a parser looks through them all.
    private static let mostNamespaces = 512

    var innermost: String? {
        levels.last.map { String(decoding: names[$0.start...], as: UTF8.self) }
    }

    /// Takes note of a start tag; false if it is to be left out.
    mutating func open(_ tag: StartTag, in text: Piece) -> Bool {
        if tooDeep > 0 || levels.count >= FeedLimits.depth || namespaces + tag.namespaces > Self.mostNamespaces {
            if !tag.isEmpty, !tag.isVoid { tooDeep += 1 }
            return false
        }
        if tag.isEmpty || tag.isVoid { return true }
        levels.append(Level(start: names.count, namespaces: tag.namespaces))
        namespaces += tag.namespaces
        names.append(contentsOf: text.bytes(tag.name))
        return true
    }

    /// Ends the innermost element, if an end tag is just its own, which is to be written as it stands then.
    mutating func closeInnermost(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard tooDeep == 0, let level = levels.last, names.count - level.start == name.count else { return false }
        for (offset, byte) in name.enumerated() where names[level.start + offset] != byte { return false }
        levels.removeLast()
        for _ in name { names.removeLast() }
        namespaces -= level.namespaces
        return true
    }

    /// Writes the end tags that an end tag in the feed amounts to.
    ///
    /// - Returns: What is wrong with it, if something is.
    mutating func close(_ name: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> String? {
        if tooDeep > 0 {
            tooDeep -= 1
            return nil
        }
        guard let match = levels.indices.last(where: { nameBytes($0).isSame(as: name) }) else {
            return Self.mayStandAlone(name) ? nil : "</\(Self.shown(name))> that ends nothing; left out"
        }
        let isInnermost = match == levels.count - 1
        let unended = isInnermost ? nil : innermost
        while levels.count > match { closeInnermost(into: &out) }
        return unended.map { "</\(Self.shown(name))> where <\($0)> has not ended; ended here" }
    }

    mutating func closeAll(into out: inout [UInt8]) {
        while !levels.isEmpty { closeInnermost(into: &out) }
    }

    private mutating func closeInnermost(into out: inout [UInt8]) {
        guard let level = levels.popLast() else { return }
        out.append(contentsOf: "</".utf8)
        out.append(contentsOf: names[level.start...])
        out.append(UInt8(ascii: ">"))
        names.removeLast(names.count - level.start)
        namespaces -= level.namespaces
    }

    private func nameBytes(_ index: Int) -> ArraySlice<UInt8> {
        names[levels[index].start..<(index + 1 < levels.count ? levels[index + 1].start : names.count)]
    }

    /// Whether the end tag is of an element that is ended where it begins.
    private static func mayStandAlone(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        ["br", "hr", "img", "wbr", "input"].contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static func shown(_ name: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: name.prefix(60), as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Whether it is the same name; feeds are not careful about capitals.
    fileprivate func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for (mine, theirs) in zip(self, other) where mine != theirs {
            guard mine ^ theirs == 0x20, mine.isASCIILetter else { return false }
        }
        return true
    }
}
