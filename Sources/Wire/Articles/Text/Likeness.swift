/// Whether two short texts say the same.
enum Likeness {
    /// The words of a text in lower case, without marks: equal for what differs in dashes and quotation marks alone.
    static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }
    }
}
