import Controller
import Foundation
import SituationModel

/// Keeps the reader's place on each board from one start to the next. What cannot be read is passed over, what cannot be
/// written is left: a place lost is no reason not to open or close a board.
struct SessionStore {
    let folder: String
    let archive: String

    private func path(_ situation: SituationID) -> String {
        "\(folder)/\(SituationID.suggested(by: archive))-\(SituationID.suggested(by: situation.text)).json"
    }

    func load(_ situation: SituationID) -> Session? {
        guard let data = FileManager.default.contents(atPath: path(situation)) else { return nil }
        return try? JSONDecoder().decode(Session.self, from: data)
    }

    func save(_ session: Session, of situation: SituationID) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(session) else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try? data.write(to: URL(fileURLWithPath: path(situation)), options: .atomic)
    }
}
