/// Reads text scalar by scalar and turns it into pieces a terminal can be given.
struct SafeTextReader {
    /// More marks than this on one character only serve to scribble over its neighbours.
    private static let marksKept = 2

    private let scalars: [Unicode.Scalar]
    private let marks: SafeTextMarks
    private let keepsNewlines: Bool
    private var position = 0
    /// A mark being spelled out, last character first.
    private var pending: [Unicode.Scalar] = []

    init(_ text: String, marks: SafeTextMarks, keepingNewlines: Bool) {
        let plain = Array(text.unicodeScalars)
        scalars = plain.allSatisfy(Self.isComposedAlone) ? plain : text.composedScalars
        self.marks = marks
        keepsNewlines = keepingNewlines
    }

    /// Whether normalisation leaves the character alone whatever its neighbours, told without a table for the scripts
    /// most text is in.
    private static func isComposedAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x400...0x482, 0x2010...0x2027, 0x2030...0x205E, 0x2500...0x25FF, 0x3001...0x3020,
            0x4E00...0x9FFF, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    /// The next piece, nil at the end.
    mutating func next() -> SafeText.Piece? {
        while true {
            if let scalar = pending.popLast() {
                // Marks are spelled with narrow characters only.
                return SafeText.Piece(grapheme: Grapheme(scalar), columns: 1, isUnsafe: true)
            }
            guard position < scalars.count else { return nil }
            let scalar = scalars[position]
            if (0x20..<0x7F).contains(scalar.value) { return spacing(scalar, columns: 1) }
            switch SafeTextClass(scalar) {
            case .spacing(let columns): return spacing(scalar, columns: columns)
            case .blank: return spacing(" ", columns: 1)
            case .mark:
                // Nothing to stand on: a dotted circle carries it, as printed charts do.
                position -= 1
                return spacing("\u{25CC}", columns: 1)
            case .regional(let letter):
                position += 1
                return SafeText.Piece(grapheme: Grapheme(letter), columns: 1, isUnsafe: false)
            case .control:
                if let end = lineEnd() { return end }
                position += 1
                spell(marks.control(scalar.value))
            case .hostile:
                let first = position
                position += 1
                while position < scalars.count, case .hostile = SafeTextClass(scalars[position]) { position += 1 }
                spell(marks.codePoint(scalar.value, andMore: position - first - 1))
            }
        }
    }

    /// The end of a line, if one starts here and line ends are wanted.
    private mutating func lineEnd() -> SafeText.Piece? {
        guard keepsNewlines else { return nil }
        if scalars[position] == "\r", peek(1) == "\n" { position += 1 }
        guard scalars[position] == "\n" else { return nil }
        position += 1
        return SafeText.Piece(grapheme: Grapheme("\n"), columns: 0, isUnsafe: false)
    }

    /// A character that takes room, together with what belongs to it.
    private mutating func spacing(_ scalar: Unicode.Scalar, columns: Int) -> SafeText.Piece {
        position += 1
        var piece = SafeText.Piece(grapheme: Grapheme(scalar), columns: columns, isUnsafe: false)
        // Nearly all text ends here: what follows is another plain character.
        guard position < scalars.count, scalars[position].value >= 0x300 || scalars[position].value == 0xA9 else {
            return piece
        }
        if scalar.properties.isEmoji { joinEmoji(scalar, into: &piece) }
        takeMarks(into: &piece)
        skipOrthographicJoiner(after: scalar)
        return piece
    }

    private mutating func takeMarks(into piece: inout SafeText.Piece) {
        var cut = 0
        var kept = 0
        while let mark = peek(0), mark.value >= 0x300, case .mark = SafeTextClass(mark) {
            position += 1
            if kept < Self.marksKept, piece.grapheme.add(mark) { kept += 1 } else { cut += 1 }
        }
        if cut > 0 { spell(marks.cutMarks(cut)) }
    }

    /// Swallows what turns one emoji into another picture, because terminals disagree on the width of the result: skin
    /// tones, presentation selectors, keycaps, and everything that joiners hang on. Of a joined sequence the first wide
    /// picture stands for all; where none is wide, a box does.
    private mutating func joinEmoji(_ first: Unicode.Scalar, into piece: inout SafeText.Piece) {
        takeEmojiModifiers(of: first)
        var wide = piece.columns == 2 ? first : nil
        var isJoined = false
        while peek(0) == "\u{200D}", let other = peek(1), other.value > 0xFF, other.properties.isEmoji,
            case .spacing(let columns) = SafeTextClass(other)
        {
            position += 2
            isJoined = true
            if wide == nil, columns == 2 { wide = other }
            takeEmojiModifiers(of: other)
        }
        guard isJoined else { return }
        piece.grapheme = Grapheme(wide ?? "\u{25A1}")
        piece.columns = wide == nil ? 1 : 2
    }

    private mutating func takeEmojiModifiers(of emoji: Unicode.Scalar) {
        if let tone = peek(0), tone.properties.isEmojiModifier, emoji.properties.isEmojiModifierBase { position += 1 }
        if let selector = peek(0), selector == "\u{FE0F}" || selector == "\u{FE0E}" {
            if emoji.value < 0x80, peek(1) == "\u{20E3}" {
                position += 2
            } else if !isMark(1) {
                position += 1
            }
        } else if emoji.value < 0x80, peek(0) == "\u{20E3}" {
            position += 1
        }
    }

    /// Persian and the scripts of India write with joiners: between their letters these are spelling, not disguise.
    private mutating func skipOrthographicJoiner(after base: Unicode.Scalar) {
        guard let joiner = peek(0), joiner == "\u{200C}" || joiner == "\u{200D}", let next = peek(1), !isMark(1) else {
            return
        }
        let arabic: ClosedRange<UInt32> = 0x620...0x6D3
        let indic: ClosedRange<UInt32> = 0x900...0xDFF
        if arabic.contains(base.value), arabic.contains(next.value), joiner == "\u{200C}" {
            position += 1
        } else if indic.contains(base.value), indic.contains(next.value), let before = peek(-1),
            before.properties.canonicalCombiningClass.rawValue == 9
        {
            position += 1
        }
    }

    private func isMark(_ offset: Int) -> Bool {
        guard let scalar = peek(offset), case .mark = SafeTextClass(scalar) else { return false }
        return true
    }

    private func peek(_ offset: Int) -> Unicode.Scalar? {
        let index = position + offset
        return index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    private mutating func spell(_ mark: String) {
        pending = mark.unicodeScalars.reversed()
    }
}
