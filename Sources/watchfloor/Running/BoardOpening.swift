import Commands
import Controller
import Display
import Foundation
import SituationModel
import Storage
import Watch

/// What is needed to open a board: the user's configuration, the archive, the situation.
struct BoardOpening {
    let configuration: Configuration
    /// What is wrong with the configuration, to be told on the board.
    let problems: [String]
    /// What the reader wants to be told of when it comes in.
    let alertRules: [AlertRule]
    let places = Places()
    let themes: ThemeLibrary
    let views: ViewFile

    init() {
        let path = places.configuration
        views = ViewFile(path: places.views)
        themes = ThemeLibrary(folder: places.themes)
        guard let data = FileManager.default.contents(atPath: path) else {
            configuration = Configuration()
            alertRules = []
            problems = []
            return
        }
        guard let text = String(data: data, encoding: .utf8) else {
            configuration = Configuration()
            alertRules = []
            problems = ["\(path) is not UTF-8; it is passed over"]
            return
        }
        let (configuration, found) = Configuration.parse(toml: text, file: path)
        self.configuration = configuration
        let rules = AlertRules(configuration.alerts, file: path)
        alertRules = rules.rules
        problems = found.map(\.description) + rules.problems
    }

    /// Under whose name changes are recorded.
    var reader: String { places.reader(configured: configuration.analyst) }

    /// The theme of that name.
    ///
    /// - Throws: `Failure` where it was asked for on the command line; otherwise the default theme stands in for one that
    ///   cannot be had.
    func theme(named name: String, isAsked: Bool) throws(Failure) -> Theme {
        do throws(ThemeError) { return try themes.load(name) } catch {
            if isAsked { throw Failure(message: "watchfloor: \(error.description)", code: .usage) }
            do throws(ThemeError) { return try themes.load(ThemeLibrary.defaultName) } catch {
                throw Failure(message: "watchfloor: \(error.description)", code: .usage)
            }
        }
    }

    /// A board on a situation of an open archive.
    ///
    /// - Throws: `Failure` where the situation is not in the archive, or the archive is empty.
    func board(
        on open: OpenArchive, situation wanted: String?, asOf: Instant?, theme: String?, size: Size
    ) throws(Failure) -> Board {
        let headers: [Header]
        do throws(ArchiveError) { headers = try open.archive.situations(asOf: nil) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        let id = try Self.choose(wanted, among: headers)
        let settings = Board.Settings(
            reader: reader,
            theme: theme ?? configuration.theme ?? ThemeLibrary.defaultName, themes: themes.names,
            hasMouse: configuration.mouse, readOnlyReason: open.readOnlyReason, version: Version.text)
        let keymap = Keymap().applying(configuration.bindings)
        return Board(situation: id, size: size, settings: settings, keymap: keymap, asOf: asOf)
    }

    static func choose(_ wanted: String?, among headers: [Header]) throws(Failure) -> SituationID {
        if let wanted {
            guard let header = headers.first(where: { $0.id.text == wanted }) else {
                let names = headers.map(\.id.text).joined(separator: ", ")
                throw Failure(
                    message: "watchfloor: there is no situation “\(wanted)” in this archive; there are: \(names)",
                    code: .usage)
            }
            return header.id
        }
        guard let first = headers.first else {
            throw Failure(
                message: "watchfloor: this archive holds no situation; bring one with: watchfloor import FILE",
                code: .partly)
        }
        return first.id
    }
}
