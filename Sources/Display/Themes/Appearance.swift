/// What a style looks like in a theme.
package struct Appearance: Hashable, Sendable {
    /// The colour of the text; nil is the terminal's own.
    package var foreground: Color?
    /// The colour behind it; nil is the terminal's own.
    package var background: Color?
    /// How the letters are set.
    package var attributes: Attributes

    /// Makes an appearance.
    package init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How letters are set, as far as terminals can.
package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    package let rawValue: UInt8

    /// Makes a set of its bits.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Heavy, or on some terminals bright.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter than usual.
    package static let dim = Attributes(rawValue: 2)
    /// Slanted; some terminals show it reversed or not at all.
    package static let italic = Attributes(rawValue: 4)
    /// With a line below.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 16)

    /// The names used in themes.
    static let names: [(String, Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ]
}

/// What a terminal is told to draw a style: an appearance in the colours it really has.
package struct Pen: Hashable, Sendable {
    /// `0xRRGGBB` in true colour, otherwise an index into the palette; nil is the terminal's own colour.
    package var foreground: Int?
    /// The same for what lies behind the text.
    package var background: Int?
    /// How the letters are set.
    package var attributes: Attributes
}
