extension Theme {
    /// The names of the themes in the program, the default first.
    package static let builtInNames = builtIn.map(\.name)

    /// A theme in the program.
    package static func builtIn(_ name: String) throws(ThemeError) -> Theme {
        try ThemeLibrary().load(name)
    }

    /// Reads a theme in TOML. What it inherits from is looked up in a library.
    ///
    /// - Parameter file: Where the text is from, for errors.
    package static func parse(
        toml text: String, named name: String, file: String, library: ThemeLibrary = ThemeLibrary()
    ) throws(ThemeError) -> Theme {
        try ThemeLibrary.resolve(try ThemeFile.parse(toml: text, name: name, file: file), in: library)
    }

    /// Reads a base16 scheme in YAML, old form or new.
    ///
    /// - Parameter file: Where the text is from, for errors.
    package static func parse(base16 text: String, named name: String, file: String) throws(ThemeError) -> Theme {
        try ThemeLibrary.resolve(try ThemeFile.parse(base16: text, name: name, file: file), in: ThemeLibrary())
    }

    static func builtInFile(_ name: String) throws(ThemeError) -> ThemeFile? {
        guard let theme = builtIn.first(where: { $0.name == name }) else { return nil }
        return try ThemeFile.parse(
            toml: String(decoding: theme.bytes(), as: UTF8.self), name: name, file: "\(name).toml (built in)")
    }

    /// The files of the Themes folder. Swift makes a constant of each, and a test compares this list with the folder.
    private static let builtIn: [(name: String, bytes: @Sendable () -> [UInt8])] = [
        ("watch", { PackageResources.watch_toml }),
        ("daylight", { PackageResources.daylight_toml }),
        ("high-contrast", { PackageResources.high_contrast_toml }),
        ("colour-blind", { PackageResources.colour_blind_toml }),
        ("night-red", { PackageResources.night_red_toml }),
        ("monochrome", { PackageResources.monochrome_toml }),
        ("fjord", { PackageResources.fjord_toml }),
        ("harbour", { PackageResources.harbour_toml }),
        ("harbour-light", { PackageResources.harbour_light_toml }),
        ("ember", { PackageResources.ember_toml }),
        ("phosphor", { PackageResources.phosphor_toml }),
        ("ink", { PackageResources.ink_toml }),
        ("dusk", { PackageResources.dusk_toml }),
    ]
}
