/// Why no screen can be opened.
nonisolated package enum ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file, a pipe, or closed.
    case notATerminal
    /// The value of TERM has no description on this machine; empty where TERM is not set.
    case unknownTerminal(String)
    /// The terminal cannot move its cursor.
    case tooDumb(String)

    /// What is wrong and what to do.
    package var description: String {
        switch self {
        case .notATerminal:
            "Standard input and output must both be a terminal to show the board; run it without redirection, or over "
                + "SSH with “ssh -t”."
        case .unknownTerminal(""):
            "TERM is not set, so nothing is known about this terminal; try “TERM=xterm-256color” before the command."
        case .unknownTerminal(let name):
            "This machine has no description of the terminal “\(name)” (from TERM); try “TERM=xterm-256color” before "
                + "the command, or install the package ncurses-term."
        case .tooDumb(let name):
            "The terminal “\(name)” (from TERM) cannot move its cursor, which the board needs; use another terminal, or "
                + "if this one can, set TERM to what it is, such as “xterm-256color”."
        }
    }
}
