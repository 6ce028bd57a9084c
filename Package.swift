// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, from the bottom up. Arrows point down only: a target lists every room it may look into, and
// `swift build --explicit-target-dependency-import-check error` holds it to that.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], mainActor: Bool = false
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources,
        swiftSettings: settings + (mainActor ? [.defaultIsolation(MainActor.self)] : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
        swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "watchfloor",
    products: [.executable(name: "watchfloor", targets: ["watchfloor"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // MARK: Guessing what was meant, for error messages in every room

        room("Spelling"),

        // MARK: Threads that wait for a file or a terminal, and what wakes them

        room("Waiting"),

        // MARK: The screen: canvas, text, keys, themes; and ncurses, which shows it

        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
        // The themes lie at the top of the repository, where their users look; only a target rooted there may embed them.
        .target(
            name: "Display",
            dependencies: ["Spelling", toml, yams],
            path: ".",
            exclude: [
                "README.md", "Sources/CCrypto", "Sources/CCurl", "Sources/CDecompression", "Sources/CLibarchive",
                "Sources/CNcurses", "Sources/CScheduling", "Sources/CXML", "Sources/Commands", "Sources/Controller",
                "Sources/Exchange",
                "Sources/Panes", "Sources/QueryLanguage", "Sources/Reading", "Sources/ReadingData",
                "Sources/SituationModel", "Sources/Spelling",
                "Sources/Storage",
                "Sources/Terminal", "Sources/Waiting", "Sources/Warning", "Sources/Watch", "Sources/Wire",
                "Sources/reading-tools",
                "Sources/watchfloor",
                "Tests",
            ],
            sources: ["Sources/Display"],
            resources: [.embedInCode("Themes")],
            swiftSettings: settings),
        room("Terminal", ["CNcurses", "Display", "Waiting"], mainActor: true),

        // MARK: The model, and the language to ask it with

        room("SituationModel"),
        room("QueryLanguage", ["SituationModel", "Spelling"]),

        // MARK: The board: what can be done, what has been done, what it looks like

        room("Commands", ["Display", "Spelling", toml]),
        room("Controller", ["Commands", "Display", "QueryLanguage", "SituationModel"]),
        room("Panes", ["Commands", "Controller", "Display", "SituationModel"]),

        // MARK: Keeping and exchanging; these rooms do not know one another

        room("Storage", ["QueryLanguage", "SituationModel", grdb]),
        room(
            "Exchange", ["QueryLanguage", "SituationModel", "Spelling", yams], resources: [.embedInCode("Situations")]),

        // MARK: Reading: text to findings; its tables and weights are put into the program as they lie there

        .target(name: "ReadingData", exclude: ["Gazetteer", "Model", "Words"]),
        room("Reading", ["ReadingData", "SituationModel", "Spelling"]),
        // Trains its tagger, measures it, fuzzes it; no part of the program.
        .executableTarget(name: "reading-tools", dependencies: ["Reading", "SituationModel"], swiftSettings: settings),

        // MARK: Warning: baselines, what-if, judgements, hypotheses

        room("Warning", ["QueryLanguage", "SituationModel"]),

        // MARK: The wire: fetching and parsing

        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CDecompression", providers: [.apt(["zlib1g-dev", "libbrotli-dev"])]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        room(
            "Wire",
            ["CCrypto", "CCurl", "CDecompression", "CLibarchive", "CXML", "SituationModel", "Spelling", "Waiting"]),

        // MARK: The running watch, and the command line

        .target(name: "CScheduling"),
        room(
            "Watch",
            [
                "CScheduling", "Commands", "Controller", "Display", "Panes", "QueryLanguage", "Reading",
                "SituationModel",
                "Storage", "Warning", "Wire",
            ]),
        .executableTarget(
            name: "watchfloor",
            dependencies: [
                "Commands", "Controller", "Display", "Exchange", "Panes", "QueryLanguage", "Reading", "SituationModel",
                "Storage",
                "Terminal", "Waiting", "Warning", "Watch", "Wire", argumentParser,
            ],
            swiftSettings: settings),

        // MARK: Tests

        // Made-up journals and a generator of random numbers that can be started again.
        .target(
            name: "TestSupport", dependencies: ["QueryLanguage", "SituationModel"], path: "Tests/TestSupport",
            exclude: ["folder-server.py"], swiftSettings: settings),
        tests("Display", ["TestSupport"]),
        tests("Terminal", ["Display"]),
        tests("Commands", ["Display", "TestSupport"]),
        tests("SituationModel", ["TestSupport"]),
        tests("QueryLanguage", ["SituationModel", "TestSupport"]),
        // Opens archives from another process, and is killed while it writes.
        .executableTarget(
            name: "storage-probe", dependencies: ["SituationModel", "Storage"], path: "Tests/StorageProbe",
            swiftSettings: settings),
        tests("Storage", ["QueryLanguage", "SituationModel", "TestSupport", "storage-probe", grdb]),
        tests("Reading", ["SituationModel"]),
        tests("Exchange", ["SituationModel", "TestSupport"]),
        // A small invented situation and an archive in memory, for trying the board without a database.
        .target(
            name: "BoardFixture",
            dependencies: ["Commands", "Controller", "Display", "Panes", "QueryLanguage", "SituationModel", "Watch"],
            path: "Tests/BoardFixture", swiftSettings: settings),
        tests("Controller", ["BoardFixture", "Commands", "Display", "Panes", "SituationModel"]),
        tests(
            "Panes",
            ["BoardFixture", "Commands", "Controller", "Display", "Exchange", "SituationModel", "Storage", "Watch"],
            exclude: ["Screens"]),
        tests("Wire", ["CLibarchive", "SituationModel", "TestSupport"], exclude: ["Fetching/server.py"]),
        tests("Warning", ["QueryLanguage", "SituationModel", "TestSupport"]),
        tests(
            "Watch",
            [
                "Commands", "Controller", "Display", "QueryLanguage", "Reading", "SituationModel", "Storage",
                "TestSupport", "Warning",
            ]),
        tests("watchfloor", ["Exchange", "SituationModel", "TestSupport"]),

        // MARK: Benchmarks

        .executableTarget(
            name: "board-benchmark", dependencies: ["TestSupport"], path: "Tests/Benchmarks/board-benchmark",
            swiftSettings: settings),
        .executableTarget(
            name: "whatif-benchmark", dependencies: ["SituationModel", "Warning"],
            path: "Tests/Benchmarks/whatif-benchmark", swiftSettings: settings),
        .executableTarget(
            name: "indicator-benchmark", dependencies: ["SituationModel", "Storage", "TestSupport", "Watch"],
            path: "Tests/Benchmarks/indicator-benchmark", swiftSettings: settings),
        .executableTarget(
            name: "feed-benchmark", dependencies: ["TestSupport", "Wire"], path: "Tests/Benchmarks/feed-benchmark",
            swiftSettings: settings),
        .executableTarget(
            name: "ingest-benchmark", dependencies: ["TestSupport"], path: "Tests/Benchmarks/ingest-benchmark",
            swiftSettings: settings),
        .executableTarget(
            name: "article-benchmark", dependencies: ["Wire"], path: "Tests/Benchmarks/article-benchmark",
            swiftSettings: settings),
        .executableTarget(
            name: "gdelt-benchmark", dependencies: ["SituationModel", "Wire"],
            path: "Tests/Benchmarks/gdelt-benchmark", swiftSettings: settings),
        .executableTarget(
            name: "storage-benchmark",
            dependencies: ["QueryLanguage", "SituationModel", "Storage", "TestSupport"],
            path: "Tests/Benchmarks/storage-benchmark", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
