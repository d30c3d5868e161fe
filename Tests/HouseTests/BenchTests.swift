import Testing

/// The benchmark of pages is a package of its own over the same sources: it must not fall behind.
struct BenchTests {
    @Test func `the modules the bench of pages links have the parts they have in the house`() throws
    {
        let house = try Self.targets(in: House.text("Package.swift"))
        let bench = try Self.targets(in: House.text("Scripts/benchmarks/PagesBench/Package.swift"))
        let script = try House.text("Scripts/bench")
        let linked = bench.filter { $0.key != "PagesBench" }
        #expect(linked.count > 8)
        for (name, parts) in linked {
            #expect(parts == house[name], "\(name)")
            #expect(script.contains(name), "\(name) is not linked by Scripts/bench")
        }
    }

    /// The modules of ours and the resource folders that each target of a package names.
    private static func targets(in package: String) -> [String: Set<String>] {
        let known = Set(RoomTests.allowed.keys).union([
            "CMarkdown", "Static", "Models", "Catalogues",
        ])
        var targets: [String: Set<String>] = [:]
        for block in package.split(separator: "arget(").dropFirst() {
            let quoted = block.split(separator: "\"", omittingEmptySubsequences: false)
                .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            guard let name = quoted.first else { continue }
            targets[name] = known.intersection(quoted.dropFirst())
        }
        return targets
    }
}
