import Spelling

/// A theme as written: names of colours are not looked up yet, for a theme that inherits this one may give them others.
struct ThemeFile: Sendable {
    /// A colour as written: by name or by value.
    struct ColorReference: Sendable {
        var text: String
        var file: String
        var line: Int?
    }

    /// What is said of one role. What is not said is taken from the role's parent.
    struct Look: Sendable {
        var foreground: ColorReference?
        var background: ColorReference?
        var attributes: Attributes?
    }

    var name: String
    /// The file, or the name of a built-in theme, for errors.
    var file: String
    var summary = ""
    var isLight: Bool?
    var inherits: ColorReference?
    var palette: [String: ColorReference] = [:]
    var looks: [Role: Look] = [:]

    /// The word for the terminal's own colour.
    static let defaultColor = "default"

    /// This theme with all it does not say filled in from another.
    func inheriting(_ parent: ThemeFile) -> ThemeFile {
        var merged = self
        merged.isLight = isLight ?? parent.isLight
        merged.palette = parent.palette.merging(palette) { _, own in own }
        merged.looks = parent.looks.merging(looks) { _, own in own }
        return merged
    }

    /// The theme with its colours looked up.
    ///
    /// - Parameter plainLooks: What the attributes are to say where there are no colours; nil takes this theme's own.
    func resolved(plainLooks: [Role: Attributes]?) throws(ThemeError) -> Theme {
        var appearances: [Role: Appearance] = [:]
        // A role's parent always comes before it.
        for role in Role.allCases {
            var appearance = role.parent.flatMap { appearances[$0] } ?? Appearance()
            if let look = looks[role] {
                if let foreground = look.foreground { appearance.foreground = try color(foreground) }
                if let background = look.background { appearance.background = try color(background) }
                if let attributes = look.attributes { appearance.attributes = attributes }
            }
            appearances[role] = appearance
        }
        return Theme(
            name: name, summary: summary, isLight: isLight ?? false, looks: appearances,
            plainLooks: plainLooks ?? appearances.mapValues(\.attributes))
    }

    /// The colour a reference means; nil is the terminal's own.
    private func color(_ reference: ColorReference, depth: Int = 0) throws(ThemeError) -> Color? {
        if reference.text == Self.defaultColor { return nil }
        if let color = Color(hexadecimal: reference.text), reference.text.hasPrefix("#") { return color }
        guard let named = palette[reference.text], depth < 8 else {
            let nearest = NearestName.of(reference.text, among: palette.keys.sorted() + [Self.defaultColor])
            let hint = nearest.map { "did you mean “\($0)”?" } ?? "expected #rrggbb, “default”, or a name in [palette]"
            throw ThemeError(
                file: reference.file, line: reference.line, "there is no colour “\(reference.text)”; \(hint)")
        }
        return try color(named, depth: depth + 1)
    }
}
