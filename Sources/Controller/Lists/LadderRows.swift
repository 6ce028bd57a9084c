package import Display
package import QueryLanguage
package import SituationModel

/// The ladders as the board draws them: the severest rung on top, its thresholds and couplings below it.
package struct LadderRows: Sendable {
    package enum Row: Hashable, Sendable {
        case ladder(Ladder, isFolded: Bool)
        case rung(RungRow)
        case indicator(RungKey, Indicator)
        /// A coupling, seen from the rung it comes from.
        case outgoing(Coupling)
        /// A coupling, seen from the rung it bears on.
        case incoming(Coupling)

        package var item: Item {
            switch self {
            case .ladder(let ladder, _): .ladder(ladder.id)
            case .rung(let row): .rung(row.key)
            case .indicator(let rung, let indicator): .indicator(rung, indicator.id)
            case .outgoing(let coupling): .coupling(coupling.id)
            case .incoming(let coupling): .incoming(coupling.id)
            }
        }
    }

    package struct RungRow: Hashable, Sendable {
        package let key: RungKey
        package let rung: Rung
        /// Counted from 1 at the bottom.
        package let number: Int
        package let state: Rung.State
        /// What people say of the rung, and what the machine reads; `nil` where either says nothing.
        package let analyst: Rung.State?
        package let machine: Rung.State?
        package let isPresent: Bool
        package let isFolded: Bool
        package let thresholds: Thresholds
        /// Whether there is anything to unfold.
        package var hasMore: Bool { thresholds != Thresholds() }
    }

    /// How many thresholds a rung has in each direction, how many of them have been seen, and how many couplings.
    package struct Thresholds: Hashable, Sendable {
        package var up = 0
        package var upObserved = 0
        package var down = 0
        package var downObserved = 0
        package var couplings = 0

        init() {}

        init(of rung: Rung, _ key: RungKey, in situation: Situation, couplings: Int) {
            for indicator in rung.indicators {
                let isObserved = situation.state(of: indicator, key) == .observed ? 1 : 0
                switch indicator.direction {
                case .up: (up, upObserved) = (up + 1, upObserved + isObserved)
                case .down: (down, downObserved) = (down + 1, downObserved + isObserved)
                }
            }
            self.couplings = couplings
        }
    }

    package let rows: [Row]

    /// The rows to show; with a query, the rungs that answer it, and folds notwithstanding all of a ladder whose own name
    /// does.
    ///
    /// - Parameter folds: What was folded or unfolded by hand; the rest is as ``LadderFolds`` has it for that room.
    package init(_ situation: Situation, query: Query, room: Size, folds: [Item: Bool]) {
        let couplings = situation.couplings.inOrder
        let unfolded = LadderFolds.unfoldedByDefault(situation, room: room)
        func isFolded(_ item: Item, _ byDefault: Bool) -> Bool { folds[item] ?? byDefault }
        var rows: [Row] = []
        // No field of a rung is a date.
        let predicate = QueryPredicate(query, in: QueryContext(situation, now: Instant(milliseconds: 0)))
        for ladder in situation.ladders.inOrder {
            let wanted = Self.rungs(of: ladder, answering: predicate)
            guard !wanted.isEmpty else { continue }
            let isLadderFolded = query == .everything && isFolded(.ladder(ladder.id), false)
            rows.append(.ladder(ladder, isFolded: isLadderFolded))
            let present = situation.presentRung(of: ladder)?.id
            for (index, rung) in ladder.rungs.enumerated().reversed() where wanted.contains(rung.id) {
                let key = RungKey(ladder.id, rung.id)
                let state = situation.state(of: key)
                // A folded ladder still tells where its actor stands.
                if isLadderFolded, rung.id != present { continue }
                let outgoing = couplings.filter { $0.from == key }
                let incoming = couplings.filter { $0.to == key }
                let hasMore = !(rung.indicators.isEmpty && outgoing.isEmpty && incoming.isEmpty)
                let folded = isLadderFolded || (hasMore && isFolded(.rung(key), !unfolded.contains(key)))
                rows.append(
                    .rung(
                        RungRow(
                            key: key, rung: rung, number: index + 1, state: state,
                            analyst: situation.reading(of: key, by: .analyst)?.move.state,
                            machine: situation.reading(of: key, by: .machine)?.move.state,
                            isPresent: rung.id == present, isFolded: folded,
                            thresholds: Thresholds(
                                of: rung, key, in: situation, couplings: incoming.count + outgoing.count))))
                guard !folded else { continue }
                rows += rung.indicators.map { .indicator(key, $0) }
                rows += incoming.map(Row.incoming)
                rows += outgoing.map(Row.outgoing)
            }
        }
        self.rows = rows
    }

    /// The rungs that answer a query; the name of their ladder counts among their own words.
    private static func rungs(of ladder: Ladder, answering predicate: QueryPredicate) -> Set<RungID> {
        Set(ladder.rungs.filter { predicate.matches(QuerySubject($0, of: ladder)) }.map(\.id))
    }
}
