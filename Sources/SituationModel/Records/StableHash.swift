/// A hash that every host and every run computes alike: FNV-1a of 64 bits (Fowler, Noll, Vo).
///
/// No defence against those who look for collisions.
package enum StableHash {
    /// The hash of some texts one after the other, each told apart from the next.
    package static func of(_ parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            // A byte that UTF-8 never has.
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        return hash
    }

    /// Another hash of the same, an eighth of the work for long texts: whole words are mixed in instead of bytes, each folded onto
    /// itself after a multiplication, as wyhash does (Wang Yi).
    package static func ofLong(_ parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ word: UInt64) {
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
        }
        for var part in parts {
            part.withUTF8 { bytes in
                let raw = UnsafeRawBufferPointer(bytes)
                let whole = raw.count & ~7
                for offset in stride(from: 0, to: whole, by: 8) {
                    mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                }
                var rest: UInt64 = 0
                for offset in whole..<raw.count { rest = rest << 8 | UInt64(raw[offset]) }
                // With the length, so that each part is told apart from the next.
                mix(rest)
                mix(UInt64(raw.count))
            }
        }
        return hash
    }
}
