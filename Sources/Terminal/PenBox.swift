import CNcurses
import Display

/// The pens of one theme, as ncurses wants them: attributes, and a pair of colours that has to be allotted first.
struct PenBox {
    /// What ncurses is given for a style.
    struct CursesPen {
        var attributes: attr_t
        var pair: Int32
    }

    private let theme: Theme
    private let depth: ColorDepth
    /// Whether the terminal can be told to use its own colours.
    private let hasDefaults: Bool
    private var pens: [Style: CursesPen] = [:]
    private var pairs: [ColorPair: Int32] = [:]

    private struct ColorPair: Hashable {
        var foreground: Int32
        var background: Int32
    }

    init(theme: Theme, depth: ColorDepth, hasDefaults: Bool) {
        self.theme = theme
        self.depth = depth
        self.hasDefaults = hasDefaults
        // Pairs of a theme before this one are of no more use; some terminals have only 64.
        if depth > .none { reset_color_pairs() }
    }

    /// Whether the pens were made for this theme.
    func isFor(_ theme: Theme) -> Bool {
        self.theme == theme
    }

    /// The pen for a style; made once.
    mutating func pen(for style: Style) -> CursesPen {
        if let pen = pens[style] { return pen }
        let wanted = theme.pen(for: style, depth: depth)
        var pen = CursesPen(attributes: Self.attributes(wanted.attributes), pair: 0)
        if depth > .none, wanted.foreground != nil || wanted.background != nil || !hasDefaults {
            if let pair = pair(foreground: wanted.foreground, background: wanted.background) {
                pen.pair = pair
            } else if style.ground != nil {
                // No pair is left: the row must be seen even so.
                pen.attributes |= cn_reverse
            }
        }
        pens[style] = pen
        return pen
    }

    private mutating func pair(foreground: Int?, background: Int?) -> Int32? {
        let colors = ColorPair(
            foreground: number(foreground, orDefault: theme.isLight ? 0 : 7),
            background: number(background, orDefault: theme.isLight ? 7 : 0))
        if let pair = pairs[colors] { return pair }
        // Asked for one more than there are, ncurses would take back a pair that cells on the screen still use.
        guard pairs.count < Int(cn_color_pairs()) - 1 else { return nil }
        let pair = alloc_pair(colors.foreground, colors.background)
        guard pair > 0 else { return nil }
        pairs[colors] = pair
        return pair
    }

    private func number(_ color: Int?, orDefault fallback: Int32) -> Int32 {
        guard let color else { return hasDefaults ? -1 : fallback }
        // In the descriptions with 24-bit colours the first eight numbers mean the palette's.
        return Int32(depth == .trueColor ? max(8, color) : color)
    }

    private static func attributes(_ attributes: Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= cn_bold }
        if attributes.contains(.dim) { result |= cn_dim }
        if attributes.contains(.italic) { result |= cn_italic }
        if attributes.contains(.underline) { result |= cn_underline }
        if attributes.contains(.reverse) { result |= cn_reverse }
        return result
    }
}
