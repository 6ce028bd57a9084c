import CLibarchive
import Glibc

/// A file, a pipe or bytes, opened through libarchive: zip and gzip are unpacked, everything else comes as it is.
///
/// Keeps to `IntakeLimits` whatever the archive says of itself. The names in an archive are data for messages: nothing is
/// ever written, and no name is used as a path.
struct PackedInput: ~Copyable {
    /// One file inside: its name as the archive has it.
    struct Member {
        var name: String
    }

    private let archive: OpaquePointer
    private let name: String
    private let limits: IntakeLimits
    /// The size of the packed whole in bytes, where it is known.
    private let packedSize: Int?
    private var members = 0
    /// What has come out so far, of all members.
    private(set) var unpacked = 0
    /// What has come out of the archives around this one and in it.
    private var unpackedElsewhere = 0

    /// Opens what a descriptor reads, from where it stands. The descriptor is not closed.
    init(descriptor: Int32, name: String, size: Int?, limits: IntakeLimits) throws(IntakeError) {
        archive = try Self.opened(name) { archive_read_open_fd($0, descriptor, 65_536) }
        (self.name, self.limits, packedSize) = (name, limits, size)
    }

    /// Opens bytes, which must live for as long as this does; `unpackedElsewhere` is what came out of the archive that they
    /// lie in.
    init(
        bytes: UnsafeBufferPointer<UInt8>, name: String, unpackedElsewhere: Int = 0, limits: IntakeLimits
    ) throws(IntakeError) {
        archive = try Self.opened(name) { archive_read_open_memory($0, bytes.baseAddress, bytes.count) }
        (self.name, self.limits, packedSize) = (name, limits, bytes.count)
        self.unpackedElsewhere = unpackedElsewhere
    }

    deinit { archive_read_free(archive) }

    private static func opened(
        _ name: String, by open: (OpaquePointer) -> Int32
    ) throws(IntakeError) -> OpaquePointer {
        guard let archive = archive_read_new() else {
            throw .unreadable(name: name, reason: "there is no memory left")
        }
        archive_read_support_filter_gzip(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_raw(archive)
        archive_read_support_format_empty(archive)
        guard open(archive) >= ARCHIVE_WARN else {
            defer { archive_read_free(archive) }
            throw failure(of: archive, name)
        }
        return archive
    }

    /// Whether anything was packed at all; known once the first member is.
    var isPacked: Bool { isZip || archive_filter_count(archive) > 1 }

    /// Whether it is an archive with names inside.
    var isZip: Bool { archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP }

    /// Goes to the next file inside; folders, links and what is encrypted are passed over, the last with a warning.
    mutating func next(_ warnings: inout Warnings) throws(IntakeError) -> Member? {
        while true {
            var entry: OpaquePointer?
            let code = archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { return nil }
            guard code >= ARCHIVE_WARN, let entry else { throw failure() }
            members += 1
            guard members <= limits.members else {
                throw .tooLarge(name: name, what: "it holds more than \(limits.members) files")
            }
            let member = Member(name: Self.name(of: entry))
            guard archive_entry_filetype(entry) == S_IFREG || !isZip else { continue }
            if archive_entry_is_encrypted(entry) != 0 {
                warnings.add("\(name), in it \(member.name): it is encrypted and not read")
                continue
            }
            return member
        }
    }

    /// Reads on in the current file, at most so many bytes; none at its end.
    mutating func read(_ most: Int) throws(IntakeError) -> [UInt8] {
        var count = 0
        let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, initialized in
            count = archive_read_data(archive, buffer.baseAddress, most)
            initialized = max(0, count)
        }
        guard count >= 0 else { throw failure() }
        try account(for: count)
        return piece
    }

    /// Counts what came out, and refuses what only an archive made to do harm would hold.
    private mutating func account(for count: Int) throws(IntakeError) {
        guard isPacked else { return }
        unpacked += count
        guard unpacked + unpackedElsewhere <= limits.unpackedBytes else {
            throw .tooLarge(name: name, what: "more than \(limits.unpackedBytes >> 20) MiB come out of it")
        }
        let packed = max(1, packedSize ?? Int(archive_filter_bytes(archive, -1)))
        guard unpacked <= limits.freeBytes || unpacked / packed <= limits.unpackedRatio else {
            throw .tooLarge(
                name: name,
                what: "it unpacks to more than \(limits.unpackedRatio) times its size, which only made-up archives do")
        }
    }

    /// Counts what came out of an archive that lies in this one.
    mutating func account(forInner inner: Int) { unpackedElsewhere += inner }

    /// All that has come out so far, here and around.
    var unpackedInAll: Int { unpacked + unpackedElsewhere }

    private static func name(of entry: OpaquePointer) -> String {
        guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return "unnamed" }
        let bytes = UnsafeRawBufferPointer(start: name, count: min(strlen(name), 1_024))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func failure() -> IntakeError { Self.failure(of: archive, name) }

    private static func failure(of archive: OpaquePointer, _ name: String) -> IntakeError {
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be unpacked"
        return .damaged(name: name, reason: reason)
    }
}
