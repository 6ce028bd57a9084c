import Glibc
import Wire

/// Tells how many pages a second are read, on one core.
///
///     article-benchmark [FOLDER]
///
/// Reads every file of the folder, or pages made up here when none is named; each round goes through all of them.

let rounds = 9

func megabytes(_ bytes: Int) -> String { "\(Double(bytes / 10_000) / 100) MB" }

/// The bytes of every file in a folder.
func files(in folder: String) -> [[UInt8]] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var pages: [[UInt8]] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard !name.hasPrefix("."), let file = fopen(folder + "/" + name, "rb") else { continue }
        defer { fclose(file) }
        var page: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { page += piece[..<count] }
        pages.append(page)
    }
    return pages
}

/// A page of about 400 KB, most of it scripts and lists of links, as pages of news sites are.
func inventedPage(number: Int) -> [UInt8] {
    let sentence =
        "The harbour master said on day \(number) that the ferries would run again, and nobody in the town believed it. "
    let paragraph = "<p>" + String(repeating: sentence, count: 4) + "</p>\n"
    let link =
        "<li class=\"teaser-item\"><a href=\"/story/\(number)\" data-track=\"x\"><span>Another story of the day</span></a></li>\n"
    let script =
        "<script>window.data = [" + String(repeating: "{\"key\": \"value <b>\", \"n\": 1},", count: 5_000)
        + "]</script>\n"
    let page = """
        <!DOCTYPE html><html lang="en"><head><title>Ferries, day \(number) | The Harbour</title>
        <meta property="og:title" content="Ferries, day \(number)"><meta name="author" content="A. Writer">\(script)</head>
        <body><nav><ul>\(String(repeating: link, count: 400))</ul></nav><article><h1>Ferries, day \(number)</h1>
        \(String(repeating: paragraph, count: 30))</article><aside><ul>\(String(repeating: link, count: 800))</ul></aside></body></html>
        """
    return Array(page.utf8)
}

let pages = CommandLine.arguments.count > 1 ? files(in: CommandLine.arguments[1]) : (1...40).map(inventedPage)
guard !pages.isEmpty else {
    print("article-benchmark: no page in \(CommandLine.arguments[1])")
    exit(3)
}
var speeds: [Double] = []
var words = 0
for round in 0...rounds {
    let start = ContinuousClock.now
    for page in pages { words += Article(page: page).text.utf8.count }
    let spent = ContinuousClock.now - start
    // The first round warms up.
    if round > 0 { speeds.append(Double(pages.count) / (spent / .seconds(1))) }
}
speeds.sort()
let size = pages.reduce(0) { $0 + $1.count }
print("\(pages.count) pages, \(megabytes(size)); \(words / (rounds + 1)) bytes of text found")
print(
    "pages a second: median \(Int(speeds[rounds / 2])), \(Int(speeds[0])) to \(Int(speeds[rounds - 1])) in \(rounds) rounds"
)
let feedItem = "<p>" + String(repeating: "The ferries would run again, he said &amp; left. ", count: 18) + "</p>"
let start = ContinuousClock.now
for _ in 0..<10_000 { words += HTMLText.plain(feedItem).utf8.count }
print("HTMLText.plain: \((ContinuousClock.now - start) / 10_000) for \(feedItem.utf8.count) bytes of markup")
