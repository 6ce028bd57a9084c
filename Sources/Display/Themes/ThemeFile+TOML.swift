import Spelling
import TOMLKit

extension ThemeFile {
    /// Reads a theme in TOML: `summary`, `kind` ("dark" or "light") and `inherits`, then `[palette]` with colours by
    /// name, then `[roles]`.
    ///
    /// A role is a colour for its text, or a table of `foreground`, `background` and `attributes`. The dotted names of
    /// roles stand in quotes.
    static func parse(toml text: String, name: String, file: String) throws(ThemeError) -> ThemeFile {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: TOMLText(text).parseable)
        } catch let error as TOMLParseError {
            throw ThemeError(file: file, line: error.source.begin.line, "this is not TOML: \(error.description)")
        } catch {
            throw ThemeError(file: file, line: nil, "this is not TOML: \(error)")
        }
        return try ThemeReader(text: text, file: file).read(table, name: name)
    }
}

/// Turns a TOML table into a theme, and tells in which line something is amiss.
private struct ThemeReader {
    private let file: String
    private let places: TOMLText

    init(text: String, file: String) {
        self.file = file
        places = TOMLText(text)
    }

    func read(_ table: TOMLTable, name: String) throws(ThemeError) -> ThemeFile {
        var theme = ThemeFile(name: name, file: file)
        for (key, value) in table {
            switch key {
            case "summary": theme.summary = try string(value, key, in: nil)
            case "kind":
                let kind = try string(value, key, in: nil)
                guard kind == "dark" || kind == "light" else {
                    throw error(key, nil, "“kind” is “\(kind)”; expected “dark” or “light”")
                }
                theme.isLight = kind == "light"
            case "inherits": theme.inherits = try reference(value, key, in: nil)
            case "palette":
                guard let palette = value.table else { throw error(key, nil, "“palette” must be a table: [palette]") }
                for (name, color) in palette { theme.palette[name] = try reference(color, name, in: "palette") }
            case "roles":
                guard let roles = value.table else { throw error(key, nil, "“roles” must be a table: [roles]") }
                try readRoles(roles, path: "", into: &theme)
            default:
                throw unknown(
                    "key", key, among: ["summary", "kind", "inherits", "palette", "roles"], line: line(of: key, in: nil)
                )
            }
        }
        for (name, color) in theme.palette where color.text.hasPrefix("#") && Color(hexadecimal: color.text) == nil {
            throw error(name, "palette", "“\(color.text)” is no colour; expected #rrggbb, such as #5fafd7")
        }
        return theme
    }

    /// Reads the roles. A dotted name without quotes makes nested tables in TOML; they are meant just as well.
    private func readRoles(_ table: TOMLTable, path: String, into theme: inout ThemeFile) throws(ThemeError) {
        for (key, value) in table {
            let name = path.isEmpty ? key : path + "." + key
            if !path.isEmpty, Self.lookKeys.contains(key) { continue }
            let line = line(of: name, in: "roles")
            if let nested = value.table {
                if nested.keys.contains(where: Self.lookKeys.contains) {
                    theme.looks[try role(name, line: line)] = try look(nested, of: name, line: line)
                } else if let attribute = nested.keys.first(where: { Role(rawValue: name + "." + $0) == nil }) {
                    _ = try role(name, line: line)
                    throw unknown("key", attribute, among: Self.lookKeys, line: line)
                }
                try readRoles(nested, path: name, into: &theme)
            } else {
                let color = try reference(value, name, in: "roles")
                theme.looks[try role(name, line: line)] = ThemeFile.Look(foreground: color)
            }
        }
    }

    private static let lookKeys = ["foreground", "background", "attributes"]

    private func role(_ name: String, line: Int?) throws(ThemeError) -> Role {
        guard let role = Role(rawValue: name) else {
            throw unknown("role", name, among: Role.allCases.map(\.rawValue), line: line)
        }
        return role
    }

    private func look(_ table: TOMLTable, of role: String, line: Int?) throws(ThemeError) -> ThemeFile.Look {
        var look = ThemeFile.Look()
        for (key, value) in table {
            switch key {
            case "foreground": look.foreground = try reference(value, role, in: "roles")
            case "background": look.background = try reference(value, role, in: "roles")
            case "attributes":
                guard let list = value.array else {
                    throw ThemeError(file: file, line: line, "“attributes” must be a list, such as [\"bold\"]")
                }
                var attributes: Attributes = []
                for item in list {
                    let name = item.string ?? ""
                    guard let attribute = Attributes.names.first(where: { $0.0 == name }) else {
                        throw unknown("attribute", name, among: Attributes.names.map(\.0), line: line)
                    }
                    attributes.insert(attribute.1)
                }
                look.attributes = attributes
            default:
                if Role(rawValue: role + "." + key) == nil {
                    throw unknown("key", key, among: Self.lookKeys, line: line)
                }
            }
        }
        return look
    }

    private func string(
        _ value: any TOMLValueConvertible, _ key: String, in table: String?
    ) throws(ThemeError) -> String {
        guard let text = value.string else { throw error(key, table, "“\(key)” must be text in quotes") }
        return text
    }

    private func reference(
        _ value: any TOMLValueConvertible, _ key: String, in table: String?
    ) throws(ThemeError) -> ThemeFile.ColorReference {
        ThemeFile.ColorReference(
            text: try string(value, key, in: table), file: file, line: line(of: key, in: table))
    }

    private func error(_ key: String, _ table: String?, _ problem: String) -> ThemeError {
        ThemeError(file: file, line: line(of: key, in: table), problem)
    }

    private func unknown(_ kind: String, _ name: String, among known: [String], line: Int?) -> ThemeError {
        let nearest = NearestName.of(name, among: known)
        let hint =
            nearest.map { "did you mean “\($0)”?" }
            ?? (known.count < 8 ? "expected one of \(known.joined(separator: ", "))" : "see the roles in watch.toml")
        return ThemeError(file: file, line: line, "there is no \(kind) “\(name)”; \(hint)")
    }

    /// The line of a key; a dotted name may have been written with quotes or without.
    private func line(of key: String, in table: String?) -> Int? {
        let path = table.map { [$0] } ?? []
        return places.ownLine(of: path + [key]) ?? places.ownLine(of: path + key.split(separator: ".").map(String.init))
    }
}
