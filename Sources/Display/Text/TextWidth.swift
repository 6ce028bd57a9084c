/// How many columns text takes on a terminal.
///
/// ncurses places each character by the C library's `wcwidth`. The library's answer depends on the locale, so the same
/// facts are kept here, and a test compares the two over all of Unicode.
package enum TextWidth {
    /// The columns a text takes when it is drawn, everything hostile in it made visible.
    package static func columns(of text: String) -> Int {
        if let length = SafeText.lengthIfPlainASCII(text) { return length }
        var columns = 0
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            let own = SafeText.plainColumns(of: scalar)
            columns += own
            return own > 0
        }
        if isPlain { return columns }
        columns = 0
        SafeText.forEachPiece(in: text) { piece in
            columns += piece.columns
            return true
        }
        return columns
    }

    /// The columns one scalar takes by itself: 0 for a mark on the character before it, 1 or 2; nil for what a terminal
    /// cannot show (controls, and what the Unicode version the terminal library goes by has not assigned).
    package static func columns(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x300 {
            return value < 0x20 || (0x7F..<0xA0).contains(value) ? nil : 1
        }
        // Hangul syllables and the common ideographs, before any table.
        if (0xAC00...0xD7A3).contains(value) || (0x4E00...0x9FFF).contains(value) { return 2 }
        let properties = scalar.properties
        guard isKnown(properties.age) else { return properties.generalCategory == .privateUse ? 1 : nil }
        switch properties.generalCategory {
        case .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return nil
        case .nonspacingMark, .enclosingMark: return 0
        case .format: return isVisibleFormat(value) ? 1 : 0
        default: break
        }
        if isWide(value) { return 2 }
        return isMedialOrFinalJamo(value) || value == 0x1171E ? 0 : 1
    }

    /// Whether the character was assigned by Unicode 14, which is what glibc 2.36 knows of.
    private static func isKnown(_ age: Unicode.Version?) -> Bool {
        guard let age else { return false }
        return age.major <= 14
    }

    /// Arabic number signs and their like are format characters that take part in the line.
    static func isVisibleFormat(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// Vowels and final consonants of Hangul, drawn into the block their initial consonant opens.
    private static func isMedialOrFinalJamo(_ value: UInt32) -> Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
    }

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            if wideRanges[middle].upperBound < value {
                low = middle + 1
            } else if wideRanges[middle].lowerBound > value {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
