import Glibc
import QueryLanguage
import SituationModel
import Storage
import TestSupport

/// Builds a large archive and tells how long pages of it take.
///
///     storage-benchmark [ROWS-PER-LIST [PATH]]
///     storage-benchmark start PATH
///
/// The second form tells how long it takes to open an archive, made small where there is none yet, and
/// to read what a board shows first.
/// The archive is made at the path, or read where one is there already; without a path it is made in /tmp and deleted.

let arguments = CommandLine.arguments
let rowsPerList = arguments.count > 1 ? Int(arguments[1]) ?? 1_000_000 : 1_000_000
let path = arguments.count > 2 ? arguments[2] : "/tmp/storage-benchmark-\(getpid()).db"
let isKept = arguments.count > 2

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func rounded(_ value: Double, _ digits: Int) -> String {
    let scale = [1.0, 10, 100, 1000][digits]
    let number = (value * scale).rounded() / scale
    return String(number)
}

do {
    if arguments.count > 2, arguments[1] == "start" {
        let times = StartTimes(path: arguments[2])
        if access(arguments[2], F_OK) != 0 { try times.fill() }
        try times.print()
        exit(0)
    }
    var sampler = LargeSituation(rowsPerList: rowsPerList)
    let isThere = access(path, F_OK) == 0
    let archive = try Archive.open(at: path, .readWrite(create: true))
    if !isThere {
        print("Building \(rowsPerList) documents, quotes and events each at \(path)")
        try sampler.fill(archive) { kind, count, duration in
            print(
                "  \(kind): \(count) in \(rounded(seconds(duration), 1)) s, \(Int(Double(count) / seconds(duration))) a second"
            )
        }
    }
    try PageTimes(archive: archive, situation: sampler.situation, middle: sampler.moment(of: rowsPerList / 2)).print()
} catch {
    print(error)
    exit(4)
}
if !isKept { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
