import SituationModel

/// The names of a dossier's records and rungs, and the places that refer to them.
struct Names {
    private var records: [RecordKey: Place] = [:]
    private var rungs: [RungKey: Place] = [:]
    private var absentRecords: Set<RecordKey> = []
    private var absentRungs: Set<RungKey> = []
    /// Looked up at the end, since records may refer to what comes behind them.
    private var recordReferences: [(key: RecordKey, place: Place)] = []
    private var rungReferences: [(key: RungKey, place: Place)] = []

    // MARK: Giving names

    mutating func declare(_ key: RecordKey, at place: Place, _ problems: inout Problems) {
        if let first = records[key] {
            problems.add(
                place,
                "a second \(key.kind.rawValue) named \(excerpt(key.text)); expected another name than in line \(first.line)"
            )
        } else {
            records[key] = place
        }
    }

    mutating func declare(_ key: RungKey, at place: Place, _ problems: inout Problems) {
        if let first = rungs[key] {
            problems.add(
                place, "a second rung named \(excerpt(key.rung.text)); expected another name than in line \(first.line)"
            )
        } else {
            rungs[key] = place
        }
    }

    mutating func declareAbsent(_ key: RecordKey) { absentRecords.insert(key) }

    mutating func declareAbsent(_ key: RungKey) { absentRungs.insert(key) }

    func isAbsent(_ key: RecordKey) -> Bool { absentRecords.contains(key) }

    // MARK: Referring

    mutating func refer(to key: RecordKey, at place: Place) { recordReferences.append((key, place)) }

    mutating func refer(to key: RungKey, at place: Place) { rungReferences.append((key, place)) }

    /// Complains of references that lead nowhere.
    func check(_ problems: inout Problems) {
        for (key, place) in recordReferences where records[key] == nil && !absentRecords.contains(key) {
            let names = records.keys.filter { $0.kind == key.kind }.map(\.text).sorted()
            problems.add(
                place, "no \(key.kind.rawValue) is named \(excerpt(key.text))", expected: names, nearestTo: key.text)
        }
        for (key, place) in rungReferences where rungs[key] == nil && !absentRungs.contains(key) {
            problems.add(
                place, "no rung is named \(excerpt(key.description))", expected: rungs.keys.map(\.description).sorted(),
                nearestTo: key.description)
        }
    }
}
