import CScheduling
import Dispatch
import Glibc
package import Storage
import Synchronization

/// Leaves one processor to whoever types on a board of the archive, as long as they type.
///
/// Reading in bulk takes all processors there are. Then each of those that stand between a key and its answer waits for a turn: the
/// kernel's own workers, the shell's connection, the board; and a key is late whatever the board does.
package final class Courtesy: Sendable {
    private let archive: Archive
    /// The processors that this process may use.
    private let all: Processors
    private let isGiving = Mutex(false)
    private let queue = DispatchQueue(label: "Courtesy", qos: .userInteractive)

    private let pause: DispatchTimeInterval

    /// Begins to look whether somebody types, so often; `nil` where there is but one processor.
    package init?(for archive: Archive, everyMilliseconds pause: Int) {
        guard let all = Processors.ofThisThread, all.count > 1 else { return nil }
        self.all = all
        self.archive = archive
        self.pause = .milliseconds(pause)
        look()
    }

    private func look() {
        let isWanted = archive.isTypedAt
        let isNew = isGiving.withLock { isGiving in
            defer { isGiving = isWanted }
            return isGiving != isWanted
        }
        if isNew { use(isWanted ? all.withoutLast : all) }
        queue.asyncAfter(deadline: .now() + pause) { [weak self] in self?.look() }
    }

    /// Has every thread of this process use these processors; threads that are begun later do as those that began them, so that
    /// it is looked again until there are no new ones.
    private func use(_ processors: Processors) {
        var done: Set<pid_t> = []
        while true {
            let new = Self.threads.subtracting(done)
            guard !new.isEmpty else { return }
            for thread in new { processors.use(in: thread) }
            done.formUnion(new)
        }
    }

    /// The threads of this process.
    private static var threads: Set<pid_t> {
        guard let folder = opendir("/proc/self/task") else { return [] }
        defer { closedir(folder) }
        var threads: Set<pid_t> = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let thread = pid_t(name) { threads.insert(thread) }
        }
        return threads
    }
}

/// Some of the machine's processors.
private struct Processors {
    /// A bit each.
    private var bits: [UInt8]

    /// Those that the calling thread may use.
    static var ofThisThread: Processors? {
        var bits = [UInt8](repeating: 0, count: 128)
        return cs_get_processors(&bits, bits.count) == 0 ? Processors(bits: bits) : nil
    }

    private init(bits: [UInt8]) { self.bits = bits }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The same without the last of them.
    var withoutLast: Processors {
        guard let byte = bits.lastIndex(where: { $0 != 0 }) else { return self }
        var rest = self
        rest.bits[byte] &= ~(0x80 >> UInt8(bits[byte].leadingZeroBitCount))
        return rest
    }

    /// Has a thread use these; one that has ended meanwhile needs none.
    func use(in thread: pid_t) { _ = cs_set_processors(thread, bits, bits.count) }
}
