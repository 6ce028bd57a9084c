import CNcurses
package import Display
import FoundationEssentials
import Glibc

/// The terminal's screen, opened by ncurses: shows canvases and reports what is typed.
///
/// There is one at a time. It writes to the terminal alone, never to the standard streams as such, and puts the terminal
/// back as it was on every way out: ``close()``, `exit`, a signal, a fault.
@MainActor package final class Screen {
    /// Whether it shows ASCII only.
    package let isASCII: Bool
    /// How many colours are in use.
    package let colorDepth: ColorDepth

    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    /// Keys are read from a pad: reading from a window would draw it.
    private let pad: UnsafeMutablePointer<WINDOW>
    private let terminal: TerminalStrings
    private let hasDefaultColors: Bool
    private var pens: PenBox?
    private var keyboard: Keyboard
    private var hasMouse = false
    private var isOpen = true
    private var row: [UInt8] = []
    /// What was handed to ncurses last, while it still stands in its window.
    private var shown: Canvas?

    /// Opens the screen.
    package init(_ options: Options = Options()) throws(ScreenError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let name = Environment["TERM"] else { throw .unknownTerminal("") }
        guard cn_look_up_terminal(name) == 1 else {
            // Described, but as something that could be any terminal, or none.
            throw cn_capability("cr") == nil ? .unknownTerminal(name) : .tooDumb(name)
        }
        guard cn_capability("cup") != nil, cn_capability("clear") != nil else { throw .tooDumb(name) }
        let isUTF8 = Environment.setLocale(wantingUTF8: options.ascii.map { !$0 })
        isASCII = options.ascii ?? !isUTF8
        // The size is the terminal's own, whatever LINES and COLUMNS say.
        use_tioctl(true)
        cn_note_modes()
        guard let screen = Self.open(Environment.descriptions(of: name, depth: options.color)),
            let window = cn_stdscr(), let pad = newpad(1, 1)
        else { throw .unknownTerminal(name) }
        self.screen = screen
        self.window = window
        self.pad = pad
        terminal = TerminalStrings(name: name)
        cn_arm_restoring(terminal.restoring, terminal.restoring.utf8.count)

        colorDepth = Environment.colorDepth(chosen: options.color, colors: tigetnum("colors"))
        hasDefaultColors = colorDepth > .none && start_color() == OK && use_default_colors() == OK
        raw()
        noecho()
        nonl()
        intrflush(nil, false)
        // A frame is drawn whole even if more keys are waiting.
        typeahead(-1)
        keypad(pad, true)
        nodelay(pad, true)
        set_escdelay(25)
        keyboard = Keyboard(pad: pad)
        setModes()
        setMouse(options.mouse)
    }

    /// Opens the terminal by the first description there is. Each is tried once: ncurses takes the modes it finds for
    /// those to go back to.
    private static func open(_ descriptions: [String]) -> OpaquePointer? {
        for description in descriptions {
            if let screen = cn_newterm(description) { return screen }
        }
        return nil
    }

    private func setModes() {
        curs_set(0)
        cn_write(terminal.bracketPaste, terminal.bracketPaste.utf8.count)
    }

    /// How large the terminal is now.
    package var size: Size {
        Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    }

    // MARK: Showing

    /// Shows a canvas from the top left corner; only what has changed is sent.
    ///
    /// - Parameter cursor: Where the terminal's own cursor blinks; nil hides it.
    package func show(_ canvas: Canvas, theme: Theme, cursor: Point?) {
        guard isOpen else { return }
        if pens?.isFor(theme) != true {
            pens = PenBox(theme: theme, depth: colorDepth, hasDefaults: hasDefaultColors)
            shown = nil
        }
        let canvas = isASCII ? canvas.asciiOnly() : canvas
        let size = size
        for row in 0..<size.rows where shown.map({ canvas.hasSameRow(row, as: $0) }) != true {
            write(row, of: canvas, columns: size.columns)
        }
        shown = canvas.size == size ? canvas : nil
        if let cursor, cursor.column < size.columns, cursor.row < size.rows {
            wmove(window, Int32(cursor.row), Int32(cursor.column))
            curs_set(1)
        } else {
            curs_set(0)
            wmove(window, 0, 0)
        }
        wnoutrefresh(window)
        cn_update()
    }

    /// Writes a row in stretches of one style.
    private func write(_ row: Int, of canvas: Canvas, columns: Int) {
        wmove(window, Int32(row), 0)
        var column = 0
        while column < columns {
            let style = canvas.style(column: column, row: row)
            self.row.removeAll(keepingCapacity: true)
            repeat {
                var grapheme = canvas.grapheme(column: column, row: row)
                let isCut =
                    column + 1 == columns && canvas.grapheme(column: column + 1, row: row) == .rightHalf
                if isCut { grapheme = .blank }
                grapheme.write(to: &self.row)
                column += 1
            } while column < columns && canvas.style(column: column, row: row) == style
            if let pen = pens?.pen(for: style) { cn_set_attributes(window, pen.attributes, pen.pair) }
            self.row.withUnsafeBytes { bytes in
                let text = bytes.bindMemory(to: CChar.self)
                // In the last corner this reports that the cursor cannot go on, having drawn all.
                _ = waddnstr(window, text.baseAddress, Int32(text.count))
            }
        }
    }

    /// Clears the terminal and draws the last canvas anew, after something else has written on it.
    package func redraw() {
        guard isOpen, let current = cn_curscr() else { return }
        clearok(current, true)
        wnoutrefresh(window)
        doupdate()
    }

    /// Rings the bell, or flashes where there is none.
    package func bell() {
        if isOpen { beep() }
    }

    // MARK: Reading

    /// Everything typed, clicked and pasted since the last time; never waits.
    package func readInputs() -> [Input] {
        isOpen ? keyboard.drain() : []
    }

    /// Whether the terminal reports the mouse.
    package func setMouse(_ isOn: Bool) {
        guard isOpen else { return }
        hasMouse = isOn
        mousemask(isOn ? cn_press | cn_wheel_up | cn_wheel_down : 0, nil)
        mouseinterval(0)
    }

    /// Takes over the terminal's size, and tells it.
    func resize() -> Size {
        var extent = winsize()
        if isOpen, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &extent) == 0, extent.ws_row > 0, extent.ws_col > 0 {
            resizeterm(Int32(extent.ws_row), Int32(extent.ws_col))
            shown = nil
        }
        return size
    }

    // MARK: The clipboard

    /// What became of a text for the clipboard.
    nonisolated package enum CopyOutcome: Hashable, Sendable {
        /// The terminal was asked to take it. Whether it does is its user's choice.
        case sent
        /// It has more bytes than terminals take; nothing was sent.
        case tooLong(limit: Int)
        /// This kind of terminal has no clipboard.
        case unsupported
    }

    /// The most bytes of text terminals are sent.
    private static let copyLimit = 65_536

    /// Asks the terminal to put a text on the clipboard of the machine its user sits at (OSC 52).
    @discardableResult
    package func copy(_ text: String) -> CopyOutcome {
        guard isOpen, terminal.hasClipboard else { return .unsupported }
        guard text.utf8.count <= Self.copyLimit else { return .tooLong(limit: Self.copyLimit) }
        let sequence = "\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}"
        cn_write(sequence, sequence.utf8.count)
        return .sent
    }

    /// Asks the terminal to notify its user, in the two ways that terminals understand (OSC 9, OSC 777). What is no letter,
    /// number or mark must have been taken out already.
    package func notify(title: String, text: String) {
        guard isOpen else { return }
        // A semicolon ends a part of OSC 777.
        let parts = [title, text].map { $0.split(separator: ";").joined(separator: ",") }
        for sequence in ["\u{1B}]9;\(parts[0]): \(parts[1])\u{7}", "\u{1B}]777;notify;\(parts[0]);\(parts[1])\u{7}"] {
            cn_write(sequence, sequence.utf8.count)
        }
    }

    // MARK: Leaving

    /// Gives the terminal back, stops the job as the suspend key does elsewhere, and when it goes on takes the terminal
    /// again and draws on it what was there.
    package func suspend() {
        guard isOpen else { return }
        leave()
        cn_stop_job()
        enter()
    }

    /// Takes the terminal again after another program has had it.
    func enter() {
        guard isOpen else { return }
        cn_arm_restoring(terminal.restoring, terminal.restoring.utf8.count)
        reset_prog_mode()
        if let current = cn_curscr() { clearok(current, true) }
        _ = resize()
        touchwin(window)
        wnoutrefresh(window)
        doupdate()
        setModes()
        setMouse(hasMouse)
    }

    private func leave() {
        let wasMouse = hasMouse
        setMouse(false)
        hasMouse = wasMouse
        cn_write(terminal.unbracketPaste, terminal.unbracketPaste.utf8.count)
        endwin()
        cn_disarm_restoring()
    }

    /// Puts the terminal back as it was. Nothing is shown or read any more; closing again does nothing.
    package func close() {
        guard isOpen else { return }
        leave()
        isOpen = false
        delwin(pad)
        delscreen(screen)
    }
}
