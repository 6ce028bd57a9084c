/// How many colours a terminal can show.
package enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
    case none, eight, sixteen, palette256, trueColor

    /// Whether the left shows fewer colours.
    package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

extension Color {
    /// The terminal's number for the colour that comes nearest: `0xRRGGBB` in true colour, otherwise an index into the
    /// palette; nil where there are no colours.
    ///
    /// Of the 256 colours the first sixteen are not used, because every user sets them to something else. Of eight or
    /// sixteen the hue decides, for a pale blue is to stay blue, not to become white.
    package func nearest(in depth: ColorDepth) -> Int? {
        switch depth {
        case .none: nil
        case .eight: nearestOfSixteen % 8
        case .sixteen: nearestOfSixteen
        case .palette256: nearestOf256
        case .trueColor: packed
        }
    }

    /// The colour that is really seen in a palette of 256; with more colours or fewer, the colour itself.
    func shown(in depth: ColorDepth) -> Color {
        guard depth == .palette256 else { return self }
        let index = nearestOf256
        guard index < 232 else {
            let gray = UInt8(8 + 10 * (index - 232))
            return Color(red: gray, green: gray, blue: gray)
        }
        let parts = [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { UInt8(Self.steps[$0]) }
        return Color(red: parts[0], green: parts[1], blue: parts[2])
    }

    /// The values each part takes among the 216 colours of the palette's cube.
    private static let steps = [0, 95, 135, 175, 215, 255]

    private var nearestOf256: Int {
        let steps = Self.steps
        func nearestStep(_ part: UInt8) -> Int {
            steps.indices.min { abs(steps[$0] - Int(part)) < abs(steps[$1] - Int(part)) } ?? 0
        }
        let cube = [nearestStep(red), nearestStep(green), nearestStep(blue)]
        let cubeColor = cube.map { steps[$0] }
        let average = (Int(red) + Int(green) + Int(blue)) / 3
        let gray = min(23, max(0, (average - 3) / 10))
        // A colour that has a hue is to keep it, if that can be had.
        let isHued = max(red, green, blue) - min(red, green, blue) >= 36
        let grayDistance = distance(to: Array(repeating: 8 + 10 * gray, count: 3)) * (isHued ? 2 : 1)
        let isGrayNearer = grayDistance < distance(to: cubeColor)
        return isGrayNearer ? 232 + gray : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
    }

    private func distance(to other: [Int]) -> Int {
        let red = Int(red) - other[0]
        let green = Int(green) - other[1]
        let blue = Int(blue) - other[2]
        // Eyes tell greens apart best and blues worst.
        return 3 * red * red + 6 * green * green + blue * blue
    }

    private var nearestOfSixteen: Int {
        let high = Int(max(red, green, blue))
        let low = Int(min(red, green, blue))
        if (high - low) * 6 < high || high < 24 {
            return switch high {
            case ..<56: 0
            case ..<144: 8
            case ..<236: 7
            default: 15
            }
        }
        // The hue in sixths of the circle: red, yellow, green, cyan, blue, magenta.
        let spread = high - low
        let (red, green, blue) = (Int(red), Int(green), Int(blue))
        let angle =
            if red == high {
                60 * (green - blue) / spread
            } else if green == high {
                120 + 60 * (blue - red) / spread
            } else {
                240 + 60 * (red - green) / spread
            }
        let index = [1, 3, 2, 6, 4, 5][(angle + 360 + 30) / 60 % 6]
        return luminance > 0.4 || high >= 240 ? index + 8 : index
    }
}
