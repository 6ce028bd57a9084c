extension FeedPerson {
    /// A person as RSS has them: `mail@host (Name)`, `Name <mail@host>`, `mail@host`, or a name.
    init(text: String) {
        let text = text.trimmedASCII
        guard text.utf8.contains(UInt8(ascii: "@")) else {
            self.init(name: text)
            return
        }
        for (open, close) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
            guard text.last == close, let start = text.lastIndex(of: open) else { continue }
            let before = text[..<start].trimmedASCII
            let inside = text[text.index(after: start)...].dropLast().trimmedASCII
            if Self.isAddress(before), !inside.isEmpty {
                self.init(name: inside, email: Self.address(before))
                return
            }
            if Self.isAddress(inside) {
                self.init(name: before.isEmpty ? nil : before, email: Self.address(inside))
                return
            }
        }
        if Self.isAddress(text) {
            self.init(email: Self.address(text))
        } else {
            self.init(name: text)
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        let address = self.address(text)
        return address.contains("@") && !address.contains { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "/" }
    }

    private static func address(_ text: String) -> String {
        text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    }
}
