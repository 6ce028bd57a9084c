import Foundation

/// The words of a text as searching sees them: runs of letters and digits, in lower case, without accents.
///
/// The same that SQLite's `unicode61` tokenizer with `remove_diacritics 2` makes of the scripts in use here.
package enum SearchWords {
    package static func of(_ text: String) -> [String] {
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
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
