import Glibc

/// What the kernel tells of folders (inotify), read as values.
struct FolderEvents: ~Copyable {
    struct Event {
        /// The number of the watch that it is about.
        var watch: Int32
        /// The kernel's bits: `IN_CLOSE_WRITE` and so on.
        var mask: UInt32
        /// The name in the folder; empty when it is about the folder itself.
        var name: String

        func says(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }
    }

    let descriptor: Int32

    /// `nil` where the kernel grants no more of these.
    init?() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Asks for what is completely written in a folder or comes into it, for what leaves it, for new folders in it, and for its
    /// own end; the
    /// number that its events will carry.
    func add(_ folder: String) -> Int32? {
        let wanted =
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF
            | IN_ONLYDIR
        let number = inotify_add_watch(descriptor, folder, UInt32(wanted))
        return number < 0 ? nil : number
    }

    func remove(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// All events that have come in; none if there are none yet.
    func read() -> [Event] {
        var events: [Event] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return events }
            buffer.withUnsafeBytes { bytes in
                let headLength = MemoryLayout<inotify_event>.size
                var start = 0
                while start + headLength <= count {
                    let head = bytes.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
                    let end = min(count, start + headLength + Int(head.len))
                    let name = bytes[(start + headLength)..<end].prefix { $0 != 0 }
                    events.append(Event(watch: head.wd, mask: head.mask, name: String(decoding: name, as: UTF8.self)))
                    start = end
                }
            }
        }
    }
}
