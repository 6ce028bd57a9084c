import ArgumentParser
import Exchange
import Foundation
import Glibc
import SituationModel
import Storage

/// Takes a dossier into the archive.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a dossier (YAML) into the archive.",
        discussion: """
            What the archive holds already is passed over, so that the same dossier twice changes nothing; what differs \
            is revised; what the dossier leaves out stays. A dossier with a mistake changes nothing.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("The dossier; - is standard input.", valueName: "file"))
    var file: String

    func run() throws {
        let text = try InputFile.read(file)
        let name = file == "-" ? "standard input" : file
        let dossier: Dossier
        do throws(DossierError) { dossier = try Dossier.read(text, file: name) } catch {
            throw Failure(message: error.description, code: .badInput)
        }
        do throws(ArchiveError) {
            let archive = try OpenArchive.make(at: options.archivePath)
            let author = Author(BoardOpening().reader)
            let count = try DossierImport.append(dossier, to: archive, by: author, named: name)
            Output.tell(
                count == 0
                    ? "\(dossier.id): nothing new in \(name)" : "\(dossier.id): \(count) entries written from \(name)")
        } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
    }
}

/// Prints a situation as a dossier.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print a situation as a dossier (YAML).",
        discussion: """
            What is exported can be imported elsewhere without loss. --blank prints what another watch can begin with: \
            sources, actors, ladders with their indicators and couplings, and nothing that has happened.
            """)

    @OptionGroup var options: ArchiveOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was known at that time.", valueName: "time"))
    var asOf: MomentArgument?

    @Flag(help: "Leave out all that has happened: documents, findings, where rungs and indicators stand.")
    var blank = false

    func run() throws {
        let situation = try SituationToRead(options).whole(asOf: asOf?.moment)
        try Output.write(Dossier.write(blank ? situation.blank : situation))
    }
}

/// Text from a file, a pipe or standard input.
enum InputFile {
    static func read(_ path: String) throws(Failure) -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw Failure(message: "watchfloor: \(path) is not UTF-8 text", code: .badInput)
        }
        return text
    }

    /// A file as it is; `-` is standard input.
    static func bytes(_ path: String) throws(Failure) -> [UInt8] {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else {
            throw Failure(
                message: "watchfloor: \(path) cannot be read: \(String(cString: strerror(errno)))", code: .badInput)
        }
        do { return [UInt8](try handle.readToEnd() ?? Data()) } catch {
            throw Failure(
                message: "watchfloor: \(path) cannot be read: \(String(cString: strerror(errno)))", code: .badInput)
        }
    }
}

/// The archive and the situation that a command is to read.
struct SituationToRead {
    let archive: Archive
    let id: SituationID

    /// Opens the archive that the options name, to be read: one that is named must be there, the default one is made.
    init(_ options: ArchiveOptions) throws(Failure) {
        archive =
            options.path == nil
            ? try OpenArchive.forBoard(at: options.archivePath, readOnly: false).archive
            : try OpenArchive.existing(at: options.archivePath, .readOnly)
        let headers: [Header]
        do throws(ArchiveError) { headers = try archive.situations(asOf: nil) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
        id = try BoardOpening.choose(options.situation, among: headers)
    }

    /// All of the situation.
    func whole(asOf: Instant?) throws(Failure) -> Situation {
        do throws(ArchiveError) { return try archive.situation(id, asOf: asOf) } catch {
            throw Failure(message: "watchfloor: \(error.description)", code: .storage)
        }
    }
}
