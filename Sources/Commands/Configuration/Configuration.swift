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
    /// What to be told of, and how.
    package var alerts = Alerts()
    /// The keys that differ from the defaults, in the order they were written; all of them hold.
    package var bindings: [KeyOverride] = []

    /// The defaults.
    package init() {}

    /// What comes in that one wants to be told of at once.
    package struct Alerts: Hashable, Sendable {
        /// A query under a name.
        package struct Rule: Hashable, Sendable {
            package let name: String
            package let query: String
            /// Where it stands in the file.
            package let line: Int
        }

        /// Whether the terminal's bell rings.
        package var bell = true
        /// Whether the terminal is asked to notify its user (OSC 9 and 777).
        package var notify = true
        /// A program to start, with its arguments; it gets the alert as JSON on standard input. Never through a shell.
        package var hook: [String] = []
        /// When nothing rings, in minutes since midnight by the local clock; hours that go over midnight end beyond 1,440.
        package var quietHours: Range<Int>?
        package var rules: [Rule] = []

        /// Whether nothing rings at a minute since midnight.
        package func isQuiet(atMinute minute: Int) -> Bool {
            quietHours.map { $0.contains(minute) || $0.contains(minute + 1_440) } ?? false
        }
    }
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
