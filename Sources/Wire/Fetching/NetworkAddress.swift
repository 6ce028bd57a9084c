import Glibc

/// The address of a machine on the network: four bytes (IPv4) or sixteen (IPv6).
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// An address from its text, such as `192.0.2.7` or `2001:db8::7`; `nil` for a name.
    init?(_ text: String) {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            // Without the zone of a link-local address (`fe80::1%eth0`), which has no meaning elsewhere.
            if inet_pton(family, String(text.prefix { $0 != "%" }), &bytes) == 1 {
                self.bytes = bytes
                return
            }
        }
        return nil
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The address in a socket address of that many bytes; `nil` for families other than IPv4 and IPv6.
    init?(_ socketAddress: UnsafePointer<sockaddr>, length: Int) {
        let raw = UnsafeRawBufferPointer(start: socketAddress, count: length)
        switch Int32(socketAddress.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            bytes = Array(raw[4..<8])
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            bytes = Array(raw[8..<24])
        default:
            return nil
        }
    }

    /// Whether the first `count` bits are those of `prefix`.
    func begins(with prefix: [UInt8], bits count: Int) -> Bool {
        guard count <= bytes.count * 8, count <= prefix.count * 8 else { return false }
        let whole = count / 8
        guard bytes.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
        let rest = count % 8
        return rest == 0 || (bytes[whole] ^ prefix[whole]) >> (8 - rest) == 0
    }
}

extension NetworkAddress: CustomStringConvertible {
    var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "unknown" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

// MARK: - Where it lies

extension NetworkAddress {
    /// What kind of address it is if it is not one of the public network, in words: `loopback`, `private`; `nil` if it is.
    ///
    /// By the registries of special-purpose addresses of the IANA (RFC 6890); what an IPv6 address carries inside of an
    /// IPv4 address counts as that one does.
    var special: String? {
        if bytes.count == 4 { return Self.ranges4.first { begins(with: $0.prefix, bits: $0.bits) }?.kind }
        for carrier in Self.carriers where begins(with: carrier.prefix, bits: carrier.prefix.count * 8) {
            let inside = NetworkAddress(bytes: Array(bytes[carrier.place..<carrier.place + 4]))
            // `::` and `::1` begin like addresses that carry one, and mean what they mean.
            return inside.special.map { bytes.dropLast().allSatisfy { $0 == 0 } ? "loopback" : $0 }
        }
        return Self.ranges6.first { begins(with: $0.prefix, bits: $0.bits) }?.kind
    }

    private typealias Range = (prefix: [UInt8], bits: Int, kind: String)

    private static let ranges4: [Range] = [
        ([0], 8, "unspecified"),
        ([10], 8, "private"),
        ([100, 64], 10, "carrier-grade NAT"),
        ([127], 8, "loopback"),
        ([169, 254], 16, "link-local"),
        ([172, 16], 12, "private"),
        ([192, 0, 0], 24, "reserved"),
        ([192, 0, 2], 24, "reserved"),
        ([192, 168], 16, "private"),
        ([198, 18], 15, "reserved"),
        ([198, 51, 100], 24, "reserved"),
        ([203, 0, 113], 24, "reserved"),
        ([224], 4, "multicast"),
        ([240], 4, "reserved"),
    ]

    private static let ranges6: [Range] = [
        ([0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01], 48, "private"),
        ([0x01, 0x00], 16, "reserved"),
        ([0x20, 0x01, 0x00], 23, "reserved"),
        ([0x20, 0x01, 0x0D, 0xB8], 32, "reserved"),
        ([0xFC], 7, "private"),
        ([0xFE, 0x80], 10, "link-local"),
        ([0xFE, 0xC0], 10, "private"),
        ([0xFF], 8, "multicast"),
    ]

    /// IPv4-compatible, IPv4-mapped, translated (NAT64) and 6to4 addresses, and where the IPv4 address stands in them.
    private static let carriers: [(prefix: [UInt8], place: Int)] = [
        ([UInt8](repeating: 0, count: 12), 12),
        ([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], 12),
        ([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 12),
        ([0x20, 0x02], 2),
    ]
}
