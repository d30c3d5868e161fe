import Foundation
import Testing

/// The documents are tested too.
struct PaperTests {
    @Test func `the README is short and shows the first command early`() throws {
        let lines = try House.text("README.md").split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count < 150)
        let first = try #require(lines.firstIndex { $0.contains("Scripts/run") })
        #expect(first < 24)
    }

    @Test(arguments: ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"])
    func `the usual papers are there`(name: String) throws {
        #expect(try House.text(name).count > 200)
    }

    @Test func `every link to a file in the papers leads to one`() throws {
        for paper in ["README.md", "CONTRIBUTING.md", "SECURITY.md"] {
            let text = try House.text(paper)
            for part in text.components(separatedBy: "](").dropFirst() {
                let target = String(part.prefix { $0 != ")" && $0 != "#" })
                guard !target.isEmpty, !target.contains("://") else { continue }
                #expect(
                    FileManager.default.fileExists(
                        atPath: House.root.appending(path: target).path()),
                    "\(paper) links to \(target)")
            }
        }
    }

    @Test func `what the code host runs is what a person runs`() throws {
        let commands = try House.text(".ci/run").split(separator: "\n").filter {
            !$0.hasPrefix("#") && !$0.isEmpty
        }
        #expect(commands == ["exec \"$(dirname \"$0\")/../Scripts/test\""])
        #expect(try House.text(".github/workflows/test.yml").contains("Scripts/test"))
    }
}
