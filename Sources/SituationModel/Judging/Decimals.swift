/// A number with a fixed count of digits behind the point, for people to read.
package func inDecimals(_ number: Double, places: Int = 2) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
    let units = Int((number * Double(scale)).rounded())
    let digits = String(abs(units) % scale)
    let fraction = places == 0 ? "" : "." + String(repeating: "0", count: places - digits.utf8.count) + digits
    return "\(units < 0 ? "−" : "")\(abs(units) / scale)\(fraction)"
}

/// A number with all its digits, without a fraction where it has none: `3`, `1.8`.
package func inFull(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? number.description }

/// A chance in whole per cent: `60%`; below one and above 99 as such, since nothing here is certain.
package func inPercent(_ chance: Double) -> String {
    switch chance {
    case ...0: "0%"
    case ..<0.005: "<1%"
    case 1...: "100%"
    case 0.995...: ">99%"
    default: "\(Int((chance * 100).rounded()))%"
    }
}
