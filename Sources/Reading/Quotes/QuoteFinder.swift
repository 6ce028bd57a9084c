/// Finds what is said, and by whom, in a text.
///
/// Works from the verbs of speaking: where the words stand (behind the verb, before it, on both sides), how far they go,
/// and who speaks. Quotation marks tell direct words from indirect ones; what they enclose is never looked into.
struct QuoteFinder {
    let document: Document
    let chunks: Chunks
    let regions: QuotedRegions
    let cues: CueTable
    let nouns: NounClasses
    let subjects: SubjectFinder
    var found: [Attribution] = []
    private var usedRegions: Set<Int> = []

    init(_ document: Document, chunks: Chunks, regions: QuotedRegions, cues: CueTable, nouns: NounClasses) {
        self.document = document
        self.chunks = chunks
        self.regions = regions
        self.cues = cues
        self.nouns = nouns
        subjects = SubjectFinder(document: document, chunks: chunks, regions: regions)
    }

    var tokens: [Token] { document.tokens }

    /// All that is said in a text, in order.
    static func attributions(
        in document: Document, chunks: Chunks, regions: QuotedRegions, cues: CueTable, nouns: NounClasses
    ) -> [Attribution] {
        var finder = QuoteFinder(document, chunks: chunks, regions: regions, cues: cues, nouns: nouns)
        for sentence in document.sentences { finder.read(sentence) }
        finder.continueQuotes()
        return finder.found.sorted { ($0.content.first?.lowerBound ?? 0) < ($1.content.first?.lowerBound ?? 0) }
    }

    private mutating func read(_ sentence: Range<Int>) {
        var place = sentence.lowerBound
        while place < sentence.upperBound {
            defer { place += 1 }
            guard !regions.isQuoted(place) else { continue }
            let token = tokens[place]
            if token.word == "according", place + 1 < sentence.upperBound, tokens[place + 1].word == "to" {
                accordingTo(at: place, in: sentence)
            } else if let verb = chunks.verb(at: place), verb.head == place, let known = cues.cue(at: place, in: tokens)
            {
                // A cue of several words reaches over the small words behind the verb.
                var whole = verb
                whole.range = verb.range.lowerBound..<max(verb.range.upperBound, known.end)
                speech(whole, known.cue, in: sentence)
            } else if token.tag == .colon {
                label(at: place, in: sentence)
            } else if token.tag == .noun || token.tag == .nouns {
                statement(at: place, in: sentence)
            }
        }
    }

    mutating func add(_ attribution: Attribution) {
        for part in attribution.content {
            for place in part where regions.regionAt[place] >= 0 { usedRegions.insert(Int(regions.regionAt[place])) }
        }
        found.append(attribution)
    }

    mutating func dropLast() { found.removeLast() }

    func isUsed(_ region: Int) -> Bool { usedRegions.contains(region) }

    mutating func extendLast(_ index: Int, with part: Range<Int>, region: Int) {
        found[index].content.append(part)
        usedRegions.insert(region)
    }
}
