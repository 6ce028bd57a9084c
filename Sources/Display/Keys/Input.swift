/// What the mouse did, and where.
package struct Pointer: Hashable, Sendable {
    /// What the mouse did.
    package enum Action: Hashable, Sendable {
        case press, doublePress, wheelUp, wheelDown
    }

    /// What it did.
    package var action: Action
    /// The cell under it.
    package var at: Point

    /// Makes a report of the mouse.
    package init(_ action: Action, at: Point) {
        self.action = action
        self.at = at
    }
}

/// What a person did at the terminal.
package enum Input: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The mouse was used.
    case pointer(Pointer)
    /// Text put in as a whole. It is as it came, line ends as line feeds; pass it through ``SafeText`` where it is shown.
    case paste(String)
}
