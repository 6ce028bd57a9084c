import Foundation
import Glibc

/// A pseudo-terminal with a program in it.
final class PseudoTerminal {
    let process: pid_t
    private let master: Int32

    init(_ program: String, _ arguments: [String], columns: Int, rows: Int, environment: [String: String]) throws {
        // Through the device itself: the importer does not see posix_openpt and its kin.
        master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw POSIXError(.ENXIO)
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        // In a session of its own, the first terminal that is opened becomes the controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_addclose(&actions, master)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID, which the importer does not see
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child = pid_t()
        let result = posix_spawn(&child, program, &actions, &attributes, words, variables)
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .ENOENT) }
        process = child
    }

    /// Types, and reads what comes until the line has been quiet for that long.
    ///
    /// - Parameter patience: how long a beginning is waited for; as long as for the end where `nil`.
    /// - Returns: Bytes that came, and seconds until the last of them.
    func type(_ keys: String, quiet: Double = 0.06, patience: Double? = nil) -> (bytes: Int, seconds: Double) {
        let start = monotonic()
        _ = keys.withCString { write(master, $0, strlen($0)) }
        return read(since: start, quiet: quiet, patience: patience)
    }

    /// Reads what comes until the line has been quiet for that long.
    ///
    /// - Parameter patience: how long a beginning is waited for; ten seconds where `nil` and the quiet is long, else the quiet.
    func read(since start: Double, quiet: Double, patience: Double? = nil) -> (bytes: Int, seconds: Double) {
        var bytes = 0
        var last = start
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var wait = patience ?? (quiet > 0.1 ? 10 : quiet)
        while true {
            var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard Glibc.poll(&poll, 1, Int32(wait * 1000)) > 0 else { break }
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += count
            last = monotonic()
            wait = quiet
        }
        return (bytes, last - start)
    }

    /// Processor time used so far, in seconds.
    var processorTime: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let rest = text.split(separator: ")").last
        else { return 0 }
        let fields = rest.split(separator: " ")
        return (Double(fields[11]) ?? 0) / 100 + (Double(fields[12]) ?? 0) / 100
    }

    /// Memory in use, in mebibytes.
    var memory: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS") }),
            let number = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return number / 1024
    }

    func end() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(master)
    }
}

func monotonic() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
