import Foundation

/// The words of a text as searching sees them: runs of letters and digits, in lower case, without accents.
///
/// The same that SQLite's `unicode61` tokenizer with `remove_diacritics 2` makes of the scripts in use here.
package enum SearchWords {
    package static func of(_ text: String) -> [String] {
        var words: [String] = []
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var isASCII = true
            func end(at place: Int) {
                if isASCII, start < place {
                    words.append(lowercased(bytes[start..<place]))
                } else if start < place {
                    words += general(String(decoding: bytes[start..<place], as: UTF8.self))
                }
                (start, isASCII) = (place + 1, true)
            }
            // Nearly all text that is searched is ASCII, for which the general way is many times too slow. What stands between
            // two ASCII characters that are no part of a word is taken apart by itself.
            for (place, byte) in bytes.enumerated() {
                if byte >= 128 { isASCII = false } else if !isPartOfWord(ascii: byte) { end(at: place) }
            }
            end(at: bytes.count)
        }
        return words
    }

    private static func lowercased(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { word in
            for (place, byte) in bytes.enumerated() {
                word.initializeElement(at: place, to: (65...90).contains(byte) ? byte + 32 : byte)
            }
            return bytes.count
        }
    }

    private static func isPartOfWord(ascii byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }

    /// The words of a text in whatever script.
    static func general(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in folded(text).unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A text in lower case, without accents.
    static func folded(_ text: String) -> String {
        // Nearly all text that is searched is ASCII, for which the general folding is many times too slow.
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
        return text.precomposedStringWithCanonicalMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .precomposedStringWithCanonicalMapping
    }

    /// Whether a scalar value is a letter or digit.
    package static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isPartOfWord(ascii: UInt8(scalar.value)) }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
