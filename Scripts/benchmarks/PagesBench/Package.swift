// swift-tools-version: 6.1
import PackageDescription

// Scripts/bench copies this package and links the sources it times into it.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "pages-bench",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Ratings", swiftSettings: strict),
        .target(name: "Catalogue", swiftSettings: strict),
        .target(name: "Charts", dependencies: ["Phrases"], swiftSettings: strict),
        .target(
            name: "Comparisons", dependencies: ["Catalogue", "Ratings"], swiftSettings: strict),
        .target(
            name: "Assets", resources: [.embedInCode("Static")], swiftSettings: strict),
        .target(
            name: "CatalogueReader",
            dependencies: ["Catalogue", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Models")], swiftSettings: strict),
        .target(
            name: "Arena",
            dependencies: [
                "Catalogue", "Ratings", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .target(
            name: "Phrases", resources: [.embedInCode("Catalogues")], swiftSettings: strict),
        .target(
            name: "CMarkdown",
            linkerSettings: [
                .linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm"),
            ]),
        .target(name: "ReplyMarkdown", dependencies: ["CMarkdown"], swiftSettings: strict),
        .target(
            name: "Pages",
            dependencies: [
                "Arena", "Assets", "Catalogue", "Charts", "Comparisons", "Phrases", "Ratings",
                "ReplyMarkdown",
            ], swiftSettings: strict),
        .executableTarget(
            name: "PagesBench",
            dependencies: ["Catalogue", "CatalogueReader", "Comparisons", "Pages", "Ratings"],
            swiftSettings: strict),
    ]
)
