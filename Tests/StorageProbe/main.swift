import Glibc
import SituationModel
import Storage

/// Another process at the same archive, for tests.
///
///     storage-probe append PATH COUNT    writes so many notes, one by one, telling the number of each when it is written
///     storage-probe import PATH COUNT    writes so many notes as one batch, telling “begun” before and “done” after
///     storage-probe open PATH            opens for writing, else for reading, and tells which, with the number of entries

let arguments = CommandLine.arguments

/// Says a line at once, so that whoever listens knows how far the work has got.
func say(_ words: Any...) {
    let line = Array((words.map { "\($0)" }.joined(separator: " ") + "\n").utf8)
    _ = write(STDOUT_FILENO, line, line.count)
}

guard arguments.count >= 3 else {
    say("storage-probe append|import|open PATH [COUNT]")
    exit(2)
}
let (command, path) = (arguments[1], arguments[2])
let count = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1

func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

func note(_ number: Int) -> Draft {
    Draft(
        situation: "test", author: Author("process \(getpid())"), change: .note(text: "note \(number)", about: nil))
}

do {
    switch command {
    case "append":
        let archive = try Archive.open(at: path, .readWrite(create: true))
        for number in 1...count {
            try archive.append([note(number)], at: now())
            say(number)
        }
    case "import":
        let archive = try Archive.open(at: path, .readWrite(create: true))
        say("begun")
        try archive.append((1...count).map(note), batch: "import", at: now())
        say("done")
    default:
        do {
            let archive = try Archive.open(at: path, .readWrite(create: false))
            say("writing", try archive.tally(of: "test").entries)
        } catch ArchiveError.unwritable {
            let archive = try Archive.open(at: path, .readOnly)
            say("reading", try archive.tally(of: "test").entries)
        }
    }
} catch {
    say(error)
    exit(4)
}
