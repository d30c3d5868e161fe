// swift-tools-version: 6.1
import PackageDescription

/// Every target speaks the same strict dialect.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbirdCore = Target.Dependency.product(
    name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let signals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "blind-arena",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Ratings", targets: ["Ratings"]),
        .executable(name: "arena", targets: ["ArenaCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Level 0: no import of ours.
        .target(name: "Ratings", swiftSettings: strict),
        .target(name: "Catalogue", swiftSettings: strict),
        .target(name: "Charts", dependencies: ["Phrases"], swiftSettings: strict),
        .target(
            name: "Assets", resources: [.embedInCode("Static")], swiftSettings: strict),
        .target(name: "Practice", swiftSettings: strict),
        .target(
            name: "Phrases", resources: [.embedInCode("Catalogues")], swiftSettings: strict),
        .target(
            name: "Schema", path: "Schema", exclude: ["current.sql"],
            resources: [.embedInCode("migrations")], swiftSettings: strict),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CProcess"),
        .target(
            name: "CMarkdown",
            linkerSettings: [
                .linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm"),
            ]),
        // Level 1: the domain.
        .target(
            name: "Arena", dependencies: ["Catalogue", "Ratings", crypto, lifecycle, logging],
            swiftSettings: strict),
        .target(
            name: "Comparisons", dependencies: ["Catalogue", "Ratings"], swiftSettings: strict),
        // Level 2: adapters, each named after its technology.
        .target(
            name: "CatalogueReader", dependencies: ["Catalogue", yams],
            resources: [.embedInCode("Models")], swiftSettings: strict),
        .target(
            name: "SettingsReader", dependencies: ["Arena", "Catalogue", yams],
            swiftSettings: strict),
        .target(name: "Providers", dependencies: ["Arena", "CCurl"], swiftSettings: strict),
        .target(name: "ReplyMarkdown", dependencies: ["CMarkdown"], swiftSettings: strict),
        .target(
            name: "SQLiteStore", dependencies: ["Arena", "Catalogue", "Ratings", "Schema", grdb],
            swiftSettings: strict),
        .target(
            name: "Evidence",
            dependencies: ["Arena", "Catalogue", "Charts", "Comparisons", "Phrases", "Ratings"],
            swiftSettings: strict),
        .target(
            name: "Pages",
            dependencies: [
                "Arena", "Assets", "Catalogue", "Charts", "Comparisons", "Phrases", "Ratings",
                "ReplyMarkdown",
            ],
            swiftSettings: strict),
        // Level 3: HTTP.
        .target(
            name: "Server",
            dependencies: [
                "Arena", "Assets", "Catalogue", "Charts", "Comparisons", "Evidence", "Pages",
                "Phrases", "Practice", "Ratings", "ReplyMarkdown", crypto, httpTypes, hummingbird,
                hummingbirdCore, lifecycle,
                logging, nio, nioHTTP,
            ],
            swiftSettings: strict),
        // Level 4: the one place that wires all.
        .executableTarget(
            name: "ArenaCommand",
            dependencies: [
                "Arena", "CCurl", "CProcess", "Catalogue", "CatalogueReader", "Comparisons",
                "Evidence", "Phrases", "SettingsReader", "Providers", "Ratings", "SQLiteStore",
                "Server",
                argumentParser, crypto, httpTypes, hummingbird, lifecycle, logging, nio, signals,
                sqlite,
            ],
            swiftSettings: strict),
        // Tests mirror the sources.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "HouseTests", swiftSettings: strict),
        .testTarget(
            name: "RatingsTests", dependencies: ["Ratings"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "VoteReaderTests", dependencies: ["Ratings"], swiftSettings: strict),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Phrases"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue"], swiftSettings: strict),
        .testTarget(
            name: "CatalogueReaderTests",
            dependencies: ["Catalogue", "CatalogueReader", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "PhrasesTests", dependencies: ["Phrases"], swiftSettings: strict),
        .testTarget(name: "PracticeTests", dependencies: ["Practice"], swiftSettings: strict),
        .testTarget(
            name: "SchemaTests", dependencies: ["Schema", crypto, grdb], swiftSettings: strict),
        .testTarget(
            name: "ArenaTests", dependencies: ["Arena", "Catalogue", "Ratings", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "ComparisonsTests",
            dependencies: ["Catalogue", "Comparisons", "Pages", "Phrases", "Ratings"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsReaderTests",
            dependencies: ["Arena", "Catalogue", "SettingsReader", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ProvidersTests", dependencies: ["Arena", "Providers", "TestSupport"],
            exclude: ["Captures"], swiftSettings: strict),
        .testTarget(
            name: "ReplyMarkdownTests", dependencies: ["ReplyMarkdown"], swiftSettings: strict),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "Arena", "Catalogue", "Ratings", "SQLiteStore", "Schema", grdb, logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PagesTests",
            dependencies: [
                "Arena", "Assets", "Catalogue", "Charts", "Pages", "Phrases", "Ratings",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EvidenceTests",
            dependencies: [
                "Arena", "Catalogue", "Charts", "Comparisons", "Evidence", "Ratings",
                "SQLiteStore", logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Arena", "Catalogue", "Evidence", "Ratings", "SQLiteStore", "Server", logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WalkTests",
            dependencies: [
                "Arena", "ArenaCommand", "Providers", "Server", "SQLiteStore", "TestSupport",
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict),
    ]
)
