/// The gate between text from outside and anything that shows it: screen, log, piped output.
///
/// Whatever a terminal could obey, hide or reorder comes out as a mark that can be seen: an escape as `␛`, a
/// right-to-left override as `‹202E›`. Every text a canvas draws passes through here; so does whatever leaves the
/// program for a person's eyes by another way.
///
/// Text that has passed is unchanged when it passes again.
package enum SafeText {
    /// What a terminal can be given for one or two columns.
    package struct Piece: Hashable, Sendable {
        /// The character with its marks.
        package var grapheme: Grapheme
        /// 1 or 2; 0 only for a line's end, where line ends are kept.
        package var columns: Int
        /// Whether it stands for something hostile instead of being in the text.
        package var isUnsafe: Bool
    }

    /// The text with everything hostile in it made visible.
    ///
    /// - Parameters:
    ///   - ascii: Whether the reader has ASCII only: marks are then spelled `^[` and `<U+202E>`, and other characters
    ///     become their plain likeness or `?`; an ellipsis becomes three full stops.
    ///   - keepingNewlines: Whether line feeds are let through; otherwise they are marked as well.
    package static func plain(_ text: String, ascii: Bool = false, keepingNewlines: Bool = false) -> String {
        if lengthIfPlainASCII(text) != nil { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        forEachPiece(in: text, marks: ascii ? .ascii : .unicode, keepingNewlines: keepingNewlines) { piece in
            if ascii && !piece.grapheme.isASCII {
                let likeness = piece.grapheme.asciiLikeness ?? UInt8(ascii: "?")
                let count = piece.grapheme == Self.ellipsis ? 3 : piece.columns
                for _ in 0..<count { bytes.append(likeness) }
            } else {
                piece.grapheme.write(to: &bytes)
            }
            return true
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let ellipsis = Grapheme("\u{2026}")

    /// The number of characters, if they are all printable ASCII and need no gate; the way nearly all text takes.
    static func lengthIfPlainASCII(_ text: String) -> Int? {
        text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            for byte in bytes where byte < 0x20 || byte > 0x7E { return nil }
            return bytes.count
        } ?? nil
    }

    // MARK: Text that needs no gate

    /// Whether every character stands for itself in a column or two, with nothing on it and nothing hidden, as in nearly all text:
    /// then it is as it will be shown.
    static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { plainColumns(of: $0) > 0 }
    }

    /// The columns of a character that needs no gate whatever other such characters stand beside it; 0 for all others, of which the
    /// tables of Unicode have to be asked.
    static func plainColumns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case ..<0xA1, 0xAD: 0
        case 0xA1..<0x300, 0x400...0x482, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x22FF, 0x2500...0x25FC,
            0x2800...0x28FF:
            1
        case 0x3001...0x3020, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
        default: 0
        }
    }

    /// Hands out the text piece by piece, until the receiver answers false.
    package static func forEachPiece(
        in text: String, marks: SafeTextMarks = .unicode, keepingNewlines: Bool = false, _ receive: (Piece) -> Bool
    ) {
        if isPlain(text) {
            for scalar in text.unicodeScalars {
                let piece = Piece(grapheme: Grapheme(scalar), columns: plainColumns(of: scalar), isUnsafe: false)
                guard receive(piece) else { return }
            }
            return
        }
        var reader = SafeTextReader(text, marks: marks, keepingNewlines: keepingNewlines)
        while let piece = reader.next() {
            guard receive(piece) else { return }
        }
    }
}
