/// A YAML text as a tree, each part with its place in the file.
struct Tree {
    enum Content {
        /// A text, exactly as it is written; `isPlain` where it stands without quotation marks.
        case text(String, isPlain: Bool)
        case list([Tree])
        case map([Entry])
    }

    struct Entry {
        let key: String
        let place: Place
        let value: Tree
    }

    let place: Place
    let content: Content

    /// Whether there is nothing: an empty value, `~` or `null`, without quotation marks.
    var isAbsent: Bool {
        guard case .text(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// What it is, in words for a message.
    var inWords: String {
        switch content {
        case .text(let text, _): isAbsent ? "nothing" : excerpt(text)
        case .list: "a list"
        case .map: "a mapping"
        }
    }
}

/// A text in quotation marks as a message may carry it: cut short, and with everything that does not print escaped.
func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let head = scalars.prefix(40).map { $0.isPlainToSee ? String($0) : $0.escaped }.joined()
    return "“\(head)\(scalars.count > 40 ? "…" : "")”"
}
