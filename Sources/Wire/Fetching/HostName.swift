/// Host names as the name service wants them.
///
/// Names beyond ASCII are written here rather than by libcurl, which reads them in the character set of the locale, and a
/// service manager starts programs in none.
enum HostName {
    /// The name in lower-case ASCII, its other labels in their `xn--` form (RFC 3492); `nil` if a label is too long.
    static func ascii(_ name: String) -> String? {
        let lowered = name.lowercased()
        if lowered.utf8.allSatisfy({ $0 < 0x80 }) { return lowered }
        // The ideographic full stops divide labels too (RFC 3490, section 3.1).
        let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        var labels: [String] = []
        for label in lowered.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: dots.contains) {
            guard label.count <= 63 else { return nil }
            guard let encoded = label.allSatisfy(\.isASCII) ? String(label) : encode(Array(label)) else { return nil }
            labels.append(encoded)
        }
        return labels.joined(separator: ".")
    }

    /// One label by the algorithm of RFC 3492, section 6.3, whose names for its numbers are kept.
    private static func encode(_ label: [Unicode.Scalar]) -> String? {
        var output = label.filter(\.isASCII).map(UInt8.init(ascii:))
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (n, delta, bias, handled) = (0x80, 0, 72, basicCount)
        while handled < label.count {
            guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in label {
                if scalar.value < n { delta += 1 }
                guard scalar.value == n else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return output.count <= 59 ? "xn--" + String(decoding: output, as: UTF8.self) : nil
    }

    /// A number of variable length whose digits are `a`–`z` and `0`–`9`.
    private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
        var rest = number
        var position = 36
        while true {
            let threshold = min(max(position - bias, 1), 26)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            position += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var rest = isFirst ? delta / 700 : delta / 2
        rest += rest / count
        var steps = 0
        while rest > 455 {
            rest /= 35
            steps += 36
        }
        return steps + 36 * rest / (rest + 38)
    }
}
