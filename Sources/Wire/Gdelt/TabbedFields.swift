import SituationModel

/// The fields of one row: between tabs, without any quoting, as GDELT writes them.
package struct TabbedFields {
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Where each field ends.
    private var ends: [Int] = []
    /// Fields that say something that cannot be what they should be.
    package private(set) var faults: [String] = []

    /// Takes the next row; what was the row before is gone.
    mutating func split(_ row: UnsafeBufferPointer<UInt8>) {
        bytes = row
        ends.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        for index in row.indices where row[index] == 0x09 { ends.append(index) }
        ends.append(row.count)
    }

    var count: Int { ends.count }

    private func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : ends[index - 1] + 1
        return UnsafeBufferPointer(rebasing: bytes[start..<ends[index]])
    }

    func isEmpty(_ index: Int) -> Bool { field(index).isEmpty }

    /// The text of a field; empty where the field is.
    func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// The text of a field; `nil` where the field is empty.
    func presentText(_ index: Int) -> String? {
        let field = field(index)
        return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
    }

    /// A whole number; `nil` where the field is empty, and with a fault where it holds something else.
    mutating func integer(_ index: Int, _ name: StaticString) -> Int? {
        let field = field(index)
        guard !field.isEmpty else { return nil }
        var (value, start) = (0, 0)
        let isNegative = field[0] == UInt8(ascii: "-")
        if isNegative { start = 1 }
        guard start < field.count, field.count < 18 else { return fault(index, name, "a whole number") }
        for byte in field[start...] {
            guard (0x30...0x39).contains(byte) else { return fault(index, name, "a whole number") }
            value = value * 10 + Int(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    /// A number such as `3`, `3.0`, `-10` or `2.84`; `nil` where the field is empty, and with a fault where it holds
    /// something else.
    mutating func number(_ index: Int, _ name: StaticString) -> Double? {
        let field = field(index)
        guard !field.isEmpty else { return nil }
        return Self.decimal(field) ?? Double(text(index)).flatMap { $0.isFinite ? $0 : nil }
            ?? fault(index, name, "a number")
    }

    /// A moment, yyyymmddhhmmss in UTC, or the beginning of a day, yyyymmdd.
    mutating func moment(_ index: Int, _ name: StaticString) -> Instant? {
        let field = field(index)
        guard !field.isEmpty else { return nil }
        guard let day = Self.day(field.prefix(8)) else { return fault(index, name, "a time yyyymmddhhmmss") }
        if field.count == 8 { return Instant(day) }
        guard field.count == 14, let time = Self.digits(field.suffix(6)), time / 10_000 < 24, time / 100 % 100 < 60,
            time % 100 <= 60
        else { return fault(index, name, "a time yyyymmddhhmmss") }
        let seconds = time / 10_000 * 3_600 + time / 100 % 100 * 60 + time % 100
        return Instant(day).advanced(byMilliseconds: Int64(seconds) * 1_000)
    }

    /// A day, yyyymmdd.
    mutating func day(_ index: Int, _ name: StaticString) -> CalendarDay? {
        let field = field(index)
        guard !field.isEmpty else { return nil }
        guard field.count == 8, let day = Self.day(field[...]) else { return fault(index, name, "a day yyyymmdd") }
        return day
    }

    private mutating func fault<Value>(_ index: Int, _ name: StaticString, _ wanted: String) -> Value? {
        faults.append("\(name) is “\(text(index).prefix(40))”, not \(wanted)")
        return nil
    }

    private static func day(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> CalendarDay? {
        guard digits.count == 8, let number = self.digits(digits) else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    private static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static let powers: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// A plain decimal number of at most 15 digits: both its digits and its power of ten are exact as they are, so that
    /// one division rounds as it must (Clinger 1990, “How to read floating point numbers accurately”).
    private static func decimal(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
        var (digits, fraction, mantissa) = (0, -1, 0)
        let isNegative = field[0] == UInt8(ascii: "-")
        for byte in field.dropFirst(isNegative ? 1 : 0) {
            if byte == UInt8(ascii: "."), fraction < 0 {
                fraction = 0
            } else {
                guard (0x30...0x39).contains(byte), digits < 15 else { return nil }
                mantissa = mantissa * 10 + Int(byte - 0x30)
                digits += 1
                if fraction >= 0 { fraction += 1 }
            }
        }
        guard digits > 0 else { return nil }
        let value = Double(mantissa) / powers[max(0, fraction)]
        return isNegative ? -value : value
    }
}
