import CCurl
import SituationModel

/// The status and the headers of one answer; of the headers, those that matter here.
struct ResponseHead: Hashable, Sendable {
    private(set) var status = 0
    private var values: [String: String] = [:]
    /// Of all header lines, those of interim answers and trailers too.
    private(set) var byteCount = 0
    /// Whether the empty line after the headers has come.
    private(set) var isComplete = false

    /// Those that are lists, and may come in several lines.
    private static let lists: Set = ["cache-control", "content-encoding"]
    private static let wanted: Set = lists.union([
        "age", "content-type", "date", "etag", "expires", "last-modified", "location", "retry-after",
    ])

    /// Takes a line of the header; a status line begins a new answer, after an interim one such as 103.
    mutating func add(_ line: UnsafeRawBufferPointer) {
        byteCount += line.count
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            values = [:]
            isComplete = false
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            return
        }
        // What follows the body (trailers) could change what has been acted on.
        guard !isComplete else { return }
        isComplete = text.allSatisfy { $0.isNewline }
        guard let colon = text.firstIndex(of: ":") else { return }
        let name = text[..<colon].lowercased()
        guard Self.wanted.contains(name) else { return }
        var value = String(text[text.index(after: colon)...].trimmingSpaces())
        // Servers write paths in whatever encoding their files have; kept byte for byte.
        if name == "location" { value = Self.percentEncoded(line.drop { $0 != UInt8(ascii: ":") }.dropFirst()) }
        if let present = values[name] {
            if Self.lists.contains(name) { values[name] = present + "," + value }
        } else {
            values[name] = value
        }
    }

    private static func percentEncoded(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            if byte < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
        return String(text.trimmingSpaces())
    }

    subscript(name: String) -> String? { values[name] }

    /// Encodings laid over the content, the last one outermost; `identity`, which is none, left out.
    var contentEncodings: [String] {
        (self["content-encoding"] ?? "").lowercased().split(separator: ",").map { String($0.trimmingSpaces()) }
            .filter { !$0.isEmpty && $0 != "identity" }
    }

    /// The media type and its character set, in lower case, quotation marks taken off.
    var contentType: (mediaType: String?, charset: String?) {
        let parts = (self["content-type"] ?? "").lowercased().split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.trimmingSpaces() }
        let charset = parts.dropFirst().first { $0.hasPrefix("charset") }?.split(separator: "=", maxSplits: 1)
        let name = charset?.dropFirst().first?.trimmingSpaces().filter { $0 != "\"" && $0 != "'" }
        return (parts.first.flatMap { $0.isEmpty ? nil : String($0) }, name.flatMap { $0.isEmpty ? nil : $0 })
    }

    // MARK: - Times

    private func moment(_ name: String) -> Instant? {
        guard let text = self[name] else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Instant(milliseconds: Int64(seconds) * 1_000)
    }

    private static func seconds(_ text: some StringProtocol) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        // Too many digits to count are a long time.
        return Int64(text) ?? .max
    }

    /// When to ask again. A time is taken as the distance from the server's own clock, which may be wrong.
    var retryAfter: RetryAfter? {
        if let seconds = self["retry-after"].flatMap(Self.seconds) { return .after(seconds: seconds) }
        guard let time = moment("retry-after") else { return nil }
        guard let now = moment("date") else { return .at(time) }
        return .after(seconds: max(0, (time.milliseconds - now.milliseconds) / 1_000))
    }

    /// For how many seconds from now on the answer is current: `max-age` or `Expires`, less the time it has spent in
    /// caches on the way.
    var freshForSeconds: Int64? {
        let directives = (self["cache-control"] ?? "").lowercased().split(separator: ",").map { $0.trimmingSpaces() }
        if directives.contains(where: { $0 == "no-cache" || $0 == "no-store" }) { return 0 }
        let age = self["age"].flatMap(Self.seconds) ?? 0
        if let seconds = directives.lazy.filter({ $0.hasPrefix("max-age=") })
            .compactMap({ Self.seconds($0.dropFirst(8).filter { $0 != "\"" }) }).first
        {
            return max(0, seconds - age)
        }
        guard let end = moment("expires"), let now = moment("date") else { return nil }
        return max(0, (end.milliseconds - now.milliseconds) / 1_000 - min(age, .max / 2))
    }
}
