package import Reading
package import SituationModel
package import Storage
import Wire

/// Takes texts into the archive: each with what is read from it, in one act, and each story only once.
///
/// Texts are taken in portions: sorted into new, changed and known ones, read, written. Reading a portion goes on while the
/// one before it is written.
package struct ArchiveIntake: Sendable {
    let archive: Archive
    let situation: SituationID
    private let gazetteer: Gazetteer
    private var reader: Reader
    private(set) var known: KnownActors
    let now: @Sendable () -> Instant
    private var recent = RecentStories()
    /// Whether `recent` holds what came in last before this intake was begun.
    private var knowsLatest = false
    /// Documents sorted and not written yet, as they are to be.
    private var underway: [DocumentID: Document] = [:]
    private var underwayKeys: [UInt64: DocumentID] = [:]

    /// How many of the documents that are there already new ones are compared with: some days of a few dozen feeds.
    private static let latest = 2_000

    /// How many texts are read at once to be compared with.
    private static let textsAtOnce = 256

    /// Under which name the machine's entries stand in the journal.
    package static let author = Author("reading", kind: .machine)

    /// An intake into one situation, which is to be in the archive.
    package init(
        into archive: Archive, situation: SituationID, gazetteer: Gazetteer, now: @escaping @Sendable () -> Instant
    ) throws(ArchiveError) {
        self.archive = archive
        self.situation = situation
        self.gazetteer = gazetteer
        self.now = now
        known = KnownActors(try archive.outline(of: situation), gazetteer: gazetteer)
        reader = Reader(gazetteer: known.gazetteer)
    }

    /// Learns who has become known to the situation, or is called otherwise, since texts were last taken in.
    mutating func renewKnown() throws(ArchiveError) {
        let outline = try archive.outline(of: situation)
        guard !known.isOf(outline) else { return }
        known = KnownActors(outline, gazetteer: gazetteer)
        reader = Reader(gazetteer: known.gazetteer)
    }

    /// What the archive knows of an entry of a feed that gives only the beginning of its text.
    static func familiarity(
        of stub: Arrival, in archive: Archive, _ situation: SituationID
    ) -> SourceQuestion.Familiarity {
        let (key, identities) = (Stub(stub).key, ArrivalKeys(stub).identities)
        let found = (try? archive.documents(knownBy: [key] + identities, of: situation)) ?? [:]
        if found[key] != nil { return .completed }
        return identities.contains { found[$0] != nil } ? .known : .unknown
    }

    // MARK: In one go

    /// Takes in texts, all of them or none, in one act that can be undone.
    ///
    /// - Parameter summary: what the log calls the act; made from the texts where it is `nil`.
    package mutating func take(
        _ arrivals: [Arrival], summary: String? = nil
    ) async throws(ArchiveError)
        -> IntakeOutcome
    {
        let portion = try sort(arrivals)
        let records = await portion.read(by: reader, known)
        return try write(portion, records, summary: summary)
    }

    // MARK: In steps

    /// Tells what is to be done about some texts.
    ///
    /// - Parameter again: documents whose texts have come again as they were, which somebody has found out already.
    mutating func sort(_ arrivals: [Arrival], again: [DocumentID] = []) throws(ArchiveError) -> IntakePortion {
        var portion = IntakePortion()
        for id in again { recent.add(known: id) }
        let exact = arrivals.map { ($0, $0.exactly) }
        let present = try archive.present(Set(exact.map(\.1)), of: situation)
        var keyed: [(Arrival, ArrivalKeys)] = []
        for (arrival, key) in exact {
            if let id = present[key] {
                recent.add(known: id)
            } else {
                keyed.append((arrival, ArrivalKeys(arrival)))
            }
        }
        portion.outcome.unchanged += arrivals.count - keyed.count + again.count
        let stored = try archive.documents(knownBy: Set(keyed.flatMap(\.1.all)), of: situation)
        for (arrival, keys) in keyed { try sort(arrival, keys, stored, into: &portion) }
        return portion
    }

    /// Reads what needs reading, on a thread of its own.
    func reading(of portion: IntakePortion) -> Task<[DocumentID: [Record]], Never> {
        let (reader, known) = (reader, known)
        return Task { await portion.read(by: reader, known) }
    }

    private mutating func sort(
        _ arrival: Arrival, _ keys: ArrivalKeys, _ stored: [UInt64: [DocumentID]], into portion: inout IntakePortion
    ) throws(ArchiveError) {
        let underwayKeys = underwayKeys
        func document(_ key: UInt64) -> DocumentID? { underwayKeys[key] ?? stored[key]?.first }
        if let id = keys.identities.lazy.compactMap(document).first {
            if id == keys.documentID { recent.add(known: id) }
            try revise(id, by: arrival, keys, isSameItem: true, into: &portion)
        } else if let id = keys.words.flatMap(document) {
            try revise(id, by: arrival, keys, isSameItem: false, into: &portion)
        } else if let id = try nearDuplicate(of: arrival, keys) {
            try revise(id, by: arrival, keys, isSameItem: false, into: &portion)
        } else {
            let document = arrival.document(keys.documentID)
            portion.add(document)
            underway[document.id] = document
            recent.add(document.id, keys.sketch)
            remember(keys, arrival, as: document.id, stored, &portion)
        }
    }

    /// The document that tells the same story in nearly the same words.
    private mutating func nearDuplicate(of arrival: Arrival, _ keys: ArrivalKeys) throws(ArchiveError) -> DocumentID? {
        // Before the first comparison, and not before: an intake to which nothing new comes costs nothing.
        if !knowsLatest {
            for (id, text) in try archive.latestTexts(Self.latest, of: situation) { recent.add(id, TextSketch(text)) }
            knowsLatest = true
        }
        let returned = recent.takeReturned()
        for start in stride(from: 0, to: returned.count, by: Self.textsAtOnce) {
            let some = returned[start..<min(returned.count, start + Self.textsAtOnce)]
            for (id, text) in try archive.texts(of: some, in: situation) { recent.add(id, TextSketch(text)) }
        }
        for candidate in recent.candidates(for: keys.sketch) {
            guard let other = try present(candidate) else { continue }
            if TextLikeness(other.text, arrival.text).isOneStory { return candidate }
        }
        return nil
    }

    private func present(_ id: DocumentID) throws(ArchiveError) -> Document? {
        if let document = underway[id] { return document }
        return try archive.document(id, of: situation)
    }

    /// - Parameter isSameItem: whether it is the very item that came before, by its address or name, so that other words
    ///   are a later version; else it is the story as told in another place.
    private mutating func revise(
        _ id: DocumentID, by arrival: Arrival, _ keys: ArrivalKeys, isSameItem: Bool, into portion: inout IntakePortion
    ) throws(ArchiveError) {
        guard let stored = try present(id) else {
            portion.outcome.removed += 1
            return
        }
        var document = stored
        let isOriginal = document.source == arrival.source && document.isAt(arrival.link)
        if isSameItem, isOriginal {
            if document.text != arrival.text, arrival.isWorthKeeping(besides: document.text) {
                document.text = arrival.text
            }
            if !arrival.title.isEmpty { document.title = arrival.title }
        } else if !isOriginal, !document.appearances.contains(where: { $0.isAlso(arrival) }) {
            document.appearances.append(
                Document.Appearance(
                    source: arrival.source, title: arrival.title, link: arrival.link, received: arrival.received))
        }
        underway[id] = document == stored ? underway[id] : document
        portion.revise(stored, to: document)
        remember(
            keys, arrival, as: id, [:], &portion,
            forgetting: isSameItem && document != stored ? [Arrival.exactly(stored)] : [],
            isSameItem: isSameItem)
    }

    private mutating func remember(
        _ keys: ArrivalKeys, _ arrival: Arrival, as id: DocumentID, _ stored: [UInt64: [DocumentID]],
        _ portion: inout IntakePortion, forgetting former: [UInt64] = [], isSameItem: Bool = true
    ) {
        // Another file with the same words is no place where the document is: what it holds later is its own.
        let lasting = keys.isFile && !isSameItem ? keys.all.filter { !keys.identities.contains($0) } : keys.all
        let new = lasting.filter { underwayKeys[$0] == nil && stored[$0] == nil } + [arrival.exactly]
        for key in new { underwayKeys[key] = id }
        portion.stories.append(
            Story(
                id, keys: new, forgotten: former.filter { $0 != arrival.exactly },
                form: arrival.form.map { ($0, arrival.exactly) }))
    }

    // MARK: Writing

    /// Writes a portion with what was read from it.
    mutating func write(
        _ portion: IntakePortion, _ read: [DocumentID: [Record]], summary: String? = nil
    ) throws(ArchiveError) -> IntakeOutcome {
        defer { forget(portion) }
        return try writer.write(portion, read, summary: summary)
    }

    /// Writes a portion once it has been read, on a thread of its own; ``forget(_:)`` is to be called when that is done.
    func writing(
        of portion: IntakePortion, _ reading: Task<[DocumentID: [Record]], Never>
    ) -> Task<Result<IntakeOutcome, ArchiveError>, Never> {
        let writer = writer
        return Task {
            let read = await reading.value
            return Result { () throws(ArchiveError) in try writer.write(portion, read) }
        }
    }

    private var writer: PortionWriter { PortionWriter(archive: archive, situation: situation, now: now) }

    /// What is written is found in the archive from now on.
    mutating func forget(_ portion: IntakePortion) {
        for id in portion.order where underway[id] == portion.present[id] { underway[id] = nil }
        for story in portion.stories { for key in story.keys { underwayKeys[key] = nil } }
    }
}

