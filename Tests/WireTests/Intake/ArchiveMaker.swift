import CLibarchive

/// Makes zips and gzips in memory.
enum ArchiveMaker {
    /// A zip with those files.
    static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        written { archive in
            archive_write_set_format_zip(archive)
        } members: {
            members
        }
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        written { archive in
            archive_write_add_filter_gzip(archive)
            archive_write_set_format_raw(archive)
        } members: {
            [("data", bytes)]
        }
    }

    private static func written(
        _ configure: (OpaquePointer) -> Void, members: () -> [(name: String, bytes: [UInt8])]
    ) -> [UInt8] {
        guard let archive = archive_write_new() else { return [] }
        configure(archive)
        let members = members()
        let room = members.reduce(65_536) { $0 + $1.bytes.count + 1_024 }
        var used = 0
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            archive_write_open_memory(archive, buffer.baseAddress, room, &used)
            for member in members {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, member.name)
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_size(entry, Int64(member.bytes.count))
                archive_write_header(archive, entry)
                archive_write_data(archive, member.bytes, member.bytes.count)
                archive_entry_free(entry)
            }
            archive_write_close(archive)
            archive_write_free(archive)
            count = used
        }
    }
}
