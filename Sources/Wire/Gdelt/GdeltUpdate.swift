package import SituationModel

/// What GDELT last put out: `lastupdate.txt`, a line `size md5 url` for each of its three files.
package struct GdeltUpdate: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package var kind: GdeltFileKind
        /// Of the zip, in bytes.
        package var size: Int
        /// MD5 of the zip, 32 hexadecimal digits in lower case.
        package var md5: String
        /// http or https.
        package var url: String
        /// The quarter of an hour that the file closes, from its name.
        package var moment: Instant
        /// Whether it is of the twin files for other languages, translated by machine.
        package var isTranslation: Bool
    }

    /// Why it is no such list.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// In the order of the list: events, mentions, knowledge graph.
    package let files: [File]

    /// Reads the list. All of its lines must be right, as half an update is none: the next one comes in 15 minutes.
    package init(_ text: String) throws(Fault) {
        var files: [File] = []
        let lines = text.split { $0 == "\n" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            files.append(try Self.file(line, number: index + 1))
        }
        let kinds = Set(files.map(\.kind))
        guard files.count == 3, kinds == [.events, .mentions, .knowledge] else {
            throw Fault(
                description:
                    "a list of GDELT's update has three lines, one each for export, mentions and gkg; this one has \(files.count)"
            )
        }
        self.files = files
    }

    private static func file(_ line: Substring, number: Int) throws(Fault) -> File {
        let words = line.split { $0 == " " || $0 == "\t" }
        guard words.count == 3, let size = Int(words[0]), size > 0 else {
            throw Fault(description: "line \(number): expected “size md5 url”, and there is “\(line.prefix(80))”")
        }
        let md5 = words[1].lowercased()
        guard md5.utf8.count == 32, md5.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            throw Fault(description: "line \(number): “\(words[1].prefix(40))” is no MD5")
        }
        let url = String(words[2])
        guard url.hasPrefix("http://") || url.hasPrefix("https://"), url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            throw Fault(description: "line \(number): “\(url.prefix(80))” is no http address")
        }
        let name = url.split(separator: "/").last?.lowercased() ?? ""
        guard let (kind, moment) = kindAndMoment(name) else {
            throw Fault(description: "line \(number): “\(name.prefix(80))” is none of GDELT 2.0's files")
        }
        return File(
            kind: kind, size: size, md5: md5, url: url, moment: moment, isTranslation: name.contains(".translation."))
    }

    /// `20150218230000.export.csv.zip`, `20150218230000.translation.gkg.csv.zip`.
    private static func kindAndMoment(_ name: String) -> (GdeltFileKind, Instant)? {
        let parts = name.split(separator: ".")
        guard parts.count >= 4, parts.suffix(2) == ["csv", "zip"], parts[0].utf8.count == 14,
            let moment = moment(parts[0])
        else { return nil }
        switch parts[parts.count - 3] {
        case "export": return (.events, moment)
        case "mentions": return (.mentions, moment)
        case "gkg": return (.knowledge, moment)
        default: return nil
        }
    }

    private static func moment(_ digits: Substring) -> Instant? {
        let day = digits.prefix(8)
        let time = digits.dropFirst(8)
        func part(_ text: Substring, _ start: Int, _ length: Int) -> Substring { text.dropFirst(start).prefix(length) }
        return Instant(
            "\(part(day, 0, 4))-\(part(day, 4, 2))-\(part(day, 6, 2))T\(part(time, 0, 2)):\(part(time, 2, 2)):\(part(time, 4, 2))Z"
        )
    }
}

extension GdeltUpdate.File {
    /// GDELT puts out a file for each quarter of an hour, in milliseconds.
    package static let step: Int64 = 900_000

    /// The quarters of an hour between one that was taken in and this one, in their order, the latest `limit` of them; and
    /// how many there are before those.
    package func missed(since taken: Instant, limit: Int) -> (moments: [Instant], lost: Int) {
        let count = Int(clamping: (moment.milliseconds - taken.milliseconds) / Self.step - 1)
        guard count > 0 else { return ([], 0) }
        let kept = min(count, max(0, limit))
        let moments = (0..<kept).map { moment.advanced(byMilliseconds: Self.step * Int64($0 - kept)) }
        return (moments, count - kept)
    }

    /// Where the same kind of file lies for another quarter of an hour; `nil` where its name does not tell.
    package func url(at other: Instant) -> String? {
        guard let slash = url.lastIndex(of: "/") else { return nil }
        let name = url[url.index(after: slash)...]
        let time = other.timeOfDay
        let digits = "\(other.day)".filter(\.isNumber) + [time.hour, time.minute, 0].map(Self.twoDigits).joined()
        guard digits.count == 14, name.count > 14 else { return nil }
        return url[...slash] + digits + name.dropFirst(14)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Throws where the bytes are not those that the list promises.
    package func check(_ zip: [UInt8]) throws(GdeltUpdate.Fault) {
        guard zip.count == size else {
            throw GdeltUpdate.Fault(description: "\(url) has \(zip.count) bytes, and the list says \(size)")
        }
        guard MD5.hexadecimal(of: zip) == md5 else {
            throw GdeltUpdate.Fault(description: "\(url) is not what the list says: its MD5 differs")
        }
    }
}
