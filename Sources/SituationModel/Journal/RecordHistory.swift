/// One record through time: what it was from each change on.
package struct RecordHistory: Sendable {
    /// A form of the record, in force from one place in the journal to the next.
    package struct Version: Hashable, Sendable {
        /// The entry that brought it about.
        package let from: JournalOrder
        /// `nil` where the record was not there from then on.
        package let record: Record?
        /// When the record was added, which is what it sorts by; the same through all its versions until it is removed.
        package let added: JournalOrder
    }

    package let versions: [Version]

    /// The versions of the record of that name that these entries bring about: those which touch it, and the undos that
    /// take one of them back, or an undo of such.
    ///
    /// Folding the whole journal up to any moment gives the version in force at that moment. Cost: linear in the
    /// entries, and once more for every undo among them.
    package init(of key: RecordKey, in situation: SituationID, from entries: some Sequence<Entry>) {
        let ordered = entries.sorted { $0.order < $1.order }
        var state = Situation(id: situation)
        var versions: [Version] = []
        for (position, entry) in ordered.enumerated() {
            if case .undo = entry.change {
                state = Situation(id: situation)
                for standing in Fold.inForce(ordered[...position]) { state.apply(standing) }
            } else {
                state.apply(entry)
            }
            let record = state[key]
            let previous = versions.last
            let added = state.added(key) ?? previous?.added ?? entry.order
            // Taking back the first of two additions leaves the record as it is, but moves its place.
            guard record != previous?.record || record != nil && added != previous?.added else { continue }
            versions.append(Version(from: entry.order, record: record, added: added))
        }
        self.versions = versions
    }
}

extension Situation {
    /// When the record of that name was added; headers have no place among others and answer `nil`.
    package func added(_ key: RecordKey) -> JournalOrder? {
        switch key {
        case .header: nil
        case .source(let id): sources.added(id)
        case .document(let id): documents.added(id)
        case .actor(let id): actors.added(id)
        case .relation(let id): relations.added(id)
        case .quote(let id): quotes.added(id)
        case .event(let id): events.added(id)
        case .ladder(let id): ladders.added(id)
        case .coupling(let id): couplings.added(id)
        case .judgement(let id): judgements.added(id)
        case .hypotheses(let id): hypotheses.added(id)
        }
    }
}
