package import Commands

/// Where the reader was: kept when the board is closed, and taken up at the next start.
package struct Session: Codable, Sendable {
    package var focus: Pane
    package var isZoomed: Bool
    package var fronts: [Pane]
    package var cursors: [Pane: Item]
    package var filters: [Pane: String]
    /// Items folded by hand, and items unfolded.
    package var folded: [Item]
    package var unfolded: [Item]
    /// The theme, where one was chosen on the board.
    package var theme: String?
    package var hasMouse: Bool
    package var commandHistory: History
    package var filterHistory: History
}

extension Board {
    package var session: Session {
        Session(
            focus: focus, isZoomed: isZoomed, fronts: fronts, cursors: cursors, filters: filters,
            folded: folds.filter(\.value).map(\.key), unfolded: folds.filter { !$0.value }.map(\.key),
            theme: chosenTheme, hasMouse: settings.hasMouse, commandHistory: commandHistory,
            filterHistory: filterHistory)
    }

    /// Takes up where the reader was; to be called before ``start()``. What is no longer there is passed over when the
    /// lists come.
    ///
    /// - Parameter keepingTheme: Whether the theme is given and not to be taken from the session.
    package mutating func restore(_ session: Session, keepingTheme: Bool = false) {
        focus = session.focus == .detail ? .ladders : session.focus
        isZoomed = session.isZoomed
        fronts = session.fronts
        cursors = session.cursors
        filters = session.filters
        for item in session.folded { folds[item] = true }
        for item in session.unfolded { folds[item] = false }
        if !keepingTheme, let theme = session.theme, settings.themes.contains(theme) {
            settings.theme = theme
            chosenTheme = theme
        }
        settings.hasMouse = session.hasMouse
        commandHistory = session.commandHistory
        filterHistory = session.filterHistory
    }
}
