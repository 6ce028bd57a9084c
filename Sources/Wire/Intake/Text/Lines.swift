import Glibc

/// Cuts a stream of bytes into lines, wherever its pieces begin and end.
///
/// Lines end in LF or CR LF; a line that is longer than allowed is cut, and the rest of it passed over. Memory: one line.
package struct LineSplitter {
    /// One line, without its end. Its bytes are good only while it is being looked at.
    package struct Line {
        /// Counted from 1.
        package var number: Int
        package var bytes: UnsafeBufferPointer<UInt8>
        /// Whether the line was longer than allowed, and this is its beginning only.
        package var isCut: Bool
    }

    /// The longest line that is kept whole, in bytes.
    package let limit: Int
    private var number = 0
    private var begun: [UInt8] = []
    private var isOpen = false
    private var isCut = false

    package init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next piece, and shows every line that it completes.
    package mutating func append(
        _ piece: UnsafeBufferPointer<UInt8>, _ show: (Line) throws -> Void
    ) rethrows {
        guard let base = piece.baseAddress else { return }
        var start = 0
        while start < piece.count {
            let rest = UnsafeBufferPointer(start: base + start, count: piece.count - start)
            guard
                let end = memchr(base + start, 0x0A, rest.count).map({ UnsafeRawPointer($0) - UnsafeRawPointer(base) })
            else {
                keep(rest)
                return
            }
            let line = UnsafeBufferPointer(rebasing: piece[start..<end])
            start = end + 1
            if isOpen {
                keep(line)
                try close(show)
            } else {
                number += 1
                try Self.show(line, number: number, limit: limit, isCut: false, show)
            }
        }
    }

    /// Shows the last line, if it has no end.
    package mutating func finish(_ show: (Line) throws -> Void) rethrows {
        if isOpen { try close(show) }
    }

    private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) {
        isOpen = true
        // One byte beyond the limit is kept, as it may be the CR of the line's end.
        let room = limit + 1 - begun.count
        if bytes.count > room { isCut = true }
        begun.append(contentsOf: bytes.prefix(max(0, room)))
    }

    private mutating func close(_ show: (Line) throws -> Void) rethrows {
        number += 1
        defer {
            begun.removeAll(keepingCapacity: begun.capacity < 1 << 20)
            (isOpen, isCut) = (false, false)
        }
        try begun.withUnsafeBufferPointer {
            try Self.show($0, number: number, limit: limit, isCut: isCut, show)
        }
    }

    private static func show(
        _ bytes: UnsafeBufferPointer<UInt8>, number: Int, limit: Int, isCut: Bool, _ show: (Line) throws -> Void
    ) rethrows {
        let bare = !isCut && bytes.last == 0x0D ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes
        let kept = UnsafeBufferPointer(rebasing: bare.prefix(limit))
        try show(Line(number: number, bytes: kept, isCut: isCut || kept.count < bare.count))
    }
}
