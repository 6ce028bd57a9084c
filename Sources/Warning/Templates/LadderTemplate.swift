package import SituationModel

/// A ladder to start from: somebody else's scale, or a pattern seen often, without an actor.
package struct LadderTemplate: Hashable, Sendable {
    /// A run of rungs under one heading.
    package struct Group: Hashable, Sendable {
        package let title: String
        package let rungs: [String]
        /// The threshold above the group that the scale itself names.
        package let threshold: String?

        init(_ title: String, _ rungs: [String], threshold: String? = nil) {
            (self.title, self.rungs, self.threshold) = (title, rungs, threshold)
        }
    }

    /// What it is asked for by: `kahn`.
    package let name: String
    /// What kind of climbing it is; the subject of the ladders made from it.
    package let title: String
    /// Where the scale is from.
    package let source: String
    /// What to bear in mind when using it.
    package let caution: String
    /// From the least severe to the most.
    package let groups: [Group]

    /// The templates there are.
    package static let all: [LadderTemplate] = [.kahn, .glasl, .heidelberg, .militarizedDisputes, .stepByStepSupport]

    /// The template of that name.
    package static func named(_ name: String) -> LadderTemplate? { all.first { $0.name == name } }

    /// A ladder of these rungs for actors, nothing reached and no indicators yet.
    ///
    /// Every rung's remarks name its group, and the last rung of a group the threshold above it.
    package func ladder(id: LadderID, title: String? = nil, actors: [ActorID]) -> Ladder {
        var taken: Set<RungID> = []
        var rungs: [Rung] = []
        for group in groups {
            for (number, title) in group.rungs.enumerated() {
                let id = RungID.suggested(by: title).unless(taken.contains)
                taken.insert(id)
                let threshold = number == group.rungs.count - 1 ? group.threshold : nil
                let remarks = [group.title, threshold.map { "above it the threshold “\($0)”" }]
                rungs.append(Rung(id: id, title: title, remarks: remarks.compactMap(\.self).joined(separator: "; ")))
            }
        }
        return Ladder(id: id, title: title ?? self.title, subject: self.title, actors: actors, rungs: rungs)
    }
}
