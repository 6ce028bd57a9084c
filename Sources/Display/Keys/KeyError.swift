import Spelling

/// Why a text is no sequence of keys.
package struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// A bracket is opened and not closed.
        case unclosed
        /// There is no key of this name.
        case unknownKey(String)
        /// Nothing of this name can be held down.
        case unknownModifier(String)
    }

    /// What is wrong.
    package let problem: Problem
    /// Where the key begins, in characters from 1.
    package let column: Int

    /// What is wrong, where, and what to write instead.
    package var description: String {
        let place = "at column \(column)"
        switch problem {
        case .unclosed:
            return
                "“<” \(place) begins the name of a key, and there is no “>” after it; write “<lt>” for the sign itself"
        case .unknownKey(let name):
            let shown = SafeText.plain(name)
            let hint = NearestName.of(name, among: Key.allNames).map { "; did you mean “<\($0)>”?" }
            return "there is no key “<\(shown)>” (\(place))"
                + (hint ?? "; keys are written like <Enter>, <C-d>, <S-Tab>")
        case .unknownModifier(let name):
            return "“\(SafeText.plain(name))-” \(place) is nothing to hold down; C- is control, A- alt, S- shift"
        }
    }
}
