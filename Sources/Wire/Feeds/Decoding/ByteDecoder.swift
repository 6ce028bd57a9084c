/// Turns the bytes of a feed into UTF-8 text without the characters that XML forbids, whatever the feed says that they are.
///
/// A byte order mark is believed; then what the server said; then what the XML declaration says. But text that is
/// good UTF-8 is taken as such, since text of another set hardly ever is by accident, and bytes that are no UTF-8 in
/// a feed that should be are read as windows-1252, which is what they nearly always are.
struct ByteDecoder {
    private enum State {
        case start
        /// All was ASCII so far, so that nothing had to be decided.
        case undecided(CharacterSet)
        case utf8
        case converting(CharacterConverter, CharacterSet)
    }

    private var state = State.start
    private let transportLabel: String?
    private var cleaner = TextCleaner()
    /// The beginning of a character whose end has not come yet.
    private var rest: [UInt8] = []

    /// - Parameter transportLabel: What the server named as character set, if it did.
    init(transportLabel: String?) {
        self.transportLabel = transportLabel
    }

    /// Appends the text of the next bytes; `isLast` when nothing follows them.
    mutating func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8], warnings: inout WarningList
    ) {
        if !rest.isEmpty {
            let joined = rest + bytes
            rest = []
            joined.withUnsafeBufferPointer { decodeJoined($0, isLast: isLast, into: &text, warnings: &warnings) }
        } else {
            decodeJoined(bytes, isLast: isLast, into: &text, warnings: &warnings)
        }
    }

    private mutating func decodeJoined(
        _ given: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8], warnings: inout WarningList
    ) {
        var bytes = given
        if case .start = state { bytes = decideAtStart(bytes, &warnings) }
        if case .undecided(let set) = state, !TextCleaner.isASCII(bytes) {
            if TextCleaner.isUTF8(bytes) {
                warnings.note(
                    "the feed is said to be in \(set.label), but is UTF-8 and read as such", line: cleaner.line)
                state = .utf8
            } else {
                state = converting(set)
            }
        }
        guard case .converting(let converter, let set) = state else {
            let used = cleaner.clean(bytes, isLast: isLast, into: &text, warnings: &warnings)
            rest = Array(bytes[used...])
            return
        }
        var converted: [UInt8] = []
        var (used, unreadable) = converter.convert(bytes, into: &converted)
        if isLast, used < bytes.count { unreadable += 1 }
        if unreadable > 0 {
            warnings.note("bytes that \(set.label) does not have; they show as \u{FFFD}", line: cleaner.line)
        }
        if !isLast { rest = Array(bytes[used...]) }
        _ = converted.withUnsafeBufferPointer { cleaner.clean($0, isLast: true, into: &text, warnings: &warnings) }
    }

    private mutating func decideAtStart(
        _ bytes: UnsafeBufferPointer<UInt8>, _ warnings: inout WarningList
    ) -> UnsafeBufferPointer<UInt8> {
        if let (set, length) = CharacterSet.marked(bytes) {
            state = converting(set)
            return UnsafeBufferPointer(rebasing: bytes[length...])
        }
        state = .utf8
        guard let label = transportLabel ?? CharacterSet.declared(in: bytes) else { return bytes }
        guard let set = CharacterSet(named: label) else {
            warnings.note("there is no character set “\(label.prefix(40))”; the feed is read as UTF-8", line: 1)
            return bytes
        }
        if set.looksLikeASCII {
            if set.converter != nil { state = .undecided(set) }
        } else if !set.isWide {
            state = converting(set)
        } else {
            // Those that are so written begin with zeros, and this does not.
            warnings.note("the feed is said to be in \(set.label), but is not; it is read as UTF-8", line: 1)
        }
        return bytes
    }

    private func converting(_ set: CharacterSet) -> State {
        guard let name = set.converter, let converter = CharacterConverter(from: name) else { return .utf8 }
        return .converting(converter, set)
    }
}
