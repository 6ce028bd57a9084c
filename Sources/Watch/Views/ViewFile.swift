package import Commands
import Controller
import Foundation
import QueryLanguage

/// The file that holds a reader's saved views. It belongs to the reader, who may write it by hand as well: it is read anew for
/// every change, and what stands in it otherwise is left as it is.
package struct ViewFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// The views as they stand in the file; none where there is no file.
    package func read() -> SavedViews {
        guard let data = FileManager.default.contents(atPath: path) else { return views("") }
        return views(String(decoding: data, as: UTF8.self))
    }

    /// The query that asks for what a view shows, and for what another query asks.
    package func query(of name: String, and query: String) throws(SavedViewError) -> String {
        let view = try read().view(named: name)
        if let problem = view.problem { throw SavedViewError("\(path):\(view.line): “\(name)”: \(problem)") }
        return query.isEmpty ? view.query : "(\(view.query)) (\(query))"
    }

    /// Keeps a query under a name, and tells of it.
    func save(_ query: String, as name: String) -> [News] {
        let former = try? read().view(named: name).query
        let replaced = former.map { $0 == query ? "" : ", in place of \($0)" } ?? ""
        return change(said: "View \(name) saved\(replaced)") { views throws(SavedViewError) in
            try views.saving(query, as: name)
        }
    }

    func forget(_ name: String) -> [News] {
        let former = (try? read().view(named: name).query).map { "; it was \($0)" } ?? ""
        return change(said: "View \(name) forgotten\(former)") { views throws(SavedViewError) in
            try views.forgetting(name)
        }
    }

    private func change(
        said: String, _ change: (SavedViews) throws(SavedViewError) -> String
    ) -> [News] {
        do {
            let text = try change(read())
            try write(text)
            return [.views(views(text).views), .done(said)]
        } catch let error as SavedViewError {
            return [.failed(error.description)]
        } catch {
            return [.failed("\(path) could not be written: \(error.localizedDescription)")]
        }
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
