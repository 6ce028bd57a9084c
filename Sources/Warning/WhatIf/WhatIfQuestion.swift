package import SituationModel

/// What is asked in the sandbox: the ladders, what is judged of their rungs, how they bear on one another, what is taken as
/// given, and by when.
///
/// The model behind the answer, in three sentences:
///
/// 1. A rung comes at a steady pace: it is as likely to be reached on any one day as on any other, and the pace is such that
///    with nothing else moving it would be reached by the end of the horizon with the chance that was judged.
/// 2. From the moment at which a rung is reached, the odds of every rung coupled to it, as they are for a whole horizon, are
///    multiplied by the factor of the coupling, and that rung comes at the pace that fits the new odds from then on.
/// 3. A rung that is reached stays reached, things happen one after the other, and what couples back to itself simply goes on
///    acting: circular couplings need no rule of their own.
///
/// What follows from it. A rung given at the start multiplies the odds of those coupled to it by exactly the factor; one that is
/// reached late in the horizon has little time left to act. A judgement is read as the chance of the rung by itself, as things
/// stand; the couplings come on top, and ``RungAnswer/chance`` shows by how much even where nothing is given. A judgement for
/// another horizon is brought to this one at the same pace (constant hazard): 1 − (1 − p)^(days asked / days judged). Rungs
/// may be skipped and reached in any order, unless a ladder is said to be climbed in order. A rung nobody has judged is not
/// reached by itself, and no chance is given for it. Formally it is a continuous-time Markov chain on the sets of reached
/// rungs; ``ExactChances`` solves it where there are few.
package struct WhatIfQuestion: Hashable, Sendable, Codable {
    package var ladders: [ClimbedLadder]
    /// Several judgements of one rung, by several analysts, are pooled: each has the same weight.
    package var judgements: [RungJudgement]
    package var couplings: [Coupling]
    /// What has been reached already.
    package var reached: Set<RungKey>
    /// What is taken as reached from the start.
    package var given: Set<RungKey>
    /// How many days the question looks ahead.
    package var days: Double

    package init(
        ladders: [ClimbedLadder], judgements: [RungJudgement], couplings: [Coupling] = [],
        reached: Set<RungKey> = [], given: Set<RungKey> = [], days: Double
    ) {
        self.ladders = ladders
        self.judgements = judgements
        self.couplings = couplings
        self.reached = reached
        self.given = given
        self.days = days
    }
}

/// A ladder as the sandbox needs it.
package struct ClimbedLadder: Hashable, Sendable, Codable {
    package var id: LadderID
    /// From the least severe to the most.
    package var rungs: [RungID]
    /// Whether whoever stands on a rung has taken all those below it. Not so unless somebody says it: rungs are skipped.
    package var isClimbedInOrder: Bool

    package init(id: LadderID, rungs: [RungID], isClimbedInOrder: Bool = false) {
        self.id = id
        self.rungs = rungs
        self.isClimbedInOrder = isClimbedInOrder
    }

    package init(_ ladder: Ladder, isClimbedInOrder: Bool = false) {
        self.init(id: ladder.id, rungs: ladder.rungs.map(\.id), isClimbedInOrder: isClimbedInOrder)
    }
}

/// What one analyst holds of one rung, over a number of days.
package struct RungJudgement: Hashable, Sendable, Codable {
    package var rung: RungKey
    package var likelihood: Likelihood
    /// From the moment it was made, or is taken to hold from, to the end of its horizon.
    package var days: Double

    package init(rung: RungKey, likelihood: Likelihood, days: Double) {
        self.rung = rung
        self.likelihood = likelihood
        self.days = days
    }

    /// A judgement as it was made; `nil` where its horizon has passed by `now`, or was over when it was made.
    package init?(_ judgement: Judgement, now: Instant) {
        guard judgement.horizonEnd > now, judgement.horizonEnd > judgement.made else { return nil }
        let length = judgement.horizonEnd.milliseconds - judgement.made.milliseconds
        self.init(
            rung: judgement.rung, likelihood: judgement.likelihood,
            days: Double(length) / Double(Instant.millisecondsADay))
    }
}
