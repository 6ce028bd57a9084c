/// What was wrong and how it was taken, in the order in which it was first met; the same again is only counted.
struct WarningList {
    private var order: [String] = []
    private var met: [String: (line: Int, count: Int)] = [:]
    private var uncounted = 0

    /// Of a feed that is wrong in more ways than this, the rest is only counted.
    private static let most = 50

    /// - Parameters:
    ///   - line: From 1, or 0 where there is none to name; only looked up when it is wanted.
    ///   - count: How often it was met.
    mutating func note(_ text: String, line: @autoclosure () -> Int, count: Int = 1) {
        if met[text] != nil {
            met[text]?.count += count
        } else if order.count < Self.most {
            order.append(text)
            met[text] = (line(), count)
        } else {
            uncounted += count
        }
    }

    /// The warnings as sentences, by line.
    var texts: [String] {
        let first = order.compactMap { text in met[text].map { (text: text, line: $0.line, count: $0.count) } }
        let sorted = first.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        let texts = sorted.map { _, warning in
            (warning.line > 0 ? "line \(warning.line): " : "") + warning.text
                + (warning.count > 1 ? " (\(warning.count) times)" : "")
        }
        return uncounted == 0 ? texts : texts + ["and \(uncounted) more"]
    }
}
