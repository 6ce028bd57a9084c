/// What the gate does with a character.
enum SafeTextClass {
    /// It takes this many columns.
    case spacing(Int)
    /// A space of some width, or a tab: one empty column.
    case blank
    /// It is drawn onto the character before it.
    case mark
    /// A regional indicator, two of which would make a flag of unsure width: shown as its letter.
    case regional(Unicode.Scalar)
    /// A control character, which has a picture.
    case control
    /// It is invisible, reorders text, or means nothing anybody could know.
    case hostile

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x300 {
            self = Self.ofLatin(value)
            return
        }
        if (0xAC00...0xD7A3).contains(value) || (0x4E00...0x9FFF).contains(value) {
            self = .spacing(2)
            return
        }
        if (0x1F1E6...0x1F1FF).contains(value), let letter = Unicode.Scalar(value - 0x1F1E6 + 0x41) {
            self = .regional(letter)
            return
        }
        let properties = scalar.properties
        let category = properties.generalCategory
        if category == .spaceSeparator, value != 0x3000, value != 0x1680 {
            self = .blank
            return
        }
        if properties.isDefaultIgnorableCodePoint || category == .privateUse
            || category == .format && !TextWidth.isVisibleFormat(value)
        {
            self = .hostile
            return
        }
        switch TextWidth.columns(of: scalar) {
        case nil: self = .hostile
        case 0: self = .mark
        case let columns?: self = .spacing(columns)
        }
    }

    private static func ofLatin(_ value: UInt32) -> SafeTextClass {
        switch value {
        case 0x09, 0x20, 0xA0: .blank
        case 0..<0x20, 0x7F: .control
        case 0x80..<0xA0, 0xAD: .hostile
        default: .spacing(1)
        }
    }
}
