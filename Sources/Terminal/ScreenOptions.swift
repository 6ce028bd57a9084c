package import Display

extension Screen {
    /// What may be chosen about a screen.
    nonisolated package struct Options: Sendable {
        /// Whether the terminal reports the mouse. While it does, selecting text takes Shift in most terminals.
        package var mouse: Bool
        /// Whether to show ASCII only; nil goes by the locale.
        package var ascii: Bool?
        /// How many colours to use, at most as many as the terminal has; nil finds out.
        package var color: ColorDepth?

        /// Makes a choice.
        package init(mouse: Bool = false, ascii: Bool? = nil, color: ColorDepth? = nil) {
            self.mouse = mouse
            self.ascii = ascii
            self.color = color
        }
    }
}
