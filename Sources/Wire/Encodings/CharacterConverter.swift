import Glibc

/// Turns bytes of one character set into UTF-8, through iconv.
final class CharacterConverter {
    private let handle: iconv_t

    /// A converter, or `nil` if iconv does not know the set.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    /// Appends what the bytes say, with U+FFFD for what they cannot.
    ///
    /// - Returns: How many bytes were used, less than all if the last character is not whole; and how many could not
    ///   be read.
    func convert(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) -> (used: Int, unreadable: Int) {
        guard let start = bytes.baseAddress else { return (0, 0) }
        // iconv promises not to write to its input; its signature is older than `const`.
        var source = UnsafeMutableRawPointer(mutating: start).assumingMemoryBound(to: CChar.self) as Optional
        var left = bytes.count
        var unreadable = 0
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { room in
            while left > 0 {
                var target = room.baseAddress
                var space = room.count
                let result = iconv(handle, &source, &left, &target, &space)
                let reason = errno
                let written = UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - space)
                text.append(contentsOf: written)
                if result == -1, reason == E2BIG { continue }
                guard result == -1, reason == EILSEQ, left > 0 else { break }
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                source = source?.advanced(by: 1)
                left -= 1
                unreadable += 1
            }
        }
        return (bytes.count - left, unreadable)
    }

    /// The same of all there is, with U+FFFD for a character that is cut off at the end.
    func text(of bytes: [UInt8]) -> (utf8: [UInt8], unreadable: Int) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var (used, unreadable) = bytes.withUnsafeBufferPointer { convert($0, into: &text) }
        if used < bytes.count {
            text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            unreadable += 1
        }
        return (text, unreadable)
    }

    /// Whether the letters of ASCII stand for themselves.
    var keepsASCII: Bool {
        let sample = Array("<?xml \"=':&;/>az09".utf8)
        var text: [UInt8] = []
        _ = sample.withUnsafeBufferPointer { convert($0, into: &text) }
        return text == sample
    }
}
