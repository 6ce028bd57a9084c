import Glibc

/// A folder into which files are dropped, and the folders in it: what there is to read, and what comes.
///
/// A file is told of when whoever wrote it closes it or moves it in, and again when it has been changed. Files that are
/// there at the start, or after the kernel lost count, have no such moment: those are told of at once, unless they were
/// written to in the last second; then when they have been left alone for one.
struct Inbox: ~Copyable {
    private let root: String
    private let events: FolderEvents
    private var folders: [Int32: String] = [:]
    private var rootWatch: Int32?
    /// What has been told of, and how it looked then.
    private var told: [String: Stamp] = [:]
    /// What may still be being written to: how it looked, and since when.
    private var settling: [String: (stamp: Stamp, since: Int64)] = [:]
    private var notices: [InboxWatch.Notice] = []

    /// How a file looks from outside; when this is the same, the file is.
    private struct Stamp: Equatable {
        var inode: UInt
        var size: Int
        var changed: Int64
        var links: UInt

        init(_ facts: stat) {
            inode = UInt(facts.st_ino)
            size = Int(facts.st_size)
            changed = Int64(facts.st_mtim.tv_sec) * 1_000 + Int64(facts.st_mtim.tv_nsec) / 1_000_000
            links = UInt(facts.st_nlink)
        }

        static func == (left: Self, right: Self) -> Bool {
            (left.inode, left.size, left.changed) == (right.inode, right.size, right.changed)
        }
    }

    /// How long a file must be left alone, in milliseconds.
    private static let calm: Int64 = 1_000
    private static let deepest = 16

    /// `nil` where the kernel grants no watch at all.
    init?(_ root: String) {
        guard let events = FolderEvents() else { return nil }
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.events = events
        if !begin() { notices.append(.missing(String(cString: strerror(errno)))) }
    }

    var descriptor: Int32 { events.descriptor }

    /// How long to wait for the kernel before looking by oneself, in milliseconds; −1 for as long as it takes.
    var patience: Int32 { rootWatch == nil ? 500 : settling.isEmpty ? -1 : 250 }

    /// What has been found since this was last asked.
    mutating func takeNotices() -> [InboxWatch.Notice] {
        defer { notices = [] }
        return notices
    }

    /// Looks at what the kernel has told, and at what was waited for.
    mutating func look() {
        for event in events.read() { take(event) }
        if rootWatch == nil, begin() { notices.append(.returned) }
        settle()
    }

    // MARK: Folders

    /// Watches the root and looks through it; false where it is not there.
    private mutating func begin() -> Bool {
        guard let watch = events.add(root) else { return false }
        rootWatch = watch
        folders = [watch: root]
        list(root, depth: 0)
        return true
    }

    /// Watches a folder in the root and looks through it. The watch comes first, so that nothing falls between.
    private mutating func enter(_ folder: String, depth: Int) {
        guard depth <= Self.deepest else {
            notices.append(.warning("\(folder): folders deeper than \(Self.deepest) are not watched"))
            return
        }
        guard let watch = events.add(folder) else {
            // Gone again already, or the kernel's number of watches is used up.
            guard errno != ENOENT, errno != ENOTDIR else { return }
            notices.append(.warning("\(folder) is not watched: \(String(cString: strerror(errno)))"))
            return
        }
        folders[watch] = folder
        list(folder, depth: depth)
    }

    private mutating func list(_ folder: String, depth: Int) {
        guard let handle = opendir(folder) else { return }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
                })
        }
        for name in names.sorted() where !Self.isPassedOver(name) {
            let path = folder + "/" + name
            var facts = stat()
            guard lstat(path, &facts) == 0 else { continue }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR: enter(path, depth: depth + 1)
            case S_IFREG: find(path, Stamp(facts))
            default: break
            }
        }
    }

    private func depth(of folder: String) -> Int {
        folder.utf8.dropFirst(root.utf8.count).count { $0 == UInt8(ascii: "/") }
    }

    /// Forgets a folder and all in it.
    private mutating func leave(_ folder: String) {
        for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
            events.remove(watch)
            folders[watch] = nil
        }
    }

    private mutating func loseRoot(_ reason: String) {
        guard rootWatch != nil else { return }
        leave(root)
        (rootWatch, settling) = (nil, [:])
        notices.append(.missing(reason))
    }

    // MARK: What the kernel tells

    private mutating func take(_ event: FolderEvents.Event) {
        if event.says(IN_Q_OVERFLOW) {
            notices.append(.warning("\(root): too much happened at once; looked through again"))
            list(root, depth: 0)
            return
        }
        guard let folder = folders[event.watch] else { return }
        if event.says(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) {
            if event.watch == rootWatch {
                loseRoot(event.says(IN_MOVE_SELF) ? "it was moved away" : "it was removed")
            } else if !Self.isFolder(folder) {
                leave(folder)
            }
            return
        }
        let path = folder + "/" + event.name
        guard !event.name.isEmpty, !Self.isPassedOver(event.name) else { return }
        if event.says(IN_DELETE | IN_MOVED_FROM) {
            (told[path], settling[path]) = (nil, nil)
        } else if event.says(IN_ISDIR) {
            if event.says(IN_CREATE | IN_MOVED_TO) { enter(path, depth: depth(of: path)) }
        } else if let stamp = Self.stamp(path), !event.says(IN_CREATE) || stamp.links > 1 {
            // A new name for a file that is there already brings no closing.
            tell(path, stamp)
        }
    }

    /// Names of what is hidden, or not yet what it will be: the usual marks of unfinished downloads and edits.
    private static func isPassedOver(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~")
            || [".part", ".partial", ".tmp", ".crdownload", ".swp"].contains { name.hasSuffix($0) }
    }

    // MARK: Files

    /// A file that was found, not told of.
    private mutating func find(_ path: String, _ stamp: Stamp) {
        guard told[path] != stamp else { return }
        let age = Self.now(CLOCK_REALTIME) - stamp.changed
        if (0..<Self.calm).contains(age) {
            settling[path] = (stamp, Self.now(CLOCK_MONOTONIC))
        } else {
            tell(path, stamp)
        }
    }

    private mutating func tell(_ path: String, _ stamp: Stamp) {
        settling[path] = nil
        guard told[path] != stamp else { return }
        told[path] = stamp
        notices.append(.file(path))
    }

    private mutating func settle() {
        let now = Self.now(CLOCK_MONOTONIC)
        for (path, (stamp, since)) in settling.sorted(by: { $0.key < $1.key }) {
            guard let current = Self.stamp(path) else {
                settling[path] = nil
                continue
            }
            if current != stamp {
                settling[path] = (current, now)
            } else if now - since >= Self.calm {
                tell(path, stamp)
            }
        }
    }

    private static func stamp(_ path: String) -> Stamp? {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Stamp(facts)
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func now(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
