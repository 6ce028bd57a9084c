import ArgumentParser
import SituationModel
import Storage

/// Looks an archive over.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look the archive over.",
        discussion: """
            Checks the file, the references within it, and that every entry of the journal can be read. With --rebuild, \
            everything but the journal is made anew from it, compared row by row with what was there, and put in place.
            """)

    @OptionGroup var options: ArchiveOptions

    @Flag(help: "Make everything but the journal anew, and say what differed.")
    var rebuild = false

    func run() throws {
        let path = options.archivePath
        let archive = try OpenArchive.existing(at: path, rebuild ? .readWrite(create: false) : .readOnly)
        let report: Report
        do throws(ArchiveError) {
            report = try rebuild ? self.rebuild(archive, path) : check(archive, path)
        } catch { throw Failure(message: "watchfloor: \(error.description)", code: .storage) }
        for line in report.lines { try Output.line(line) }
        if !report.isWhole {
            throw Failure(message: "watchfloor: \(path) was not as it should be; see above", code: .partly)
        }
    }

    private struct Report {
        var lines: [String]
        let isWhole: Bool
    }

    private func check(_ archive: Archive, _ path: String) throws(ArchiveError) -> Report {
        let findings = try archive.check().map { "\($0.weight.rawValue): \($0)" }
        return Report(lines: findings.isEmpty ? ["\(path): nothing wrong"] : findings, isWhole: findings.isEmpty)
    }

    private func rebuild(_ archive: Archive, _ path: String) throws(ArchiveError) -> Report {
        let comparison = try archive.rebuild(replacing: true) { done, all in
            if done % 10_000 == 0 { Output.tell("\(done) of \(all) entries") }
        }
        var lines = comparison.differences
        let left = comparison.differenceCount - comparison.differences.count
        if left > 0 { lines.append("and \(left) more") }
        lines.append(
            comparison.isEqual
                ? "\(path): \(comparison.rows) rows made anew from the journal, all as they were"
                : "\(path): \(comparison.differenceCount) of \(comparison.rows) rows were not what the journal says; "
                    + "they are put right")
        return Report(lines: lines, isWhole: comparison.isEqual)
    }
}
