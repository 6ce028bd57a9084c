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
}
