package import Commands
import Controller
import Foundation
import QueryLanguage

/// The file that holds a reader's saved views. It belongs to the reader, who may write it by hand as well: it is read anew for
/// every change, and what stands in it otherwise is left as it is.
package struct ViewFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// The views as they stand in the file; none where there is no file, or none that can be read, which is a problem of theirs.
    package func read() -> SavedViews {
        do throws(SavedViewError) { return views(try text()) } catch {
            return SavedViews(unreadable: ConfigurationProblem(file: path, line: 1, message: error.description))
        }
    }

    /// The query that asks for what a view shows, and for what another query asks.
    package func query(of name: String, and query: String) throws(SavedViewError) -> String {
        let view = try views(try text()).view(named: name)
        if let problem = view.problem { throw SavedViewError("\(path):\(view.line): “\(name)”: \(problem)") }
        return query.isEmpty ? view.query : "(\(view.query)) (\(query))"
    }

    /// The views as the board is told of them.
    var news: News { Self.news(of: read()) }

    private static func news(of saved: SavedViews) -> News {
        let more = saved.problems.count > 1 ? " (and \(saved.problems.count - 1) more)" : ""
        return .views(saved.views, problem: saved.problems.first.map { $0.description + more })
    }

    /// Keeps a query under a name, and tells of it.
    func save(_ query: String, as name: String) -> [News] {
        change { saved throws(SavedViewError) in
            let former = try? saved.view(named: name).query
            let replaced = former.map { $0 == query ? "" : ", in place of \($0)" } ?? ""
            return (try saved.saving(query, as: name), "View \(name) saved\(replaced)")
        }
    }

    func forget(_ name: String) -> [News] {
        change { saved throws(SavedViewError) in
            let former = try saved.view(named: name).query
            return (try saved.forgetting(name), "View \(name) forgotten; it was \(former)")
        }
    }

    /// - Parameter change: the text of the file as it is to be, and what to say of it.
    private func change(
        _ change: (SavedViews) throws(SavedViewError) -> (text: String, said: String)
    ) -> [News] {
        do {
            let changed = try change(views(try text()))
            try write(changed.text)
            return [Self.news(of: views(changed.text)), .done(changed.said)]
        } catch let error as SavedViewError {
            return [.failed(error.description)]
        } catch {
            return [.failed("\(path) could not be written: \(error.localizedDescription)")]
        }
    }

    /// The text of the file; empty where there is none. What cannot be read must not be taken for nothing, and written over.
    private func text() throws(SavedViewError) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SavedViewError("\(path) cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else { throw SavedViewError("\(path) is not UTF-8") }
        return text
    }

    /// Puts a new file in the place of the old one, in one step; a link to a file elsewhere stays a link.
    private func write(_ text: String) throws {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
    }

    private func views(_ toml: String) -> SavedViews {
        SavedViews(toml: toml, file: path) { query in
            do throws(QueryError) { _ = try Query.parse(query) } catch {
                return "column \(error.column): \(error.description)"
            }
            return nil
        }
    }
}
