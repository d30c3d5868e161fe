// swift-tools-version: 6.1
import PackageDescription

// Scripts/bench copies this package and links Sources/Ratings into it.
let package = Package(
    name: "ratings-bench",
    platforms: [.macOS(.v15)],
    targets: [
        .target(
            name: "Ratings",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
        .executableTarget(name: "RatingsBench", dependencies: ["Ratings"]),
    ]
)
