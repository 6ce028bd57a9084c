/// What the mender writes: XML that is tags and white space, and the text between them beside it.
///
/// The parser would look at every byte of text several times and find nothing in it. So in the XML a run of text is a CDATA
/// section with the run's number in it, and with its line feeds, which the parser counts. No section reaches beyond one
/// block, so that the parser need not wait for its end.
struct MendedText {
    var xml: [UInt8] = []
    private var text: [UInt8] = []
    /// Where in the text the runs begin.
    private var runs: [Int] = []
    private var isInText = false

    /// Writes text as it stands; white space alone goes without a section.
    mutating func write(_ piece: Piece, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if !isInText {
            if piece.bytes(range).allSatisfy({ $0.isXMLSpace }) { return piece.copy(range, into: &xml) }
            begin()
        }
        piece.copy(range, into: &text)
        piece.keepLineFeeds(range, into: &xml)
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        if !isInText { begin() }
        if scalar.isASCII { text.append(UInt8(truncatingIfNeeded: scalar.value)) } else { text += scalar.utf8 }
        if scalar == "\n" { xml.append(0x0A) }
    }

    /// Nothing but the line feeds of something that is left out.
    mutating func keepLineFeeds(of piece: Piece, _ range: Range<Int>) {
        guard piece.lineFeeds(in: range) > 0 else { return }
        endText()
        piece.keepLineFeeds(range, into: &xml)
    }

    mutating func endText() {
        if isInText { xml.append("]]>") }
        isInText = false
    }

    /// Forgets all, to be used again.
    mutating func removeAll() {
        xml.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
    }

    private mutating func begin() {
        xml.append("<![CDATA[")
        var number = runs.count
        repeat {
            xml.append(UInt8(ascii: "0") + UInt8(number % 10))
            number /= 10
        } while number > 0
        xml.append(UInt8(ascii: ";"))
        runs.append(text.count)
        isInText = true
    }

    /// The number of the run that a section with this in it stands for; its digits stand from the last to the first.
    static func run(_ label: UnsafeBufferPointer<UInt8>) -> Int? {
        var (number, unit) = (0, 1)
        for byte in label.prefix(9) {
            if byte == UInt8(ascii: ";") { return number }
            guard byte.isASCIIDigit else { return nil }
            number += Int(byte - UInt8(ascii: "0")) * unit
            unit *= 10
        }
        return nil
    }

    /// Gives the XML, the text and the places in it where its runs begin.
    func withBuffers(_ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int>) -> Void) {
        xml.withUnsafeBytes { xml in
            text.withUnsafeBufferPointer { text in runs.withUnsafeBufferPointer { body(xml, text, $0) } }
        }
    }
}

extension [UInt8] {
    /// Appends words of the program's own.
    mutating func append(_ words: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }
}
