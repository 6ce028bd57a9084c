package import Display

/// What a user has set in `config.toml`. Everything has a default, so an absent or broken file is no obstacle.
package struct Configuration: Hashable, Sendable {
    /// What `color` can be set to; `auto` is what holds when it is not set.
    static let colors: [(name: String, depth: ColorDepth?)] = [
        ("auto", nil), ("none", ColorDepth.none), ("8", .eight), ("16", .sixteen), ("256", .palette256),
        ("truecolor", .trueColor),
    ]

    /// The theme to start with; `nil` for the default one.
    package var theme: String?
    /// Whether the board answers to the mouse.
    package var mouse = true
    /// Whether to draw with ASCII only; `nil` leaves it to the locale.
    package var ascii: Bool?
    /// How many colours to use; `nil` leaves it to the terminal.
    package var color: ColorDepth?
    /// The name that changes and judgements are kept under; `nil` for the login name.
    package var analyst: String?
    /// Whether the terminal's bell rings when a key or a command is refused.
    package var bell = false
    /// The keys that differ from the defaults, in the order they were written; all of them hold.
    package var bindings: [KeyOverride] = []

    /// The defaults.
    package init() {}
}

/// Something in the configuration that the user should know of.
package struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    package enum Kind: Hashable, Sendable {
        /// What is written there has no effect.
        case mistake
        /// It holds, but takes something away that may be missed.
        case notice
    }

    /// The file, as it was named to the reader.
    package let file: String
    /// From 1.
    package let line: Int
    /// What is wrong, what was expected, and the nearest right name where there is one; a sentence without a full stop.
    package let message: String
    /// Whether something is lost, or only changed.
    package let kind: Kind

    /// Makes a problem.
    package init(file: String, line: Int, message: String, kind: Kind = .mistake) {
        self.file = file
        self.line = line
        self.message = message
        self.kind = kind
    }

    /// File, line and message, as compilers write them: `config.toml:3: …`.
    package var description: String { "\(file):\(line): \(message)" }
}
