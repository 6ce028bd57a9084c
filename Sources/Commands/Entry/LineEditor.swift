package import Display

/// One line of text being written: the prompt, the filter, a field of a form. Keys are those of a shell.
///
/// The cursor stands between characters as a reader sees them (graphemes), so a Hangul syllable, a flag or a letter with
/// its accents is stepped over and deleted whole.
package struct LineEditor: Hashable, Sendable {
    /// What a key did.
    package enum Outcome: Hashable, Sendable {
        /// The text is another one.
        case changed
        /// The cursor stands elsewhere; the text is the same.
        case moved
        /// Nothing happened: no key of the editor, or nothing there to move over or to delete.
        case ignored
    }

    /// The line as it stands.
    package private(set) var text: String
    /// How many characters stand before the cursor.
    package private(set) var cursor: Int
    /// What was last cut, for `<C-y>` to put back.
    package private(set) var cut = ""

    /// A line with the cursor at its end, or where it is asked to be.
    package init(_ text: String = "", cursor: Int? = nil) {
        self.text = text
        self.cursor = min(max(cursor ?? text.count, 0), text.count)
    }

    /// What stands before the cursor.
    package var beforeCursor: String { String(text.prefix(cursor)) }

    /// Does what a key means in a line of text. Cost: the length of the line.
    package mutating func take(_ key: Key) -> Outcome {
        switch key.symbol {
        case .character(let character) where key.modifiers.subtracting(.shift).isEmpty:
            return insert(String(character))
        case .character(let character) where key.modifiers == .control:
            return takeControl(character)
        case .character(let character) where key.modifiers == .alt:
            return takeAlt(character)
        case .backspace where key.modifiers == .alt:
            return delete(back: true, to: wordStart)
        case .backspace:
            return delete(back: false, to: cursor - 1)
        case .delete:
            return delete(back: false, to: cursor + 1)
        case .left:
            return move(to: key.modifiers.isEmpty ? cursor - 1 : wordStart)
        case .right:
            return move(to: key.modifiers.isEmpty ? cursor + 1 : wordEnd)
        case .home:
            return move(to: 0)
        case .end:
            return move(to: text.count)
        default:
            return .ignored
        }
    }

    /// Writes text at the cursor, as from the clipboard: line breaks and tabs become blanks, other control characters
    /// are left out.
    @discardableResult
    package mutating func insert(_ addition: String) -> Outcome {
        var clean = String.UnicodeScalarView()
        for character in addition {
            if character.isNewline || character == "\t" {
                clean.append(" ")
            } else {
                clean.append(contentsOf: character.unicodeScalars.filter { $0.properties.generalCategory != .control })
            }
        }
        if clean.isEmpty { return .ignored }
        replace(cursor..<cursor, with: String(clean))
        return .changed
    }

    /// Puts another text in place of a part of the line, and the cursor after it.
    ///
    /// - Parameter range: In characters; what lies outside the line is passed over.
    package mutating func replace(_ range: Range<Int>, with replacement: String) {
        let before = String(text.prefix(range.lowerBound)) + replacement
        text = before + text.dropFirst(range.upperBound)
        // Characters join where parts meet: a consonant and a vowel of Hangul, two halves of a flag. What was the last
        // character before the cursor is then the beginning of the joined one, so the count still holds.
        cursor = before.count
    }

    // MARK: Keys

    private mutating func takeControl(_ character: Character) -> Outcome {
        switch character {
        case "a": move(to: 0)
        case "e": move(to: text.count)
        case "b": move(to: cursor - 1)
        case "f": move(to: cursor + 1)
        case "h": delete(back: false, to: cursor - 1)
        case "d": delete(back: false, to: cursor + 1)
        case "w": delete(back: true, to: blankBefore)
        case "u": delete(back: true, to: 0)
        case "k": delete(back: true, to: text.count)
        case "y": insert(cut)
        default: .ignored
        }
    }

    private mutating func takeAlt(_ character: Character) -> Outcome {
        switch character {
        case "b": move(to: wordStart)
        case "f": move(to: wordEnd)
        case "d": delete(back: true, to: wordEnd)
        default: .ignored
        }
    }

    private mutating func move(to position: Int) -> Outcome {
        let target = min(max(position, 0), text.count)
        if target == cursor { return .ignored }
        cursor = target
        return .moved
    }

    /// Deletes between the cursor and a position, which may lie on either side.
    ///
    /// - Parameter back: Whether `<C-y>` gets it back.
    private mutating func delete(back: Bool, to position: Int) -> Outcome {
        let target = min(max(position, 0), text.count)
        if target == cursor { return .ignored }
        let range = min(target, cursor)..<max(target, cursor)
        if back { cut = String(text.prefix(range.upperBound).dropFirst(range.lowerBound)) }
        replace(range, with: "")
        return .changed
    }

    // MARK: Words

    private var wordStart: Int {
        let before = text.prefix(cursor).reversed()
        return cursor - before.prefix { !$0.isPartOfWord }.count
            - before.drop { !$0.isPartOfWord }.prefix(while: \.isPartOfWord).count
    }

    private var wordEnd: Int {
        let after = text.dropFirst(cursor)
        return cursor + after.prefix { !$0.isPartOfWord }.count
            + after.drop { !$0.isPartOfWord }.prefix(while: \.isPartOfWord).count
    }

    /// The start of what is written without a blank before the cursor.
    private var blankBefore: Int {
        let before = text.prefix(cursor).reversed()
        return cursor - before.prefix(while: \.isWhitespace).count
            - before.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }.count
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
