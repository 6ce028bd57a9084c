import CNcurses
import Display

/// Turns what ncurses reads into keys, clicks and pasted text.
struct Keyboard {
    private let pad: UnsafeMutablePointer<WINDOW>
    private var character = PartialCharacter()
    private var paste: Paste?
    private var lastPress: (at: Point, time: ContinuousClock.Instant)?

    /// Numbers above all of ncurses' own, for the sequences around pasted text.
    private static let pasteBegins: Int32 = 0x7001
    private static let pasteEnds: Int32 = 0x7002

    init(pad: UnsafeMutablePointer<WINDOW>) {
        self.pad = pad
        define_key("\u{1B}[200~", Self.pasteBegins)
        define_key("\u{1B}[201~", Self.pasteEnds)
    }

    /// What is read at one go.
    private enum Reading {
        case code(Int32)
        case scalar(Unicode.Scalar)
    }

    /// Everything there is to read, without waiting.
    mutating func drain() -> [Input] {
        var inputs: [Input] = []
        if let lost = paste?.takeIfStale() {
            inputs.append(.paste(lost))
            paste = nil
        }
        while let reading = read() {
            switch reading {
            case .code(Self.pasteBegins): paste = Paste()
            case .code(Self.pasteEnds):
                if let text = paste?.text { inputs.append(.paste(text)) }
                paste = nil
            case .scalar(let scalar) where paste != nil: paste?.append(scalar)
            case .code(KEY_MOUSE): pointer().map { inputs.append(.pointer($0)) }
            case .code(let code): KeyCode.key(code).map { inputs.append(.key($0)) }
            case .scalar("\u{1B}"): escapeOrAlt().map { inputs.append(.key($0)) }
            case .scalar(let scalar): append(scalar, to: &inputs)
            }
        }
        return inputs
    }

    /// Adds a typed character. A mark joins the letter typed before it.
    private func append(_ scalar: Unicode.Scalar, to inputs: inout [Input]) {
        if scalar.value >= 0x300, case .key(let last) = inputs.last, let letter = last.character {
            let joined = String(letter) + String(scalar)
            if joined.count == 1, let character = joined.first {
                inputs[inputs.count - 1] = .key(Key(character))
                return
            }
        }
        inputs.append(.key(KeyCode.key(typed: scalar)))
    }

    /// Alt sends Escape and, without any pause, the key. A sequence ncurses does not know, because the terminal is not
    /// quite what it is said to be, is read here or dropped whole: its letters were never typed.
    private mutating func escapeOrAlt() -> Key? {
        switch read() {
        case nil, .scalar("\u{1B}"): return Key(.escape)
        case .scalar("["):
            guard let next = read() else { return Key(.character("["), modifiers: .alt) }
            return controlSequence(from: next)
        case .scalar("O"):
            guard case .scalar(let letter) = read() else { return Key(.character("O"), modifiers: .alt) }
            return ControlSequence.keypadKey(letter)
        case .scalar(let scalar):
            let key = KeyCode.key(typed: scalar)
            return Key(key.symbol, modifiers: key.modifiers.union(.alt))
        case .code(let code):
            guard code != KEY_MOUSE, code < Self.pasteBegins, let key = KeyCode.key(code) else {
                ungetch(code)
                return Key(.escape)
            }
            return Key(key.symbol, modifiers: key.modifiers.union(.alt))
        }
    }

    private mutating func controlSequence(from first: Reading) -> Key? {
        var parameters = ""
        var reading: Reading? = first
        while case .scalar(let scalar) = reading, parameters.utf8.count < 32 {
            if (0x40...0x7E).contains(scalar.value) {
                return ControlSequence.key(parameters: parameters, final: scalar)
            }
            parameters.unicodeScalars.append(scalar)
            reading = read()
        }
        return nil
    }

    /// The next key or character. ncurses could put characters together itself, but after one stray byte it would
    /// swallow all that is typed for a while.
    private mutating func read() -> Reading? {
        while true {
            let code = wgetch(pad)
            guard code >= 0 else { return nil }
            guard let byte = UInt8(exactly: code) else { return .code(code) }
            if let scalar = character.append(byte) { return .scalar(scalar) }
        }
    }

    private mutating func pointer() -> Pointer? {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return nil }
        let place = Point(column: Int(event.x), row: Int(event.y))
        if event.bstate & cn_wheel_up != 0 { return Pointer(.wheelUp, at: place) }
        if event.bstate & cn_wheel_down != 0 { return Pointer(.wheelDown, at: place) }
        guard event.bstate & cn_press != 0 else { return nil }
        let now = ContinuousClock.now
        if let last = lastPress, last.at == place, now - last.time < .milliseconds(400) {
            lastPress = nil
            return Pointer(.doublePress, at: place)
        }
        lastPress = (place, now)
        return Pointer(.press, at: place)
    }
}
