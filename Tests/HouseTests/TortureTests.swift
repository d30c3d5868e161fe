import Foundation
import Testing

/// Every torture test is run, told of and able to fail.
struct TortureTests {
    private static let folder = House.root.appending(path: "Tests/Torture")

    /// The names of the modules that are tests, and what each calls its test.
    private static func tests() throws -> [(module: String, name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().compactMap {
            let text = try $0.hasSuffix(".py") ? House.text("Tests/Torture/\($0)") : ""
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("NAME = ") })
            else { return nil }
            return (String($0.dropLast(3)), String(line.split(separator: "\"")[1]), text)
        }
    }

    @Test func `every torture test is run and told of`() throws {
        let (runner, readme) = try (
            House.text("Tests/Torture/run.py"), House.text("Tests/Torture/README.md")
        )
        let tests = try Self.tests()
        #expect(tests.count > 20)
        for test in tests {
            #expect(runner.contains("\"\(test.module)\""), "\(test.module) is never run")
            #expect(readme.contains("`\(test.name)`"), "\(test.name) is not in the README")
        }
    }

    @Test func `every torture test says how it was seen to fail`() throws {
        for test in try Self.tests() where test.name != "blind-transcript-canary" {
            #expect(test.text.contains("\nSELF_CHECK = "), "\(test.name)")
            #expect(test.text.contains("bench.broken"), "\(test.name)")
        }
    }
}
