/// How much is taken in at once; what is beyond is refused with a word, not cut.
package struct IntakeLimits: Hashable, Sendable {
    /// The largest text, page or mail, in bytes.
    package var itemBytes = 32 << 20
    /// The largest feed, in bytes.
    package var feedBytes = 512 << 20
    /// The longest line of JSON lines, GDELT or ACLED, in bytes. GKG rows are known with some hundred thousand.
    package var lineBytes = 8 << 20
    /// How much may come out of one compressed file, all members and levels together, in bytes.
    package var unpackedBytes = 4 << 30
    /// How many times larger the unpacked may be than the packed. Deflate reaches 1,032 on nothing but zeros, a hundred
    /// thousand alike feed entries reach 60.
    package var unpackedRatio = 250
    /// How much may come out before the ratio counts, in bytes.
    package var freeBytes = 16 << 20
    /// The files in one archive.
    package var members = 10_000
    /// Archives in archives: 1 is an archive, 2 an archive in it.
    package var levels = 2
    /// The rows of GDELT and ACLED that come as one item.
    package var rows = 1_000

    package init() {}
}
