import Controller
import QueryLanguage
import SituationModel
import Storage
import Warning
import Wire

/// The ladders of one situation with what their indicators rest on, up to one arrival in the archive.
struct WatchedLadders: Sendable {
    private let situation: SituationID
    private(set) var outline: Situation
    private var engine: IndicatorEngine
    /// Everything up to this arrival is held.
    private var arrival: Int64
    private var live: [Source] = []
    private var standings: [IndicatorKey: IndicatorStanding] = [:]
    /// What was written last: by the state and the number of publishers a change is told.
    private var written: [IndicatorKey: (state: Indicator.State, families: Int?)] = [:]
    private var moves: [RungKey: Rung.State]

    var problems: [IndicatorProblem] { engine.problems }

    /// How many findings are looked up at once.
    private static let portion = 500
    /// A source that nobody collects from is live for so long after what it brought last.
    private static let liveDays: Int64 = 30

    /// Looks up what the ladders rest on.
    init(of situation: SituationID, in archive: Archive) throws(ArchiveError) {
        self.situation = situation
        // Before anything is looked up, so that nothing slips in between.
        arrival = try archive.lastArrival()
        outline = try archive.outline(of: situation)
        engine = IndicatorEngine(outline)
        written = outline.readings.mapValues { ($0.reading.state, nil) }
        moves = outline.moves.compactMapValues { $0.last { $0.move.by.kind == .machine }?.move.state }
        try fill(from: archive)
    }

    private mutating func fill(from archive: Archive) throws(ArchiveError) {
        var keys: Set<RecordKey> = []
        for key in engine.keys {
            guard let query = engine.query(of: key) else { continue }
            keys.formUnion(try archive.keys(answering: query, in: situation))
        }
        try look(up: keys.sorted(), in: archive)
    }

    private mutating func look(up keys: [RecordKey], in archive: Archive) throws(ArchiveError) {
        for start in stride(from: 0, to: keys.count, by: Self.portion) {
            let portion = Array(keys[start..<min(keys.count, start + Self.portion)])
            for finding in try archive.present(portion, of: situation) {
                engine.take(finding.key, finding.subject, moment: finding.moment)
            }
        }
    }

    /// Takes in what has been touched since.
    mutating func renew(from archive: Archive) throws(ArchiveError) {
        while true {
            let touched = try archive.touched(in: situation, after: arrival)
            guard touched.last != arrival else { return }
            arrival = touched.last
            if touched.othersChanged {
                let present = try archive.outline(of: situation)
                let holds = engine.holds(from: outline, to: present)
                outline = present
                if holds {
                    engine.renew(present)
                } else {
                    engine = IndicatorEngine(present)
                    standings = [:]
                    try fill(from: archive)
                }
            }
            try look(up: touched.findings.filter(engine.isConcerned), in: archive)
        }
    }

    // MARK: - What has changed

    /// The readings of indicators and the moves of rungs that are to be written.
    mutating func changes(
        at now: Instant, from archive: Archive, hasTimePassed: Bool
    ) throws(ArchiveError) -> [Change] {
        let stale = engine.takeStale()
        guard !engine.keys.isEmpty, hasTimePassed || !stale.isEmpty else { return [] }
        // Asked for seldom: it changes with the sources, not with what they say.
        if hasTimePassed || live.isEmpty { live = try liveSources(at: now, in: archive) }
        var changes: [Change] = []
        var rungs: Set<RungKey> = []
        for key in hasTimePassed ? engine.keys : stale {
            guard let standing = engine.standing(of: key, at: now, live: live) else { continue }
            standings[key] = standing
            rungs.insert(key.rung)
            // That nobody has looked need not be said of what has never been read.
            let before = written[key] ?? (.notCollected, nil)
            if before.state == standing.state, (before.families ?? standing.families) == standing.families {
                written[key] = (standing.state, standing.families)
                continue
            }
            written[key] = (standing.state, standing.families)
            changes.append(.read(indicator: key, reading: standing.reading))
        }
        for key in rungs.sorted() {
            guard let move = move(of: key) else { continue }
            moves[key] = move.state
            changes.append(.move(rung: key, move: move))
        }
        return changes
    }

    /// How the machine's reading of a rung moves; `nil` where it stays. That nothing is reached need not be said at first.
    private func move(of key: RungKey) -> RungMove? {
        guard let rung = outline.ladders[key.ladder]?.rung(key.rung)?.rung else { return nil }
        let own = Dictionary(
            rung.indicators.compactMap { indicator in
                standings[IndicatorKey(key, indicator.id)].map { (indicator.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
        guard let reading = RungReading(rung, own), reading.state != moves[key] ?? .notReached else { return nil }
        return RungMove(
            reading.state, by: LadderWatch.author, reason: reading.reason, evidence: reading.evidence)
    }

    /// The sources that could have seen something: those that are collected and answer, and those that have brought something
    /// lately.
    private func liveSources(at now: Instant, in archive: Archive) throws(ArchiveError) -> [Source] {
        let collected = try CollectingNews(of: situation, in: archive, at: now).sources.filter(\.isLive).map(\.source)
        let since = now.advanced(byMilliseconds: -Self.liveDays * Instant.millisecondsADay)
        let delivering = try archive.sources(deliveringSince: since, to: situation)
        let live = delivering.union(collected)
        return outline.sources.inOrder.filter { live.contains($0.id) }
    }
}
