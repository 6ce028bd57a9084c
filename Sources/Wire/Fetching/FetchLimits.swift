/// How much of anything one fetch may take. Whatever a server does, the fetch ends within these.
package struct FetchLimits: Hashable, Sendable {
    /// Until the connection stands, encryption included, for each place a redirect leads to.
    package var connectTime: Duration
    /// For all the places together. Waiting for a free connection does not count.
    package var totalTime: Duration
    /// Fewer bytes a second than this, for ``slowTime`` on end, and the transfer is given up.
    package var slowBytesPerSecond: Int
    /// Counted in whole seconds.
    package var slowTime: Duration
    /// Bytes of the body as they come over the line.
    package var transferredBytes: Int
    /// Bytes of the body once decompressed.
    package var decompressedBytes: Int
    /// Bytes of all header lines of one answer.
    package var headerBytes: Int
    /// How many redirects may be followed.
    package var redirects: Int

    /// Limits; what is left out suits feeds and pages.
    package init(
        connectTime: Duration = .seconds(15), totalTime: Duration = .seconds(90), slowBytesPerSecond: Int = 100,
        slowTime: Duration = .seconds(20), transferredBytes: Int = 32_000_000, decompressedBytes: Int = 128_000_000,
        headerBytes: Int = 65_536, redirects: Int = 8
    ) {
        self.connectTime = connectTime
        self.totalTime = totalTime
        self.slowBytesPerSecond = slowBytesPerSecond
        self.slowTime = slowTime
        self.transferredBytes = transferredBytes
        self.decompressedBytes = decompressedBytes
        self.headerBytes = headerBytes
        self.redirects = redirects
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var wholeMilliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
