/// Lines that say whose a picture is.
enum CreditLines {
    /// Whether a short line is, or ends in, the credit of a picture.
    static func isCredit(_ text: [UInt8], isSentence: Bool) -> Bool {
        let lower = text.map(\.lowered)
        if isSentence { return sureMarks.contains { Self.contains(lower, $0) } }
        return endings.contains { lower.count >= $0.count && lower.suffix($0.count).elementsEqual($0) }
            || marks.contains { Self.contains(lower, $0) }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0] == first && text[$0...].starts(with: part) }
    }

    private static let endings = [
        "/getty images", "/getty", "/ap", "/afp", "/reuters", "/shutterstock", "(ap)", "(reuters)", "(afp)",
        "getty images)",
        "/ getty images", "via getty images", "via ap", "via reuters", "ap photo", "/ap photo", "shutterstock",
        "istock",
        "getty images", "/npr", "/bloomberg", "/pa", "/epa", "/the new york times",
    ].map { Array($0.utf8) }

    private static let marks = [
        "photo: ", "photograph: ", "image: ", "photo by ", "illustration by ", "photo courtesy", "photo illustration",
        "image courtesy", "(ap photo", "photograph by ", "credit: ", "courtesy of ",
    ].map { Array($0.utf8) }

    /// Those that are not met in a sentence of the text.
    private static let sureMarks = ["photo: ", "credit: ", "(ap photo", "photo by ", "photo credit"].map {
        Array($0.utf8)
    }
}
