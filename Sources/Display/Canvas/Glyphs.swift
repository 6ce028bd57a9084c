/// The signs the panes draw with, once for Unicode terminals and once for ASCII ones.
///
/// All are one column wide, but for the ellipsis, the arrows of couplings and those of relations, which take up to
/// three columns in ASCII.
///
/// There are these two sets and no others, each made once: they are handed about by reference, since every line that is drawn asks
/// for some of their signs.
package final class Glyphs: Hashable, Sendable {
    /// Lines and corners. A tee is named for where its stem points.
    package let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: String
    /// Where lines meet.
    package let teeUp, teeDown, teeLeft, teeRight, cross: String

    /// What stands for text that was cut off.
    package let ellipsis: String
    /// Small signs in text; `missing` stands for what cannot be shown.
    package let bullet, separator, times, missing: String
    /// Something new; something that holds; something marked to be dealt with.
    package let unseen, check, marked: String
    /// What was read by machine and nobody has confirmed; what somebody has rejected.
    package let proposed, rejected: String
    /// Before a row that hides rows below it, and one that shows them.
    package let folded, unfolded: String
    /// The "you are here" mark, and the rows' cursor.
    package let present: String

    /// The state of a rung, from done to merely announced or threatened.
    package let rungReached, rungUnderway, rungAnnounced, rungThreatened: String
    /// The state of a rung, from talked about to given up.
    package let rungConsidered, rungConditional, rungNotReached, rungStoodDown: String

    /// Thresholds that lead up and down a ladder.
    package let up, down: String
    /// A coupling from here to another ladder, and from another ladder to here.
    package let triggers, from: String
    /// A relation in one direction, and in both.
    package let relation, both: String
    /// Where a trend goes.
    package let rising, falling, steady: String

    /// What is chosen of several things; a bar, how far it may reach, and the rest of its track.
    package let chosen, barFull, barReach, barEmpty: String

    /// Quotation marks.
    package let openQuote, closeQuote: String
    /// The frame of a ladder: between its rungs, at a rung, at the lowest and at the highest.
    package let ladderRail, ladderRung, ladderEnd, ladderTop: String
    /// Where in a list the window is, and the way it moves on.
    package let scrollMark, scrollTrack: String
    /// Eight bars from the lowest to the highest.
    package let spark: [String]

    /// For terminals that show UTF-8.
    package static let unicode = Glyphs(isASCII: false)
    /// For terminals that show ASCII only.
    package static let ascii = Glyphs(isASCII: true)

    private init(isASCII: Bool) {
        func sign(_ unicode: String, _ ascii: String) -> String { isASCII ? ascii : unicode }
        horizontal = sign("─", "-")
        vertical = sign("│", "|")
        topLeft = sign("┌", "+")
        topRight = sign("┐", "+")
        bottomLeft = sign("└", "+")
        bottomRight = sign("┘", "+")
        teeUp = sign("┴", "+")
        teeDown = sign("┬", "+")
        teeLeft = sign("┤", "+")
        teeRight = sign("├", "+")
        cross = sign("┼", "+")
        ellipsis = sign("…", "...")
        bullet = sign("•", "*")
        separator = sign("·", "-")
        times = sign("×", "x")
        missing = sign("□", "?")
        unseen = sign("●", "*")
        check = sign("✓", "v")
        marked = sign("■", "#")
        proposed = sign("?", "?")
        rejected = sign("✗", "x")
        folded = sign("▸", "+")
        unfolded = sign("▾", "-")
        present = sign("▶", ">")
        rungReached = sign("●", "#")
        rungUnderway = sign("◑", "%")
        rungAnnounced = sign("◔", "!")
        rungThreatened = sign("▲", "^")
        rungConsidered = sign("◐", "~")
        rungConditional = sign("◇", "?")
        rungNotReached = sign("○", "o")
        rungStoodDown = sign("⊖", "x")
        up = sign("↑", "^")
        down = sign("↓", "v")
        triggers = sign("⇒", "=>")
        from = sign("⇐", "<=")
        relation = sign("→", "->")
        both = sign("↔", "<->")
        rising = sign("↗", "^")
        falling = sign("↘", "v")
        steady = sign("→", "-")
        chosen = sign("●", "*")
        barFull = sign("█", "#")
        barReach = sign("▒", "+")
        barEmpty = sign("·", ".")
        openQuote = sign("“", "\"")
        closeQuote = sign("”", "\"")
        ladderRail = sign("│", "|")
        ladderRung = sign("├", "+")
        ladderEnd = sign("└", "`")
        ladderTop = sign("┌", "+")
        scrollMark = sign("█", "#")
        scrollTrack = sign("│", "|")
        spark = isASCII ? [".", "_", "_", "-", "-", "=", "=", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    }

    package static func == (left: Glyphs, right: Glyphs) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