extension Document {
    /// Whether it was got from an address, written in whatever way.
    fileprivate func isAt(_ link: String?) -> Bool {
        func key(_ link: String?) -> String? { link.map { CanonicalAddress.key(of: $0) ?? $0 } }
        return key(self.link) == key(link)
    }
}

extension Document.Appearance {
    fileprivate func isAlso(_ arrival: Arrival) -> Bool { source == arrival.source && link == arrival.link }
}

extension Arrival {
    /// Whether the text says more than a beginning of the one that is there: a stub does not take the place of the whole.
    fileprivate func isWorthKeeping(besides present: String) -> Bool {
        guard text.utf8.count * 2 < present.utf8.count else { return true }
        return !present.hasPrefix(text.prefix(min(120, text.count / 2)))
    }
}

// MARK: - Tables

extension ArchiveIntake {
    /// Writes records made of a table's rows; those that are or were there already are passed over.
    mutating func write(_ table: TableRecords) throws(ArchiveError) -> IntakeOutcome {
        var outcome = IntakeOutcome()
        outcome.leftOut = table.leftOut
        for start in stride(from: 0, to: table.records.count, by: Self.recordsAtOnce) {
            let records = table.records[start..<min(table.records.count, start + Self.recordsAtOnce)]
            var held = try archive.everHeld(Set(records.map(\.key)), of: situation)
            let new = records.filter { held.insert($0.key).inserted }
            outcome.unchanged += records.count - new.count
            outcome.added += new.count { if case .document = $0 { true } else { false } }
            outcome.findings += new.count { if case .document = $0 { false } else { true } }
            try archive.append(
                new.map { Draft(situation: situation, author: Self.author, change: .add(record: $0)) },
                batch: "took in \(new.count) rows of a table", at: now())
        }
        return outcome
    }

    private static let recordsAtOnce = 4_000
}
