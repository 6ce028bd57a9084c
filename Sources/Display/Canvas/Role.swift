/// What a piece of the screen means; a theme says what it looks like.
///
/// The raw value is the dotted name used in themes. A theme that says nothing about `status.live` gives it the look of
/// `status`, and one that says nothing about `status` gives it that of `text`.
package enum Role: String, CaseIterable, Sendable {
    case text
    case textDim = "text.dim"
    case textStrong = "text.strong"
    case textLink = "text.link"
    case textQuotation = "text.quotation"
    /// A hostile character made visible.
    case textUnsafe = "text.unsafe"

    case border
    case borderFocused = "border.focused"
    case title
    case titleFocused = "title.focused"
    case heading

    /// The cursor's row in a pane that does not have the focus.
    case selection
    /// The cursor's row in the pane that has the focus.
    case selectionFocused = "selection.focused"
    /// What a search found.
    case match
    /// The sentence a finding was read from.
    case anchor

    case status
    case statusLive = "status.live"
    case statusAsOf = "status.asof"
    case statusReadOnly = "status.readonly"
    case statusKey = "status.key"
    case tlpClear = "tlp.clear"
    case tlpGreen = "tlp.green"
    case tlpAmber = "tlp.amber"
    case tlpRed = "tlp.red"

    case warning
    case error
    /// Something new since the analyst last looked.
    case unseen
    /// What was read by machine and not yet judged by a person.
    case machine
    case time

    case actorFriendly = "actor.friendly"
    case actorHostile = "actor.hostile"
    case actorNeutral = "actor.neutral"
    case actorUnknown = "actor.unknown"
    case relation

    case rungReached = "rung.reached"
    case rungUnderway = "rung.underway"
    case rungAnnounced = "rung.announced"
    case rungThreatened = "rung.threatened"
    case rungConsidered = "rung.considered"
    case rungConditional = "rung.conditional"
    case rungNotReached = "rung.notreached"
    case rungStoodDown = "rung.stooddown"
    /// The "you are here" mark on a ladder.
    case rungPresent = "rung.present"
    case thresholdUp = "threshold.up"
    case thresholdDown = "threshold.down"
    case indicatorObserved = "indicator.observed"
    case indicatorStirring = "indicator.stirring"
    case indicatorQuiet = "indicator.quiet"
    case indicatorNotCollected = "indicator.notcollected"
    /// One ladder's rung pushing another ladder.
    case coupling

    case gradeGood = "grade.good"
    case gradeFair = "grade.fair"
    case gradePoor = "grade.poor"
    case gradeUnknown = "grade.unknown"

    case eventVerbalCooperation = "event.verbalcooperation"
    case eventMaterialCooperation = "event.materialcooperation"
    case eventVerbalConflict = "event.verbalconflict"
    case eventMaterialConflict = "event.materialconflict"

    case prompt
    case promptError = "prompt.error"
    case promptHint = "prompt.hint"
    case key
    case completion
    case completionSelected = "completion.selected"
    case field
    case fieldFocused = "field.focused"

    /// The more general role whose look this one takes where a theme does not name it; nil only for `text`.
    package var parent: Role? {
        guard let dot = rawValue.lastIndex(of: ".") else { return self == .text ? nil : .text }
        return Role(rawValue: String(rawValue[..<dot])) ?? .text
    }
}
