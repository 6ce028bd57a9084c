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

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, resources: resources,
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
        // MARK: The screen: canvas, text, keys, themes; and ncurses, which shows it

        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
        // The themes lie at the top of the repository, where their users look; only a target rooted there may embed them.
        .target(
            name: "Display",
            dependencies: [toml, yams],
            path: ".",
            exclude: ["Tests", "README.md"],
            sources: ["Sources/Display"],
            resources: [.embedInCode("Themes")],
            swiftSettings: settings),
        room("Terminal", ["CNcurses", "Display"], mainActor: true),

        // MARK: The model, and the language to ask it with

        room("SituationModel"),
        room("QueryLanguage", ["SituationModel"]),

        // MARK: The board: what can be done, what has been done, what it looks like

        room("Commands", ["Display", toml]),
        room("Controller", ["Commands", "Display", "QueryLanguage", "SituationModel"]),
        room("Panes", ["Commands", "Controller", "Display", "SituationModel"]),

        // MARK: Keeping and exchanging; these rooms do not know one another

        room("Storage", ["QueryLanguage", "SituationModel", grdb]),
        room("Exchange", ["SituationModel", yams], resources: [.embedInCode("Situations")]),

        // MARK: The running watch, and the command line

        room("Watch", ["Controller", "Exchange", "SituationModel", "Storage"]),
        .executableTarget(
            name: "watchfloor",
            dependencies: [
                "Commands", "Controller", "Display", "Exchange", "Panes", "QueryLanguage", "SituationModel", "Storage",
                "Terminal", "Watch", argumentParser,
            ],
            swiftSettings: settings),

        // MARK: Tests

        tests("Display"),
        tests("Commands", ["Display"]),
        tests("SituationModel"),
        tests("QueryLanguage", ["SituationModel"]),
        tests("Storage", ["QueryLanguage", "SituationModel"]),
        tests("Exchange", ["SituationModel"]),
        tests("Controller", ["Commands", "Display", "SituationModel"]),
        tests("Panes", ["Commands", "Controller", "Display", "Exchange", "SituationModel"]),
        tests("watchfloor"),
    ],
    swiftLanguageModes: [.v6]
)
