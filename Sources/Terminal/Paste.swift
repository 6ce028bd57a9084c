/// Pasted text as it comes in.
struct Paste {
    /// More than this is not taken; nobody pastes a novel into a board.
    private static let limit = 1 << 20

    private(set) var text = ""
    private var lastTime = ContinuousClock.now
    private var follows = false

    mutating func append(_ scalar: Unicode.Scalar) {
        lastTime = .now
        defer { follows = scalar == "\r" }
        // Terminals send a line's end as the Enter key.
        if scalar == "\n", follows { return }
        guard text.utf8.count < Self.limit else { return }
        text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
    }

    /// The text, if the end of it has been lost on the way: the keyboard must not stay deaf.
    func takeIfStale() -> String? {
        ContinuousClock.now - lastTime > .seconds(2) ? text : nil
    }
}
