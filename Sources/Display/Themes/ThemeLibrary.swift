import FoundationEssentials
import Spelling

/// All themes there are: those in the program, and those in the user's folder, which come first.
package struct ThemeLibrary: Sendable {
    /// The theme used where none is chosen.
    package static let defaultName = "watch"
    /// The theme whose attributes speak for every theme where there are no colours.
    static let plainName = "monochrome"

    private let folder: String?

    /// Makes a library.
    ///
    /// - Parameter folder: The user's folder of themes: `.toml` files, and base16 schemes ending in `.yaml` or `.yml`.
    ///   It need not exist.
    package init(folder: String? = nil) {
        self.folder = folder
    }

    /// The names of all themes, the user's among them, in order.
    package var names: [String] {
        var names = Set(Theme.builtInNames)
        if let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder) {
            for file in files {
                for ending in Self.endings where file.hasSuffix(ending) && file.count > ending.count {
                    names.insert(String(file.dropLast(ending.count)))
                }
            }
        }
        return names.sorted()
    }

    /// Loads a theme and those it inherits from.
    package func load(_ name: String) throws(ThemeError) -> Theme {
        try Self.resolve(try file(named: name), in: self)
    }

    private static let endings = [".toml", ".yaml", ".yml"]

    private func file(named name: String) throws(ThemeError) -> ThemeFile {
        if let folder, !name.contains("/"), !name.isEmpty {
            for ending in Self.endings {
                let path = folder + "/" + name + ending
                guard FileManager.default.fileExists(atPath: path) else { continue }
                guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw ThemeError(file: path, line: nil, "this cannot be read as UTF-8 text")
                }
                return ending == ".toml"
                    ? try ThemeFile.parse(toml: text, name: name, file: path)
                    : try ThemeFile.parse(base16: text, name: name, file: path)
            }
        }
        guard let file = try Theme.builtInFile(name) else {
            let hint = NearestName.of(name, among: names).map { "did you mean “\($0)”?" }
            throw ThemeError(
                file: name, line: nil,
                "there is no theme “\(name)”; \(hint ?? "there are: \(names.joined(separator: ", "))")")
        }
        return file
    }

    /// Fills in what a theme inherits. A theme of the same name as the one it inherits from means the built-in one.
    static func resolve(_ file: ThemeFile, in library: ThemeLibrary) throws(ThemeError) -> Theme {
        var merged = file
        var next = file.inherits
        var seen = [file.name]
        while let parent = next {
            let ancestor: ThemeFile
            if seen.contains(parent.text) {
                guard seen.last == parent.text, let builtIn = try Theme.builtInFile(parent.text),
                    builtIn.file != parent.file
                else {
                    throw ThemeError(
                        file: parent.file, line: parent.line,
                        "the themes inherit in a circle: \((seen + [parent.text]).joined(separator: ", "))")
                }
                ancestor = builtIn
            } else {
                do {
                    ancestor = try library.file(named: parent.text)
                } catch  where error.file == parent.text && error.line == nil {
                    throw ThemeError(file: parent.file, line: parent.line, error.problem)
                }
            }
            seen.append(parent.text)
            merged = merged.inheriting(ancestor)
            next = ancestor.inherits
        }
        let isPlain = file.name == plainName
        let plain = isPlain ? nil : try Theme.builtInFile(plainName)?.resolved(plainLooks: nil).attributesByRole
        return try merged.resolved(plainLooks: plain)
    }
}
