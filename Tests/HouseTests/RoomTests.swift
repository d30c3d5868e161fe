import Testing

/// The house's arrows and sizes.
struct RoomTests {
    /// What each module may import of ours and of others; the arrows of the design, no cycle.
    static let allowed: [String: Set<String>] = [
        "Ratings": [],
        "Catalogue": [],
        // Figures say what they show in any language.
        "Charts": ["Phrases"],
        "Assets": [],
        "Practice": [],
        "Phrases": [],
        "Schema": [],
        "Arena": ["Catalogue", "Ratings", "Crypto", "ServiceLifecycle", "Logging"],
        "Comparisons": ["Catalogue", "Ratings"],
        "SettingsReader": ["Arena", "Catalogue", "Yams"],
        "CatalogueReader": ["Catalogue", "Yams"],
        "Providers": ["Arena", "CCurl"],
        "ReplyMarkdown": ["CMarkdown"],
        "SQLiteStore": ["Arena", "Catalogue", "Ratings", "Schema", "GRDB", "GRDBSQLite"],
        "Evidence": ["Arena", "Catalogue", "Charts", "Comparisons", "Phrases", "Ratings"],
        "Pages": [
            "Arena", "Assets", "Catalogue", "Charts", "Comparisons", "Phrases", "Ratings",
            "ReplyMarkdown",
        ],
        "Server": [
            "Arena", "Assets", "Catalogue", "Charts", "Comparisons", "Evidence", "Pages",
            "Phrases", "Practice", "Ratings", "ReplyMarkdown", "Crypto", "HTTPTypes",
            "Hummingbird", "HummingbirdCore", "ServiceLifecycle", "Logging", "NIOCore",
            // The guard of a connection stands between bytes and parsed requests.
            "NIOHTTP1",
        ],
        "ArenaCommand": [
            "Arena", "Assets", "CCurl", "CProcess", "Catalogue", "CatalogueReader", "Charts",
            "Comparisons",
            "Evidence", "Pages",
            "Phrases", "Practice", "Providers", "Ratings",
            "SQLiteStore", "Schema", "Server", "SettingsReader", "ArgumentParser", "Crypto",
            "GRDBSQLite", "Hummingbird", "ServiceLifecycle", "UnixSignals", "Logging",
            // The upstreams of `arena doctor --leaks` answer over HTTP.
            "HTTPTypes", "NIOCore",
        ],
    ]

    /// Modules that come with the toolchain or the system.
    static let system: Set<String> = [
        "Foundation", "Synchronization", "Glibc", "Musl", "Darwin", "Dispatch",
    ]

    @Test func `every module imports only what the plan of the house allows`() throws {
        for file in try House.files(in: ["Sources", "Schema"]) {
            let allowed = try #require(Self.allowed[file.module], "no rule for \(file.module)")
            for line in file.lines {
                guard let module = Self.imported(by: line) else { continue }
                #expect(
                    allowed.contains(module) || Self.system.contains(module),
                    "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `the ratings library imports nothing but the C library`() throws {
        for file in try House.files(in: ["Sources/Ratings"]) {
            let modules = Set(file.lines.compactMap(Self.imported(by:)))
            #expect(modules.isSubset(of: ["Glibc", "Musl", "Darwin"]), "\(file.path): \(modules)")
        }
    }

    @Test func `no file is longer than three hundred lines`() throws {
        for file in try House.files(in: ["Sources", "Schema", "Tests"]) {
            #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func `no function is longer than fifty lines`() throws {
        for file in try House.files(in: ["Sources", "Schema"]) {
            for function in Self.functions(in: file.lines) {
                #expect(
                    function.length <= 50,
                    "\(file.path):\(function.line) has \(function.length) lines")
            }
        }
    }

    /// The module of an import line; `nil` for any other line.
    static func imported(by line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)
        if let first = words.first, ["package", "public", "private", "internal"].contains(first) {
            words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds = ["struct", "enum", "class", "func", "protocol", "typealias", "var", "let"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }

    /// Where functions begin and how many lines they have, by indentation.
    static func functions(in lines: [String]) -> [(line: Int, length: Int)] {
        var found: [(line: Int, length: Int)] = []
        for (index, line) in lines.enumerated() {
            let body = line.drop { $0 == " " }
            let indent = line.count - body.count
            let isFunction =
                (body.contains("func ") || body.hasPrefix("init(") || body.contains(" init("))
                && !body.hasPrefix("//")
            guard isFunction, hasBody(lines[index...]) else { continue }
            let closing = String(repeating: " ", count: indent) + "}"
            guard let end = lines[index...].firstIndex(of: closing), !line.hasSuffix("}") else {
                continue
            }
            found.append((index + 1, end - index + 1))
        }
        return found
    }

    /// Whether a declaration opens a body before its lines end, unlike a protocol's.
    private static func hasBody(_ lines: ArraySlice<String>) -> Bool {
        let declaration = lines.prefix { !$0.isEmpty && !$0.contains("///") }
        return declaration.contains { $0.hasSuffix("{") }
    }
}
