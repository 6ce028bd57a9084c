import Glibc

/// The files in a folder and the folders in it.
package struct FileTree: Sendable {
    /// Paths to read, each below the root's, in the order of their names' bytes.
    package private(set) var files: [String] = []
    /// What could not be looked into, and what was left out for being too deep or too many.
    package private(set) var warnings = Warnings()

    /// Folders in folders that are gone into.
    private static let deepest = 64
    /// The most files of a tree.
    private static let mostFiles = 1_000_000

    /// Lists what is there now. Hidden names are passed over; links are not followed but named, so that nothing outside
    /// is read and nothing inside twice.
    package init(_ root: String) {
        let trimmed = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        list(trimmed, depth: 0)
    }

    private mutating func list(_ folder: String, depth: Int) {
        guard depth <= Self.deepest else {
            warnings.add("\(folder): folders deeper than \(Self.deepest) are not looked into")
            return
        }
        for (name, kind) in entries(of: folder) {
            let path = folder == "/" ? "/" + name : folder + "/" + name
            switch kind {
            case .folder: list(path, depth: depth + 1)
            case .file where files.count < Self.mostFiles: files.append(path)
            case .file: warnings.add("\(path): more than \(Self.mostFiles) files; left out")
            case .link: warnings.add("\(path): a link; what it leads to is not read")
            case .other(let reason): warnings.add("\(path): \(reason)")
            }
        }
    }

    private enum Kind {
        case folder, file, link
        case other(String)
    }

    private mutating func entries(of folder: String) -> [(name: String, kind: Kind)] {
        guard let handle = opendir(folder) else {
            warnings.add("\(folder) cannot be listed: \(String(cString: strerror(errno)))")
            return []
        }
        defer { closedir(handle) }
        var entries: [(name: String, kind: Kind)] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            var facts = stat()
            guard fstatat(dirfd(handle), name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else {
                entries.append((name, .other("it cannot be looked at: " + String(cString: strerror(errno)))))
                continue
            }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR: entries.append((name, .folder))
            case S_IFREG where access(folder + "/" + name, R_OK) != 0:
                entries.append((name, .other("it cannot be read: " + String(cString: strerror(errno)))))
            case S_IFREG: entries.append((name, .file))
            case S_IFLNK: entries.append((name, .link))
            default: entries.append((name, .other("it is no file")))
            }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
