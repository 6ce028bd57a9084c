/// Finds who is named in a text, and which names stand for the same one.
struct ActorFinder {
    let document: Document
    let chunks: Chunks
    let gazetteer: Gazetteer
    let givenNames: GivenNames
    let nouns: NounClasses
    var actors: [TextActor] = []
    private(set) var mentions: [Mention] = []
    /// How many of the mentions, the first ones, are names in the order of the text.
    private(set) var namedCount = 0
    /// The mention that covers each token, -1 for none.
    private(set) var mentionAt: [Int32]

    private var byID: [String: Int] = [:]
    var byLastName = WordTable<Int>()
    var byGivenName = WordTable<Int>()
    var byAcronym = WordTable<Int>()
    /// Who bears an office or is described by a noun, last.
    var byNoun = WordTable<Int>()
    /// Words that are names somewhere inside a sentence of this text.
    var nameWords = WordTable<Bool>()

    var tokens: [Token] { document.tokens }

    init(_ document: Document, chunks: Chunks, gazetteer: Gazetteer, givenNames: GivenNames, nouns: NounClasses) {
        self.document = document
        self.chunks = chunks
        self.gazetteer = gazetteer
        self.givenNames = givenNames
        self.nouns = nouns
        mentionAt = Array(repeating: -1, count: document.tokens.count)
        for sentence in document.sentences {
            for place in sentence.dropFirst() where tokens[place].tag == .name && tokens[place].isCapitalised {
                nameWords[tokens[place].word] = true
            }
        }
        for sentence in document.sentences { read(sentence) }
        namedCount = mentions.count
    }

    private mutating func read(_ sentence: Range<Int>) {
        var place = sentence.lowerBound
        while place < sentence.upperBound { place = readName(at: place, in: sentence) }
    }

    /// Reads what starts at a token and returns the next token to look at.
    private mutating func readName(at place: Int, in sentence: Range<Int>) -> Int {
        let token = tokens[place]
        guard token.kind == .word else { return place + 1 }
        let known = gazetteer.match(at: place, in: tokens, upTo: sentence.upperBound)
        guard token.isCapitalised || known != nil else { return place + 1 }
        let name = personName(at: place, in: sentence)
        if let known, !isLongerPersonName(name, than: known) {
            return readKnown(known.alias, place..<known.end, in: sentence)
        }
        if let name { return readPerson(name, in: sentence) }
        if let end = organisationEnd(from: place, in: sentence) { return readOrganisation(place..<end, in: sentence) }
        return readSingle(at: place, in: sentence)
    }

    // MARK: Book-keeping

    mutating func number(of entry: Gazetteer.Entry) -> Int {
        number(
            of: TextActor(
                id: entry.id, isKnown: true, name: entry.name, kind: entry.kind, home: entry.home,
                isFemale: entry.isFemale))
    }

    /// The number of an actor in this text; new ones get one.
    mutating func number(of actor: TextActor) -> Int {
        if let known = byID[actor.id] { return known }
        byID[actor.id] = actors.count
        actors.append(actor)
        return actors.count - 1
    }

    mutating func add(_ mention: Mention) {
        for place in mention.range { mentionAt[place] = Int32(mentions.count) }
        mentions.append(mention)
    }

    mutating func markUsed(_ actor: Int) { actors[actor].isUsed = true }

    /// The mention that covers a token.
    func mention(at token: Int) -> Mention? {
        guard token >= 0, token < mentionAt.count, mentionAt[token] >= 0 else { return nil }
        return mentions[Int(mentionAt[token])]
    }

    /// Who was last described by a noun: "the minister".
    func actor(describedBy noun: Word) -> Int? { byNoun[noun] }

    mutating func describe(_ actor: Int, by noun: Word) { byNoun[noun] = actor }
}
