/// A generator of random numbers that can be had again from a seed and a stream.
///
/// xoshiro256++ by David Blackman and Sebastiano Vigna (*Scrambled linear pseudorandom number generators*, ACM Transactions on
/// Mathematical Software 47, 2021), its state filled by Vigna's SplitMix64, as its authors advise. Every block of runs has a
/// stream of its own, so that the result does not depend on which thread works out which block.
struct Xoshiro: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64, stream: UInt64) {
        var mixer = SplitMix(state: seed)
        var second = SplitMix(state: mixer.next() ^ stream)
        state = (second.next(), second.next(), second.next(), second.next())
    }

    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    mutating func next() -> UInt64 {
        let result = Self.rotate(state.0 &+ state.3, by: 23) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A number from 0 up to, not including, 1, in steps of 2⁻⁵³.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    private static func rotate(_ word: UInt64, by count: UInt64) -> UInt64 { (word << count) | (word >> (64 - count)) }
}

/// Sebastiano Vigna's SplitMix64.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
