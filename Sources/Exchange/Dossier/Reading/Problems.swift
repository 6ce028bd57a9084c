import Spelling

/// What has been found wrong so far; reading goes on, so that a person gets the whole list at once.
struct Problems {
    private(set) var found: [Complaint] = []

    mutating func add(_ place: Place, _ message: String) {
        found.append(Complaint(place: place, message: message))
    }

    /// Says that one of several words was expected, and which of them is the nearest.
    mutating func add(_ place: Place, _ message: String, expected words: [String], nearestTo word: String) {
        let nearest = words.count > 1 ? NearestName.of(word, among: words) : nil
        let question = nearest.map { "; did you mean “\($0)”?" } ?? ""
        add(place, "\(message); expected \(Self.choice(words))\(question)")
    }

    /// `a, b or c`; a long list is cut, since the nearest name says more.
    private static func choice(_ words: [String]) -> String {
        guard let last = words.last else { return "one of those in the file, which has none" }
        guard words.count > 1 else { return last }
        guard words.count <= 20 else { return words.prefix(12).joined(separator: ", ") + " and so on" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension DossierError {
    /// The error that these complaints about a file add up to, in the order of their places.
    init(_ complaints: [Complaint], file: String) {
        // Several parts of a record may trip over the same mistake.
        var seen: Set<String> = []
        problems = complaints.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map { _, complaint in
                Problem(
                    file: file, line: complaint.place.line, column: complaint.place.column, message: complaint.message)
            }
            .filter { seen.insert($0.description).inserted }
    }
}
