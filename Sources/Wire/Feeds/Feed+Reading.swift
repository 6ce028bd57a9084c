import Glibc

extension Feed {
    /// The whole feed, its entries with it.
    ///
    /// - Parameters:
    ///   - base: The address that the feed was fetched from, which its relative links are relative to.
    ///   - characterSet: What the server said that the bytes are.
    package static func read(
        _ bytes: [UInt8], base: String? = nil, characterSet: String? = nil, limits: FeedLimits = FeedLimits()
    ) throws(FeedError) -> Feed {
        let reader = FeedReader(base: base, characterSet: characterSet, limits: limits)
        var entries: [FeedEntry] = []
        try reader.append(bytes)
        while let entry = reader.next() { entries.append(entry) }
        var feed = try reader.finish()
        while let entry = reader.next() { entries.append(entry) }
        feed.entries = entries
        return feed
    }

    /// Reads a file, or standard input for `-`, and hands out its entries as they come.
    ///
    /// - Parameter position: is told how many bytes have been read, before the entries in them are handed out.
    /// - Returns: What the feed says about itself, and all the warnings; without the entries.
    package static func read(
        file path: String, base: String? = nil, limits: FeedLimits = FeedLimits(), position: (Int) -> Void = { _ in },
        each: (FeedEntry) -> Void
    ) throws(FeedError) -> Feed {
        func fail() -> FeedError { .file(path, reason: String(cString: strerror(errno))) }
        let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fail() }
        defer { close(descriptor) }
        let reader = FeedReader(base: base, limits: limits)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
        defer { room.deallocate() }
        var bytes = 0
        while true {
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fail() }
            if count == 0 { break }
            bytes += count
            position(bytes)
            try reader.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
            while let entry = reader.next() { each(entry) }
        }
        let feed = try reader.finish()
        while let entry = reader.next() { each(entry) }
        return feed
    }
}
