import Exchange
import Foundation
import SituationModel
import Storage

/// An archive that is open, and why nothing can be changed in it where nothing can.
struct OpenArchive {
    let archive: Archive
    let readOnlyReason: String?

    /// Opens the archive for a board: made, with the built-in situation, where there is none; to be read only where it
    /// cannot be written, in memory where not even a file can be made.
    static func forBoard(at path: String, readOnly: Bool) throws(Failure) -> OpenArchive {
        let exists = FileManager.default.fileExists(atPath: path)
        if readOnly, exists {
            return OpenArchive(
                archive: try open(path, .readOnly), readOnlyReason: "the board was opened with --read-only")
        }
        if readOnly {
            let reason = "the board was opened with --read-only, and there is no archive at \(path)"
            return OpenArchive(archive: try inMemory(), readOnlyReason: reason)
        }
        do throws(ArchiveError) {
            let archive = try make(at: path)
            try seed(archive)
            return OpenArchive(archive: archive, readOnlyReason: nil)
        } catch {
            guard case .unwritable(_, let reason) = error else { throw failure(error) }
            let told = "\(path) cannot be written (\(reason))"
            if exists { return OpenArchive(archive: try open(path, .readOnly), readOnlyReason: told) }
            return OpenArchive(archive: try inMemory(), readOnlyReason: told)
        }
    }

    /// Opens an archive to be written, made where there is none. The folder of the default archive is made as well; any
    /// other must be there.
    static func make(at path: String) throws(ArchiveError) -> Archive {
        if path == Places().archive {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            // Where this fails, opening the archive tells why.
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        return try opened(path, .readWrite(create: true))
    }

    /// Opens an archive that must be there already.
    static func existing(at path: String, _ access: Archive.Access) throws(Failure) -> Archive {
        try open(path, access)
    }

    private static func open(_ path: String, _ access: Archive.Access) throws(Failure) -> Archive {
        do throws(ArchiveError) { return try opened(path, access) } catch { throw failure(error) }
    }

    /// Opens an archive, and tells on standard error how far it is where an older one has to be brought up to date first.
    private static func opened(_ path: String, _ access: Archive.Access) throws(ArchiveError) -> Archive {
        let meter = ProgressMeter(isShown: isatty(STDERR_FILENO) == 1)
        defer { meter.clear() }
        return try Archive.open(at: path, access) { done, total in
            meter.show("bringing the archive up to date", done, of: total)
        }
    }

    private static func inMemory() throws(Failure) -> Archive {
        do throws(ArchiveError) {
            let archive = try Archive.temporary()
            try seed(archive)
            return archive
        } catch { throw failure(error) }
    }

    /// Puts the built-in situations into an archive that holds nothing.
    private static func seed(_ archive: Archive) throws(ArchiveError) {
        guard try archive.situations(asOf: nil).isEmpty else { return }
        let author = Author("watchfloor", kind: .machine)
        // The built-in dossiers are tested to be right; one that is not is left out rather than kept from opening.
        let dossiers = Dossier.builtIn.compactMap { try? Dossier.read($0.text, file: "\($0.id).yaml") }
        let drafts = dossiers.flatMap { DossierImport.drafts(of: $0, against: nil, by: author) }
        _ = try archive.append(
            drafts, batch: DossierImport.summary(of: "built-in", drafts), onlyIfEmpty: true, at: .now())
    }

    private static func failure(_ error: ArchiveError) -> Failure {
        Failure(message: "watchfloor: \(error.description)", code: .storage)
    }
}

/// Writes dossiers into an archive.
enum DossierImport {
    /// Appends what a dossier says and the archive does not hold yet, as one batch.
    ///
    /// - Returns: How many entries that took; 0 where the archive held all of it.
    static func append(
        _ dossier: Dossier, to archive: Archive, by author: Author, named name: String
    ) throws(ArchiveError) -> Int {
        let isKnown = try archive.situations(asOf: nil).contains { $0.id == dossier.id }
        let present = isKnown ? try archive.situation(dossier.id, asOf: nil) : nil
        let drafts = drafts(of: dossier, against: present, by: author)
        guard !drafts.isEmpty else { return 0 }
        _ = try archive.append(drafts, batch: summary(of: name, drafts), at: .now())
        return drafts.count
    }

    /// What a dossier adds to a situation as it stands.
    static func drafts(of dossier: Dossier, against present: Situation?, by author: Author) -> [Draft] {
        dossier.changes(against: present).map { item in
            Draft(
                situation: dossier.id, author: item.author ?? author, known: item.known, change: item.change)
        }
    }

    /// How the log tells of an import.
    static func summary(of name: String, _ drafts: [Draft]) -> String { "imported \(name): \(drafts.count) entries" }
}
