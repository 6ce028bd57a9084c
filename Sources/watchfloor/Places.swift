import Foundation

/// Where files lie, by the XDG Base Directory Specification.
struct Places {
    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// The archive that is opened when none is named.
    var archive: String { folder("XDG_DATA_HOME", otherwise: ".local/share") + "/archive.sqlite" }

    var configuration: String { folder("XDG_CONFIG_HOME", otherwise: ".config") + "/config.toml" }

    var themes: String { folder("XDG_CONFIG_HOME", otherwise: ".config") + "/themes" }

    /// The user's saved views.
    var views: String { folder("XDG_CONFIG_HOME", otherwise: ".config") + "/views.toml" }

    /// The user's own actors, besides those of the built-in gazetteer.
    var gazetteers: String { folder("XDG_CONFIG_HOME", otherwise: ".config") + "/gazetteer" }

    /// Where each reader's place on each board is kept.
    var sessions: String { folder("XDG_STATE_HOME", otherwise: ".local/state") + "/sessions" }

    private func folder(_ variable: String, otherwise path: String) -> String {
        // The specification has relative paths passed over.
        if let given = environment[variable], given.hasPrefix("/") { return given + "/watchfloor" }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return "\(home)/\(path)/watchfloor"
    }

    /// Who reads: as the configuration has it, else the user's name.
    func reader(configured: String?) -> String {
        if let configured, !configured.isEmpty { return configured }
        if let user = environment["USER"] ?? environment["LOGNAME"], !user.isEmpty { return user }
        return NSUserName()
    }

    /// Whether text beyond ASCII can be printed here, by the locale.
    var speaksUnicode: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.uppercased()
        return name.contains("UTF-8") || name.contains("UTF8")
    }
}
