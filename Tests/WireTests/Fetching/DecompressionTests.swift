import TestSupport
import Testing

@testable import Wire

/// What comes compressed comes whole, or not at all.
@Suite struct DecompressionTests {
    /// “hello”, as gzip 1.12 and brotli 1.0.9 write it.
    private let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86, 0xA6, 0x10, 0x36,
        0x05, 0, 0, 0,
    ]
    private let brotli: [UInt8] = [0x0B, 0x02, 0x80, 0x68, 0x65, 0x6C, 0x6C, 0x6F, 0x03]

    private func decode(_ bytes: [UInt8], _ encodings: String..., limit: Int = 1_000) throws -> String {
        String(decoding: try Decompression.decode(bytes, encodings, limit: limit), as: UTF8.self)
    }

    @Test func whole() throws {
        #expect(try decode(gzip, "gzip") == "hello")
        #expect(try decode(gzip, "x-gzip", limit: 5) == "hello")
        #expect(try decode(brotli, "br", limit: 5) == "hello")
        #expect(try decode(gzip + gzip, "gzip") == "hellohello")
        #expect(try decode(gzip + [0x0A, 0x0A, 0x0A], "gzip") == "hello")
        #expect(try decode([], "gzip") == "")
        #expect(try decode(Array("hello".utf8)) == "hello")
    }

    @Test func everyPrefixIsCutOff() {
        for count in 1..<gzip.count {
            #expect(throws: Decompression.Failure.cutOff("gzip")) { try decode(Array(gzip.prefix(count)), "gzip") }
        }
        for count in 1..<brotli.count {
            #expect(throws: Decompression.Failure.cutOff("brotli")) { try decode(Array(brotli.prefix(count)), "br") }
        }
    }

    @Test func limits() {
        #expect(throws: Decompression.Failure.tooLarge) { try decode(gzip, "gzip", limit: 4) }
        #expect(throws: Decompression.Failure.tooLarge) { try decode(brotli, "br", limit: 4) }
        #expect(throws: Decompression.Failure.tooLarge) { try decode(gzip + gzip, "gzip", limit: 9) }
        #expect(throws: Decompression.Failure.tooLarge) { try decode(Array("hello".utf8), limit: 4) }
    }

    @Test func unknownEncodings() {
        #expect(throws: Decompression.Failure.unknown("zstd")) { try decode(gzip, "zstd") }
        #expect(throws: Decompression.Failure.unknown("gzip, gzip, gzip")) { try decode(gzip, "gzip", "gzip", "gzip") }
        #expect(throws: Decompression.Failure.damaged("gzip")) { try decode(Array("<rss>".utf8), "gzip") }
    }

    /// Damage is found, or does no harm; nothing crashes, nothing grows beyond the limit.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func damagedBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let isGzip = generator.happens(oneIn: 2)
            var bytes = isGzip ? gzip : brotli
            for _ in 0...Int(generator.next() % 3) {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            let content = try? Decompression.decode(bytes, [isGzip ? "gzip" : "br"], limit: 10_000)
            #expect((content?.count ?? 0) <= 10_000, "seed \(seed)")
            // gzip carries a checksum, so that what is let through is what was meant.
            if isGzip, let content { #expect(content == Array("hello".utf8), "seed \(seed)") }
        }
    }
}
