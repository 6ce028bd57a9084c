/// Undoes what mail does to bytes so that they pass through seven-bit relays (RFC 2045).
enum TransferEncoding {
    /// The bytes that were meant; what is unknown is passed as it is, what is broken is passed over.
    static func decode(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
        switch name?.lowercased() {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// Base 64, with line ends and other strangers passed over, up to the first `=`.
    ///
    /// Not Foundation's: that one throws everything away where one character too few came through.
    static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="): return result
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    /// Quoted-printable: `=E2=80=9C`, and `=` at the end of a line that goes on. `Q` in a header also writes `_` for a
    /// space.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isInHeader: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isInHeader, byte == UInt8(ascii: "_") {
                result.append(0x20)
                continue
            }
            guard byte == UInt8(ascii: "=") else {
                result.append(byte)
                continue
            }
            if index + 1 < bytes.endIndex, let high = Hexadecimal.value(of: bytes[index]),
                let low = Hexadecimal.value(of: bytes[index + 1])
            {
                result.append(high << 4 | low)
                index += 2
            } else if let end = softBreak(bytes[index...]) {
                index = end
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Where a line goes on after an `=` at its end; `nil` where it does not end there.
    private static func softBreak(_ rest: ArraySlice<UInt8>) -> Int? {
        var index = rest.startIndex
        while index < rest.endIndex, rest[index] == 0x20 || rest[index] == 0x09 || rest[index] == 0x0D { index += 1 }
        if index == rest.endIndex { return index }
        return rest[index] == 0x0A ? index + 1 : nil
    }
}
