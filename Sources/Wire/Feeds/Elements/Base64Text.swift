import FoundationEssentials

/// Text that is wrapped in base64.
enum Base64Text {
    /// The text inside; `nil` if it is no base64 or holds no UTF-8.
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let letters = Data(bytes.filter { !$0.isXMLSpace })
        guard let data = Data(base64Encoded: letters), !data.contains(0) else { return nil }
        return String(validating: data, as: UTF8.self)
    }
}

/// Playing times.
enum PlayingTime {
    /// Seconds from `3723`, `62:03` or `1:02:03`; `nil` for everything else.
    static func seconds(_ text: String) -> Int? {
        let parts = text.trimmedASCII.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var seconds = 0
        for part in parts {
            // Some give fractions of the last second.
            guard let number = Int(part.prefix { $0 != "." }), (0..<10_000_000).contains(number) else { return nil }
            seconds = seconds * 60 + number
        }
        return seconds
    }
}
