/// Goes through a text word by word, the same on every host.
///
/// A word is a run of letters and digits, with apostrophes inside it; in writing without spaces (Chinese, Japanese, Thai
/// and their neighbours) every character is one. A word is known by a hash of 64 bits: FNV-1a over its scalars.
struct WordScanner {
    /// Whether capitals count as small letters.
    var foldsCase = true
    /// Whether marks such as full stops count as words of one character.
    var includesMarks = false

    /// One word: its hash, and where it stands, in scalars from the start of the text.
    struct Word: Hashable {
        var hash: UInt64
        var range: Range<Int>
        /// Whether a sentence or line ends between this word and the one before.
        var beginsSentence: Bool
        /// Whether it is a mark, not a word.
        var isMark: Bool
    }

    /// Shows every word. Cost: linear.
    func scan(_ text: String, _ visit: (Word) -> Void) {
        var (hash, start, position) = (Self.seed, -1, 0)
        var beginsSentence = true
        // A dot ends a sentence only before white space: 3.5 and U.S. are not ends.
        var (isAfterStop, apostrophe) = (false, -1)
        func close(at end: Int) {
            guard start >= 0 else { return }
            visit(Word(hash: hash, range: start..<end, beginsSentence: beginsSentence, isMark: false))
            (hash, start, beginsSentence) = (Self.seed, -1, false)
        }
        for scalar in text.unicodeScalars {
            defer { position += 1 }
            // The most by far: a small letter of ASCII inside a word.
            if start >= 0, apostrophe < 0, (0x61...0x7A).contains(scalar.value) {
                hash = Self.mix(hash, scalar.value)
                continue
            }
            switch Self.kind(scalar) {
            case .inWord:
                if apostrophe >= 0 {
                    hash = Self.mix(hash, 0x27)
                    apostrophe = -1
                }
                if start < 0 { start = position }
                hash = foldsCase ? Self.folded(hash, scalar) : Self.mix(hash, scalar.value)
                isAfterStop = false
            case .alone:
                close(at: apostrophe >= 0 ? apostrophe : position)
                let word = Self.mix(Self.seed, scalar.value)
                visit(
                    Word(hash: word, range: position..<(position + 1), beginsSentence: beginsSentence, isMark: false))
                (beginsSentence, isAfterStop, apostrophe) = (false, false, -1)
            case .apostrophe where start >= 0 && apostrophe < 0:
                // Belongs to the word only if a letter follows.
                apostrophe = position
            case .apostrophe, .mark:
                close(at: apostrophe >= 0 ? apostrophe : position)
                apostrophe = -1
                if includesMarks {
                    let word = Self.mix(Self.seed, scalar.value)
                    visit(
                        Word(hash: word, range: position..<(position + 1), beginsSentence: beginsSentence, isMark: true)
                    )
                    beginsSentence = false
                }
                isAfterStop = isAfterStop || Self.isStop(scalar)
            case .space:
                close(at: apostrophe >= 0 ? apostrophe : position)
                apostrophe = -1
                if isAfterStop || scalar == "\n" { beginsSentence = true }
                isAfterStop = false
            case .ignored: break
            }
        }
        close(at: apostrophe >= 0 ? apostrophe : position)
    }

    /// All words of a text.
    func words(_ text: String) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(text.utf8.count / 6)
        scan(text) { words.append($0) }
        return words
    }

    // MARK: Scalars

    private enum Kind {
        case inWord, alone, apostrophe, mark, space, ignored
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return .inWord
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: return .space
        case 0x27, 0x2019: return .apostrophe
        case 0x00...0x7F: return .mark
        // Soft hyphen, joiners, marks of direction, byte order mark: seen by nobody.
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return .ignored
        // Thai, Lao, Myanmar, Khmer; kana; ideographs.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .alone
        default:
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil { return .inWord }
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: return .inWord
            default: return .mark
            }
        }
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "。", "！", "？": true
        default: false
        }
    }

    // MARK: Hashing

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }

    private static func folded(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        if scalar.isASCII {
            let value = scalar.value
            return mix(hash, (0x41...0x5A).contains(value) ? value | 0x20 : value)
        }
        guard scalar.properties.changesWhenLowercased else { return mix(hash, scalar.value) }
        return scalar.properties.lowercaseMapping.unicodeScalars.reduce(hash) { mix($0, $1.value) }
    }
}

/// Spreads the bits of a number over all of it: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
func spread(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
}
