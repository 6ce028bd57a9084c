/// How a cell is to look: by meaning, never by colour.
///
/// A `ground`, where given, lends its background to the cell, and in themes and on terminals without colour its
/// attributes: in a selected row each word keeps its own role.
package struct Style: Hashable, Sendable {
    /// What the text in the cell means.
    package var role: Role
    /// What the cell lies on, if not on the plain screen.
    package var ground: Role?
    private var emphasis: Emphasis

    /// Makes a style.
    package init(
        _ role: Role, ground: Role? = nil, bold: Bool = false, italic: Bool = false, underlined: Bool = false
    ) {
        self.role = role
        self.ground = ground
        emphasis = []
        if bold { emphasis.insert(.bold) }
        if italic { emphasis.insert(.italic) }
        if underlined { emphasis.insert(.underlined) }
    }

    /// Whether it is bold whatever the theme says of the role.
    package var isBold: Bool {
        get { emphasis.contains(.bold) }
        set { emphasis.set(.bold, newValue) }
    }

    /// Whether it is italic whatever the theme says of the role.
    package var isItalic: Bool {
        get { emphasis.contains(.italic) }
        set { emphasis.set(.italic, newValue) }
    }

    /// Whether it is underlined whatever the theme says of the role.
    package var isUnderlined: Bool {
        get { emphasis.contains(.underlined) }
        set { emphasis.set(.underlined, newValue) }
    }

    /// The same style on another ground.
    package func on(_ ground: Role?) -> Style {
        var style = self
        style.ground = ground
        return style
    }

    /// The same style in another role.
    package func with(_ role: Role) -> Style {
        var style = self
        style.role = role
        return style
    }
}

/// The three emphases in one byte, which keeps a style at three bytes: a screen has thousands of them.
private struct Emphasis: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let bold = Emphasis(rawValue: 1)
    static let italic = Emphasis(rawValue: 2)
    static let underlined = Emphasis(rawValue: 4)

    mutating func set(_ member: Emphasis, _ isOn: Bool) {
        if isOn { insert(member) } else { remove(member) }
    }
}
