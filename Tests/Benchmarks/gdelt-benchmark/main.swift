import Wire

// Measures how fast GDELT's events are read, checked, mapped and gathered into stories.
//
//     gdelt-benchmark [FILE] [ROWS]
//
// FILE is an export file of GDELT 2.0 as it is served, plain or packed; it is read again and again until there are as many
// rows (100,000). Without one, rows are made up.

/// A made-up row with all 61 columns.
func row(_ number: Int) -> String {
    let actors = ["USA", "CHN", "RUSGOV", "UKR", "PRKMIL", "KOR", "GBR", "FRA"]
    let codes = ["010", "042", "043", "051", "0841", "111", "112", "130", "163", "190"]
    let (source, target) = (actors[number % 8], actors[number / 8 % 8])
    let code = codes[number % 10]
    let place = "4\tHarbour Town, Northern Province, Example\tGM\tGM01\t12345\t52.5167\t13.4\t-1746443"
    func actor(_ code: String) -> String { "\(code)\tNAME OF \(code)\t\(code.prefix(3))\t\t\t\t\tGOV\t\t" }
    let head = "\(900_000_000 + number)\t20260110\t202601\t2026\t2026.0274\t\(actor(source))\t\(actor(target))"
    let deed = "\(number % 2)\t\(code)\t\(code.prefix(3))\t\(code.prefix(2))\t1\t2.8\t18\t3\t18\t-2.56410256410256"
    let link = "https://news.example/world/2026/01/a-story-about-something-\(number / 7).html"
    return "\(head)\t\(deed)\t\(place)\t\(place)\t\(place)\t20260110120000\t\(link)\n"
}

/// One reading of a file, or of made-up rows.
func read(_ file: String?, _ made: [UInt8]) throws -> (rows: Int, stories: Int, warnings: Int) {
    var rows = 0
    var gathered = GdeltStories()
    func take(_ item: IncomingItem) {
        guard case .events(let events) = item.content else { return }
        rows += events.count
        gathered.add(events)
    }
    let outcome =
        if let file { try Intake().read(file: file, deliver: take) } else {
            try Intake().read(bytes: made, name: "made.export.CSV", deliver: take)
        }
    return (rows, gathered.inOrder.count, outcome.warnings.count)
}

let arguments = CommandLine.arguments.dropFirst()
let wanted = arguments.compactMap { Int($0) }.first ?? 100_000
let file = arguments.first { Int($0) == nil }
let made = file == nil ? Array((0..<wanted).map(row).joined().utf8) : []
var total = (rows: 0, stories: 0, warnings: 0)
var passes = 0
let time = try ContinuousClock().measure {
    while total.rows < wanted {
        let pass = try read(file, made)
        total = (total.rows + pass.rows, total.stories + pass.stories, total.warnings + pass.warnings)
        passes += 1
        if pass.rows == 0 { break }
    }
}
print("\(total.rows) rows in \(passes) files, \(total.stories) stories, \(total.warnings) warnings: \(time)")
