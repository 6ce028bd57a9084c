import BoardFixture
import Display
import Exchange
import SituationModel
import Testing

/// A board on the built-in situation, with an archive in memory.
func builtIn(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) throws -> Stage {
    let first = Dossier.builtIn.first
    let text = try #require(first).text
    let dossier = try Dossier.read(text, file: "built-in")
    var archive = MemoryArchive(now: Harbour.time("2024-11-01T00:00:00Z"), reader: "vera")
    for item in dossier.items {
        archive.append(item.change, to: dossier.id, by: Author("desk"), known: item.known)
    }
    return Stage(archive, situation: dossier.id, size: Size(columns: columns, rows: rows), glyphs: glyphs)
}
