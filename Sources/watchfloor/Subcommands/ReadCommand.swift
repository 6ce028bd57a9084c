import ArgumentParser
import Reading
import Wire

/// Prints what Reading finds in a text; no archive is involved.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print the quotes, actors, events and conditionals found in a text.",
        discussion: """
            Of an HTML page its article is read, and positions count in the article’s text, as watchfloor article --json \
            prints it. With --jsonl, every line of standard input is {"id", "text", "published"?}, and every line printed holds the \
            findings with that id. With --jsonl --pairs, every line is {"id", "text", "source": [start, end], "target": \
            [start, end]}, and every line printed is {"id", "category", "quad"}. Positions count Unicode scalar values.
            """)

    @Argument(help: ArgumentHelp("The text; - is standard input.", valueName: "file"))
    var file = "-"

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Read and print one JSON object a line.")
    var jsonl = false

    @Flag(help: "With --jsonl: say what the marked source does to the marked target.")
    var pairs = false

    func validate() throws {
        if pairs, !jsonl { throw ValidationError("--pairs goes with --jsonl") }
        if json, jsonl { throw ValidationError("--json and --jsonl exclude one another") }
    }

    func run() throws {
        try jsonl ? readLines() : readText()
    }

    private func readText() throws {
        let findings = Reader(gazetteer: OwnGazetteer.load()).read(try text())
        if json {
            try Output.write(String(decoding: findings.json(), as: UTF8.self) + "\n")
        } else {
            try Output.print(findings.text())
        }
        if findings == Findings() { throw Failure(message: "watchfloor: nothing was found in the text", code: .partly) }
    }

    /// The text of the file; of a page, that of the article in it.
    private func text() throws -> String {
        let bytes = try InputFile.bytes(file)
        // By what it holds alone, as the name may be anything.
        guard ContentKind(head: Array(bytes.prefix(ContentKind.headLength)), name: "") == .page else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Failure(message: "watchfloor: \(file) is not UTF-8 text", code: .badInput)
            }
            return text
        }
        let text = Article(page: bytes).text
        guard !text.isEmpty else {
            throw Failure(message: "watchfloor: \(file) is an HTML page, and there is no article in it", code: .partly)
        }
        Output.tell(
            "watchfloor: \(file) is an HTML page: the article in it is read, and positions count in the article’s text")
        return text
    }

    private func readLines() throws {
        let lines = ReadingLines(reader: Reader(gazetteer: OwnGazetteer.load()))
        var number = 0
        var isWhole = true
        while let line = readLine() {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let answer: [UInt8]
            do throws(ReadingLines.Fault) {
                answer = try pairs ? lines.event(ofLine: line.utf8) : lines.findings(ofLine: line.utf8)
            } catch {
                Output.tell("watchfloor: line \(number): \(error)")
                isWhole = false
                continue
            }
            try Output.write(String(decoding: answer, as: UTF8.self) + "\n")
        }
        if !isWhole { throw Failure(message: "watchfloor: some lines could not be read; see above", code: .badInput) }
    }
}
