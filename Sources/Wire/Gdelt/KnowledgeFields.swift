import SituationModel

/// Takes apart the columns of a GKG row, each of which is a list in a form of its own.
///
/// What does not have the form is passed over: half of a list is worth more than none.
enum KnowledgeFields {
    /// `Name,offset;Name,offset;…`, or `Name;Name;…` in the older columns.
    static func named(_ text: String) -> [GdeltKnowledge.Named] {
        text.split(separator: ";").map { block in
            guard let comma = block.lastIndex(of: ","), let offset = Int(block[block.index(after: comma)...]) else {
                return GdeltKnowledge.Named(name: String(block), offset: nil)
            }
            return GdeltKnowledge.Named(name: String(block[..<comma]), offset: offset)
        }
    }

    /// `offset|length|verb|quote#…`; a quote may itself hold a `#` or `|`.
    static func quotations(_ text: String) -> [GdeltKnowledge.Quotation] {
        var result: [GdeltKnowledge.Quotation] = []
        for block in text.split(separator: "#", omittingEmptySubsequences: false) {
            let parts = block.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
            if parts.count == 4, let offset = Int(parts[0]) {
                result.append(
                    .init(
                        offset: offset, length: Int(parts[1]), verb: parts[2].isEmpty ? nil : String(parts[2]),
                        text: String(parts[3])))
            } else if let last = result.indices.last {
                result[last].text += "#" + block
            }
        }
        return result
    }

    /// `number,object,offset;…`; an object may hold a comma.
    static func amounts(_ text: String) -> [GdeltKnowledge.Amount] {
        text.split(separator: ";").compactMap { block in
            guard let first = block.firstIndex(of: ","), let last = block.lastIndex(of: ","), first < last,
                let value = Double(block[..<first])
            else { return nil }
            return GdeltKnowledge.Amount(
                value: value, object: String(block[block.index(after: first)..<last]),
                offset: Int(block[block.index(after: last)...]))
        }
    }

    /// `type#number#object#` and a place, `;` between them.
    static func counts(_ text: String) -> [GdeltKnowledge.Count] {
        text.split(separator: ";").compactMap { block in
            let parts = block.split(separator: "#", omittingEmptySubsequences: false)
            guard parts.count >= 3, let value = Double(parts[1]) else { return nil }
            return GdeltKnowledge.Count(
                kind: String(parts[0]), value: value, object: String(parts[2]),
                place: place(Array(parts.dropFirst(3)), hasSubdivision: false))
        }
    }

    /// `type#name#FIPS#division#latitude#longitude#feature;…`; in the later column with a subdivision before the latitude
    /// and an offset at the end.
    static func places(_ text: String) -> [GdeltKnowledge.Place] {
        text.split(separator: ";").compactMap { block in
            let parts = block.split(separator: "#", omittingEmptySubsequences: false)
            return place(parts, hasSubdivision: parts.count >= 9)
        }
    }

    private static func place(_ parts: [Substring], hasSubdivision: Bool) -> GdeltKnowledge.Place? {
        guard parts.count >= 7, !parts[1].isEmpty || !parts[2].isEmpty else { return nil }
        let rest = Array(parts.dropFirst(hasSubdivision ? 5 : 4))
        return GdeltKnowledge.Place(
            precision: Int(parts[0]).flatMap(GdeltPlace.Precision.init), name: String(parts[1]),
            country: FipsCountryCode(parts[2]), division: parts[3].isEmpty ? nil : String(parts[3]),
            latitude: Double(rest[0]), longitude: Double(rest[1]), feature: rest[2].isEmpty ? nil : String(rest[2]),
            offset: rest.count > 3 ? Int(rest[3]) : nil)
    }

    /// Six or seven numbers with commas.
    static func tone(_ text: String) -> GdeltKnowledge.Tone? {
        let numbers = text.split(separator: ",").map { Double($0) }
        guard numbers.count >= 6 else { return nil }
        let known = numbers.prefix(6).compactMap { $0 }
        guard known.count == 6 else { return nil }
        return GdeltKnowledge.Tone(
            tone: known[0], positive: known[1], negative: known[2], polarity: known[3], activity: known[4],
            selfOrGroup: known[5], words: numbers.count > 6 ? numbers[6].flatMap { Int(exactly: $0) } : nil)
    }

    /// `resolution#month#day#year#offset;…`, 0 for what is not known.
    static func days(_ text: String) -> [GdeltKnowledge.NamedDay] {
        text.split(separator: ";").compactMap { block in
            let parts = block.split(separator: "#", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count >= 4 else { return nil }
            func known(_ number: Int?) -> Int? { number == 0 ? nil : number }
            return GdeltKnowledge.NamedDay(
                year: known(parts[3]), month: known(parts[1]), day: known(parts[2]),
                offset: parts.count > 4 ? parts[4] : nil)
        }
    }

    // MARK: The last column, which has tags

    static func page(_ text: String) -> GdeltKnowledge.Page {
        GdeltKnowledge.Page(
            title: content(of: "PAGE_TITLE", in: text), authors: content(of: "PAGE_AUTHORS", in: text),
            published: content(of: "PAGE_PRECISEPUBTIMESTAMP", in: text).flatMap(moment),
            links: content(of: "PAGE_LINKS", in: text)?.split(separator: ";").map(String.init) ?? [])
    }

    private static func content(of tag: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "<\(tag)>")?.upperBound,
            let end = text[start...].firstRange(of: "</\(tag)>")?.lowerBound, start < end
        else { return nil }
        return unescaped(text[start..<end])
    }

    private static func moment(_ digits: String) -> Instant? {
        let bytes = Array(digits.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var fields = TabbedFields()
            fields.split(bytes)
            return fields.moment(0, "PAGE_PRECISEPUBTIMESTAMP")
        }
    }

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]

    /// Character references resolved, once: what comes out is not looked at again.
    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let name = rest[rest.index(after: start)...].prefix(10).prefix { $0 != ";" && $0 != "&" }
            let isClosed = name.endIndex < rest.endIndex && rest[name.endIndex] == ";"
            if isClosed, let meaning = meaning(name) {
                result += meaning
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                result += "&"
                rest = rest[rest.index(after: start)...]
            }
        }
        return result + rest
    }

    private static func meaning(_ name: Substring) -> String? {
        guard name.first == "#" else { return entities[String(name)] }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
