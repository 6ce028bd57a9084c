import Controller
import Display
import SituationModel

extension Reviewed {
    /// What stands behind the name of something that was read by machine: nothing once somebody has confirmed it.
    func reviewSign(_ glyphs: Glyphs) -> StyledText {
        switch review?.verdict {
        case .unconfirmed: StyledText(" " + glyphs.proposed, .machine)
        case .rejected: StyledText(" " + glyphs.rejected, .warning)
        case .confirmed, nil: StyledText()
        }
    }
}

extension Board {
    /// The sign before an item of a list: that it is marked, else that it is new.
    func leadingSign(_ item: Item, isUnseen: Bool, _ glyphs: Glyphs) -> StyledText {
        if isMarked(item) { return StyledText(glyphs.marked, .machine) }
        return StyledText(isUnseen ? glyphs.unseen : " ", .unseen)
    }
}

extension DetailText {
    /// How something that was read by machine stands, who said so, and by what rule it was read.
    mutating func review(_ review: Review?) {
        guard let review else { return }
        var value = StyledText(review.inWords, review.verdict == .unconfirmed ? .machine : .text)
        if let at = review.at { value.append(" \(at.inWords)", .time) }
        field("review", value)
        field("read by", "machine: \(review.rule)", .textDim)
    }
}
