/// A colour in 24 bits.
package struct Color: Hashable, Sendable {
    /// The red part, from 0 to 255.
    package var red: UInt8
    /// The green part, from 0 to 255.
    package var green: UInt8
    /// The blue part, from 0 to 255.
    package var blue: UInt8

    /// Makes a colour of its three parts.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb` or `#rgb`; the sign may be missing.
    package init?(hexadecimal text: String) {
        let digits = Array(text.hasPrefix("#") ? text.dropFirst() : text[...]).map(\.hexDigitValue)
        switch digits.count {
        case 3:
            guard let red = digits[0], let green = digits[1], let blue = digits[2] else { return nil }
            self.init(red: UInt8(red * 17), green: UInt8(green * 17), blue: UInt8(blue * 17))
        case 6:
            var parts: [UInt8] = []
            for place in stride(from: 0, to: 6, by: 2) {
                guard let high = digits[place], let low = digits[place + 1] else { return nil }
                parts.append(UInt8(high * 16 + low))
            }
            self.init(red: parts[0], green: parts[1], blue: parts[2])
        default: return nil
        }
    }

    /// The three parts as one number, `0xRRGGBB`.
    package var packed: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }

    /// The contrast with another colour as WCAG 2 defines it, from 1 (none) to 21 (black on white).
    package func contrast(with other: Color) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The relative luminance as WCAG 2 defines it, from 0 to 1. The curve of sRGB is taken from a table, so that no
    /// mathematical library is needed.
    package var luminance: Double {
        0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// The light each value of a part stands for, from 0 to 1.
    private static let linear: [Double] = (0...255).map { value in
        let part = Double(value) / 255
        return part <= 0.04045 ? part / 12.92 : power12over5((part + 0.055) / 1.055)
    }

    /// `value` to the power of 2.4: the square, times the fifth root of the square, found by Newton's method.
    private static func power12over5(_ value: Double) -> Double {
        let square = value * value
        var root = 1.0
        for _ in 0..<40 { root -= (root - square / (root * root * root * root)) / 5 }
        return square * root
    }
}

extension Color: CustomStringConvertible {
    /// The colour as `#rrggbb`.
    package var description: String {
        let digits = String(packed, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
