import Yams

extension ThemeFile {
    /// Reads a base16 scheme in YAML, in the old form (`scheme:` and `base00:` to `base0F:` side by side) or the new
    /// one (`name:`, and the colours under `palette:`).
    ///
    /// The sixteen become the palette of the default theme: 00–02 are grounds, 03 quiet text, 05–07 text, 08–0F
    /// accents.
    static func parse(base16 text: String, name: String, file: String) throws(ThemeError) -> ThemeFile {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw ThemeError(file: file, line: nil, "this is not YAML: \(error)")
        }
        guard let root else { throw ThemeError(file: file, line: nil, "the file is empty; expected a base16 scheme") }
        let colors = root["palette"] ?? root
        var theme = ThemeFile(name: name, file: file)
        theme.summary = (root["scheme"] ?? root["name"])?.string ?? "a base16 scheme"
        theme.inherits = ColorReference(text: ThemeLibrary.defaultName, file: file)
        for digit in "0123456789ABCDEF" {
            let key = "base0\(digit)"
            guard let value = colors[key] ?? colors["base0\(digit.lowercased())"] else {
                throw ThemeError(file: file, line: nil, "“\(key)” is missing; a base16 scheme has base00 to base0F")
            }
            guard let written = value.string, let color = Color(hexadecimal: written) else {
                throw ThemeError(
                    file: file, line: value.mark?.line,
                    "“\(value.string ?? "")” is no colour; expected six hexadecimal digits")
            }
            theme.palette[key] = ColorReference(text: color.description, file: file, line: value.mark?.line)
        }
        for (role, base) in roles { theme.palette[role] = ColorReference(text: base, file: file) }
        if let dark = Color(hexadecimal: theme.palette["base00"]?.text ?? ""),
            let light = Color(hexadecimal: theme.palette["base05"]?.text ?? "")
        {
            theme.isLight = dark.luminance > light.luminance
        }
        return theme
    }

    /// The names of the default theme's palette, and which of the sixteen each becomes.
    private static let roles = [
        ("paper", "base00"), ("ink", "base05"), ("strong", "base06"), ("quiet", "base04"), ("line", "base03"),
        ("focus", "base0D"), ("bar", "base01"), ("hover", "base01"), ("cursor", "base02"), ("found", "base0A"),
        ("on-found", "base00"), ("passage", "base02"), ("red", "base08"), ("orange", "base09"), ("yellow", "base0A"),
        ("green", "base0B"), ("cyan", "base0C"), ("blue", "base0D"), ("violet", "base0E"), ("rose", "base0F"),
    ]
}
