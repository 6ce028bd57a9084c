import Foundation
import SituationModel

/// What a journal adds up to, worked out as literally as can be: slow, and sharing nothing with the fold but the values.
struct NaiveFold {
    private let ordered: [Entry]

    init(_ entries: [Entry], of situation: SituationID, asOf: Instant?) {
        var ordered: [Entry] = []
        for entry in entries where entry.situation == situation {
            if let asOf, entry.known > asOf { continue }
            if ordered.contains(where: { $0.id == entry.id }) { continue }
            let place = ordered.firstIndex { other in
                (entry.known.milliseconds, entry.id.high, entry.id.low)
                    < (other.known.milliseconds, other.id.high, other.id.low)
            }
            ordered.insert(entry, at: place ?? ordered.count)
        }
        self.ordered = ordered
    }

    /// An entry is taken back if a later undo that is not itself taken back names it, or the batch that it is of.
    func isTakenBack(_ index: Int) -> Bool {
        let entry = ordered[index]
        return ordered.indices.contains { later in
            guard later > index, case .undo(let target) = ordered[later].change else { return false }
            return (target == entry.id || target == entry.batch) && !isTakenBack(later)
        }
    }

    var inForce: [Entry] { ordered.indices.filter { !isTakenBack($0) }.map { ordered[$0] } }

    struct State: Equatable {
        var records: [RecordKey: Record] = [:]
        /// Where each record stands among those of its kind; headers have no place.
        var places: [RecordKey: JournalOrder] = [:]
        var moves: [RungKey: [Situation.DatedMove]] = [:]
        var readings: [IndicatorKey: Situation.DatedReading] = [:]
        var notes: [Situation.Note] = []
    }

    func state(of situation: SituationID) throws -> State {
        var state = State()
        for entry in inForce {
            switch entry.change {
            case .add(let record):
                if record.key.kind == .header, record.key != .header(situation) { continue }
                if state.records[record.key] == nil, record.key.kind != .header {
                    state.places[record.key] = entry.order
                }
                state.records[record.key] = record
            case .revise(let before, let after):
                guard let now = state.records[after.key] else { continue }
                state.records[after.key] = try Self.merged(now, before, after)
            case .remove(let key):
                state.records[key] = nil
                state.places[key] = nil
            case .move(let rung, let move):
                state.moves[rung, default: []].append(Situation.DatedMove(order: entry.order, move: move))
            case .read(let indicator, let reading):
                state.readings[indicator] = Situation.DatedReading(order: entry.order, reading: reading)
            case .note(let text, let about):
                state.notes.append(Situation.Note(order: entry.order, author: entry.author, text: text, about: about))
            case .batch, .undo:
                break
            }
        }
        return state
    }

    /// Merges by the fields that stand in the JSON of the records, whatever they are.
    static func merged(_ now: Record, _ before: Record, _ after: Record) throws -> Record {
        guard now.key.kind == before.key.kind, before.key.kind == after.key.kind else { return now }
        var result = try fields(of: now)
        let old = try fields(of: before)
        let new = try fields(of: after)
        for name in Set(old.keys).union(new.keys) where name != "id" && old[name] != new[name] {
            if now.key.kind == .hypotheses, let present = result[name] as? [[String: NSObject]] {
                result[name] = mergedParts(
                    present, old[name] as? [[String: NSObject]] ?? [], new[name] as? [[String: NSObject]] ?? [])
            } else {
                result[name] = new[name]
            }
        }
        let kind = now.key.kind.rawValue
        let data = try JSONSerialization.data(withJSONObject: [kind: ["_0": result]])
        return try JSONDecoder().decode(Record.self, from: data)
    }

    /// The parts of hypotheses: each is told by its name, ratings by all that is not the rating itself.
    private static func mergedParts(
        _ present: [[String: NSObject]], _ old: [[String: NSObject]], _ new: [[String: NSObject]]
    ) -> NSArray {
        func name(_ part: [String: NSObject]) -> NSObject {
            part["id"] ?? part.filter { $0.key != "consistency" } as NSDictionary
        }
        var result = present
        for part in old where !new.contains(where: { name($0) == name(part) }) {
            result.removeAll { name($0) == name(part) }
        }
        for part in new where !old.contains(part) {
            if let index = result.firstIndex(where: { name($0) == name(part) }) {
                result[index] = part
            } else {
                result.append(part)
            }
        }
        return result as NSArray
    }

    private static func fields(of record: Record) throws -> [String: NSObject] {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record))
        let outer = object as? [String: [String: [String: NSObject]]]
        return outer?[record.key.kind.rawValue]?["_0"] ?? [:]
    }
}

extension NaiveFold.State {
    /// The same told of a situation, for comparison.
    init(_ situation: Situation) {
        self.init()
        if let header = situation.header { records[.header(header.id)] = .header(header) }
        for value in situation.sources.inOrder { take(.source(value), situation) }
        for value in situation.documents.inOrder { take(.document(value), situation) }
        for value in situation.actors.inOrder { take(.actor(value), situation) }
        for value in situation.relations.inOrder { take(.relation(value), situation) }
        for value in situation.quotes.inOrder { take(.quote(value), situation) }
        for value in situation.events.inOrder { take(.event(value), situation) }
        for value in situation.ladders.inOrder { take(.ladder(value), situation) }
        for value in situation.couplings.inOrder { take(.coupling(value), situation) }
        for value in situation.judgements.inOrder { take(.judgement(value), situation) }
        for value in situation.hypotheses.inOrder { take(.hypotheses(value), situation) }
        moves = situation.moves
        readings = situation.readings
        notes = situation.notes
    }

    private mutating func take(_ record: Record, _ situation: Situation) {
        records[record.key] = record
        places[record.key] = situation.added(record.key)
    }
}
