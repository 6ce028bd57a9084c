import ReadingData

/// The files that come with the program, as text or as bytes.
enum DataFile {
    /// The lines of a table: without comments (from "#" at the start of a line), blank lines and trailing space.
    static func lines(_ file: ReadingDataFile) -> [Substring] {
        lines(String(decoding: bytes(file), as: UTF8.self))
    }

    /// The lines of a table given as text.
    static func lines(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            guard let last = line.lastIndex(where: { !$0.isWhitespace }), !line.hasPrefix("#") else { return nil }
            return line[...last]
        }
    }

    /// The words of a list that is written with spaces between.
    static func words(_ file: ReadingDataFile) -> [String] {
        lines(file).flatMap { $0.split(separator: " ").map(String.init) }
    }

    /// The bytes of a file.
    static func bytes(_ file: ReadingDataFile) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: file.bytes, count: file.count)
    }
}
