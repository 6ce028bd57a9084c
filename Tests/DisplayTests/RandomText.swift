import TestSupport

extension SeededGenerator {
    /// Text of up to `length` scalars: some of them from all of Unicode, most from where trouble comes from.
    mutating func text(length: Int) -> String {
        let troublesome: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0...0x1F, 0x7F...0xAD, 0xC0...0x17F, 0x300...0x36F, 0x5D0...0x65F,
            0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F, 0x20D0...0x20E3, 0x2100...0x21FF, 0x2500...0x27BF,
            0x3000...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xD7A3, 0xE000...0xE010, 0xFE00...0xFE0F, 0xFEFF...0xFFEF,
            0x1F1E6...0x1F1FF, 0x1F3FA...0x1F3FF, 0x1F466...0x1F469, 0x1F5FB...0x1F64F, 0xE0020...0xE007F,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            let range = Bool.random(using: &self) ? troublesome.randomElement(using: &self) : 0...0x10FFFF
            if Int.random(in: 0..<6, using: &self) == 0 { scalars.append("\u{200D}") }
            let value = UInt32.random(in: range ?? 0...0x10FFFF, using: &self)
            scalars.append(Unicode.Scalar(value) ?? " ")
        }
        return String(scalars)
    }
}

/// Whether a terminal must never be sent this.
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1F1E6...0x1F1FF,
        0x1D173...0x1D17A, 0xE0000...0xE0FFF:
        return true
    default:
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate, .control, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
