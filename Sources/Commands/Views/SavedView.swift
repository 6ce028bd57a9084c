import Display
import Spelling
import TOMLKit

/// A query under a name, to be put to a list again.
package struct SavedView: Hashable, Sendable {
    package let name: String
    package let query: String
    /// Where it stands in the file, from 1.
    package let line: Int
    /// Why it cannot be used; `nil` where it can.
    package let problem: String?

    /// The view of that name; who asks for one that is not there is told of the nearest.
    package static func named(_ name: String, among views: [SavedView]) throws(SavedViewError) -> SavedView {
        guard let view = views.first(where: { $0.name == name }) else {
            let nearest = NearestName.of(name, among: views.map(\.name)).map { "; did you mean “\($0)”?" }
            let others = views.isEmpty ? "; none is saved" : "; there are \(views.map(\.name).joined(separator: ", "))"
            throw SavedViewError("There is no view “\(name)”\(nearest ?? others)")
        }
        return view
    }

    /// Makes a view; nothing is checked.
    package init(name: String, query: String, line: Int = 0, problem: String? = nil) {
        self.name = name
        self.query = query
        self.line = line
        self.problem = problem
    }
}

/// The views of a user as they stand in a file: TOML, a name and a query a line, in the order in which they are offered.
package struct SavedViews: Sendable {
    package private(set) var views: [SavedView] = []
    /// What is in the file and no view.
    package private(set) var problems: [ConfigurationProblem] = []
    private let toml: String
    private let file: String
    private let text: TOMLText

    /// Reads the text of a file. A mistake costs only what it stands in.
    ///
    /// - Parameters:
    ///   - file: Its name, for the problems.
    ///   - check: What is wrong with a query; `nil` for one that can be used.
    package init(toml: String, file: String, check: (String) -> String?) {
        let readable = ReadableTOML(toml)
        (self.toml, self.file, text) = (toml, file, readable.text)
        var problems = readable.faults.map { ConfigurationProblem(file: file, line: $0.line, message: $0.message) }
        for name in readable.table.keys {
            let line = readable.text.line(of: [name])
            guard let query = readable.table[name]?.string, !query.allSatisfy(\.isWhitespace) else {
                problems.append(
                    ConfigurationProblem(
                        file: file, line: line, message: "“\(name)” expects a query in quotation marks"))
                continue
            }
            let problem = check(query)
            views.append(SavedView(name: name, query: query, line: line, problem: problem))
            guard let problem else { continue }
            problems.append(ConfigurationProblem(file: file, line: line, message: "“\(name)”: \(problem)"))
        }
        views.sort { ($0.line, $0.name) < ($1.line, $1.name) }
        self.problems = problems.sorted { $0.line < $1.line }
    }

    /// The view of that name.
    package func view(named name: String) throws(SavedViewError) -> SavedView {
        try SavedView.named(name, among: views)
    }

    /// No views, since their file cannot be read.
    package init(unreadable problem: ConfigurationProblem) {
        self.init(toml: "", file: problem.file) { _ in nil }
        problems = [problem]
    }

    // MARK: Changing the file

    /// The text of the file with a view in it, in its place where there is one of that name, else at the end. All else stays as
    /// it was written.
    package func saving(_ query: String, as name: String) throws(SavedViewError) -> String {
        guard !name.allSatisfy(\.isWhitespace) else { throw SavedViewError("A view needs a name") }
        return try changed(name, to: Self.line(name, query)) {
            $0.filter { $0.name != name } + [SavedView(name: name, query: query)]
        }
    }

    /// The text of the file without a view.
    package func forgetting(_ name: String) throws(SavedViewError) -> String {
        _ = try view(named: name)
        return try changed(name, to: nil) { $0.filter { $0.name != name } }
    }

    private func changed(
        _ name: String, to line: String?, expecting expected: ([SavedView]) -> [SavedView]
    ) throws(SavedViewError) -> String {
        var lines = toml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        if lines.last == "" { lines.removeLast() }
        let place = text.ownLine(of: [name]).map { $0 - 1 } ?? lines.count
        lines.replaceSubrange(place..<min(place + 1, lines.count), with: line.map { [$0] } ?? [])
        let changed = lines.map { $0 + "\n" }.joined()
        // What stands over several lines, or under a heading, does not take such a change: nothing is written that does not say
        // exactly what it said before and this.
        let result = SavedViews(toml: changed, file: file) { _ in nil }
        func meaning(_ views: [SavedView]) -> [String: String] {
            Dictionary(views.map { ($0.name, $0.query) }, uniquingKeysWith: { first, _ in first })
        }
        guard meaning(result.views) == meaning(expected(views)) else {
            throw SavedViewError(
                "\(file):\(min(place + 1, max(lines.count, 1))) cannot be changed from here; write it by hand")
        }
        return changed
    }

    private static func line(_ name: String, _ query: String) -> String {
        TOMLTable([name: query]).convert(to: .toml).split(separator: "\n").joined(separator: " ")
    }
}

/// What is wrong with a view, or why their file cannot be changed; a sentence without a full stop.
package struct SavedViewError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
