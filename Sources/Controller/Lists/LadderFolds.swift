import Display
import SituationModel

/// Which rungs show their thresholds and couplings before anybody has folded anything.
enum LadderFolds {
    /// As many rungs as there is room for without pushing another ladder off the pane, the next one to be stepped on of
    /// each ladder first: there the crisis moves, if it moves.
    ///
    /// - Parameter room: The inside of the pane.
    static func unfoldedByDefault(_ situation: Situation, room: Size) -> Set<RungKey> {
        let ladders = situation.ladders.inOrder
        let couplings = situation.couplings.inOrder
        // A line for every rung, one for the title, a gap between two ladders.
        var rows = room.rows - ladders.reduce(0) { $0 + $1.rungs.count + 2 } + 1
        var unfolded: Set<RungKey> = []
        for (ladder, rung) in byInterest(ladders, in: situation) {
            let key = RungKey(ladder.id, rung.id)
            let ends = couplings.reduce(0) { $0 + ($1.from == key ? 1 : 0) + ($1.to == key ? 1 : 0) }
            let need =
                ends + rung.indicators.reduce(0) { $0 + lines(of: $1, key, in: situation, columns: room.columns) }
            guard need > 0, need <= rows else { continue }
            rows -= need
            unfolded.insert(key)
        }
        return unfolded
    }

    /// All rungs: the next ones above those stood on, then the ones after, and what lies below last.
    private static func byInterest(_ ladders: [Ladder], in situation: Situation) -> [(Ladder, Rung)] {
        var ranked: [(rank: Int, ladder: Ladder, rung: Rung)] = []
        for ladder in ladders {
            let present = situation.presentRung(of: ladder).flatMap { ladder.rung($0.id)?.number } ?? 0
            for (index, rung) in ladder.rungs.enumerated() {
                let distance = index + 1 - present
                ranked.append((distance > 0 ? distance : 100 - distance, ladder, rung))
            }
        }
        // Equal ranks keep the order of the ladders.
        return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map { ($0.element.ladder, $0.element.rung) }
    }

    /// The lines an indicator takes: the words that name its state may need a second one.
    private static func lines(
        of indicator: Indicator, _ rung: RungKey, in situation: Situation, columns: Int
    ) -> Int {
        let rail = 10
        let width =
            TextWidth.columns(of: indicator.summary) + situation.state(of: indicator, rung).rawValue.count + rail
        return width > columns ? 2 : 1
    }
}
