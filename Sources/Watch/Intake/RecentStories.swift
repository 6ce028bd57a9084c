import SituationModel
import Wire

/// The texts that came in last, by their sketches: among these, a story told again in other words is looked for.
///
/// Holds so many and no more, so that memory stays as it is however long the watch lasts.
struct RecentStories: Sendable {
    /// How many texts are held: some weeks of a few hundred feeds.
    static let limit = 20_000

    private var ring: [(document: DocumentID, sketch: TextSketch)?] = []
    private var next = 0
    private var places: [Int64: [Int32]] = [:]
    private var members: Set<DocumentID> = []
    /// Those that have come once more, to be put among the others when there is something to compare with them.
    private var returned: [DocumentID] = []

    /// Takes in a story that was known before this began: it counts as if it had come now. Costs next to nothing as long as
    /// nothing new comes.
    mutating func add(known document: DocumentID) {
        guard returned.count < Self.limit, !members.contains(document) else { return }
        returned.append(document)
    }

    /// The stories that are still to be put among the others: to be asked for before anything is compared.
    mutating func takeReturned() -> [DocumentID] {
        defer { returned = [] }
        return returned
    }

    mutating func add(_ document: DocumentID, _ sketch: TextSketch) {
        guard sketch.words >= TextLikeness.fewest, members.insert(document).inserted else { return }
        if ring.count < Self.limit {
            ring.append((document, sketch))
        } else {
            if let old = ring[next] {
                members.remove(old.document)
                for band in old.sketch.bands {
                    places[band]?.removeAll { $0 == Int32(next) }
                    if places[band]?.isEmpty == true { places[band] = nil }
                }
            }
            ring[next] = (document, sketch)
        }
        for band in sketch.bands { places[band, default: []].append(Int32(next)) }
        next = (next + 1) % Self.limit
    }

    /// Documents that may tell the same story, the most like ones, each worth a closer look.
    func candidates(for sketch: TextSketch) -> [DocumentID] {
        guard sketch.words >= TextLikeness.fewest else { return [] }
        var found: Set<Int32> = []
        for band in sketch.bands { found.formUnion((places[band] ?? []).prefix(Self.perBand)) }
        let alike = found.compactMap { place -> (DocumentID, Double)? in
            guard let entry = ring[Int(place)], entry.sketch.mayBeOneStory(with: sketch) else { return nil }
            return (entry.document, entry.sketch.resemblance(to: sketch))
        }
        return alike.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.closest).map(\.0)
    }

    private static let perBand = 24
    /// How many are compared word by word: reading a text and comparing it costs more than all before.
    private static let closest = 1
}
