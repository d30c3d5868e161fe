import Testing

/// The rules of the hand that a reader would otherwise have to check.
struct HandTests {
    @Test func `every package and public declaration says what it is`() throws {
        let kinds = [
            "struct ", "enum ", "class ", "actor ", "protocol ", "func ", "var ", "let ", "init",
            "static ", "typealias ", "subscript", "mutating func", "final class",
        ]
        for file in try House.files(in: ["Sources", "Schema"]) {
            for (index, line) in file.lines.enumerated() {
                let body = line.drop { $0 == " " }
                guard let access = ["package ", "public "].first(where: body.hasPrefix),
                    kinds.contains(where: body.dropFirst(access.count).hasPrefix)
                else { continue }
                let above = file.lines[..<index].last { line in
                    !line.drop { $0 == " " }.hasPrefix("@")
                }
                let isDocumented = above.map { $0.drop { $0 == " " }.hasPrefix("///") } ?? false
                #expect(isDocumented, "\(file.path):\(index + 1) has no sentence")
            }
        }
    }

    @Test func `nothing can end the process but a broken promise of the language`() throws {
        let banned = [
            "try!", "fatalError(", " as! ", "Task.detached", "nonisolated(unsafe)",
            "preconditionFailure(",
        ]
        for file in try House.files(in: ["Sources", "Schema"]) {
            for (index, line) in file.lines.enumerated() {
                for word in banned where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1) has \(word)")
                }
            }
        }
    }

    @Test func `unchecked sendability stands in the files behind one door only`() throws {
        for file in try House.files(in: ["Sources", "Schema"]) {
            let isDoor = ["Providers", "Ratings", "SQLiteStore"].contains(file.module)
            for (index, line) in file.lines.enumerated() where line.contains("@unchecked Sendable")
            {
                #expect(isDoor, "\(file.path):\(index + 1)")
                let reasons = file.lines[max(0, index - 12)..<index]
                #expect(reasons.contains { $0.contains("///") || $0.contains("// ") })
            }
        }
    }

    @Test func `tests do not sleep and work is not put off`() throws {
        let sleeps = ["Task.sleep(", "usleep(", "Thread.sleep("].map { $0 }
        for file in try House.files(in: ["Tests"]) where !file.path.contains("HouseTests") {
            for (index, line) in file.lines.enumerated() {
                for word in sleeps where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1) sleeps")
                }
            }
        }
        for file in try House.files(in: ["Sources", "Schema"]) {
            for (index, line) in file.lines.enumerated() {
                for word in ["TODO", "FIXME", "XXX", "not implemented"] where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1) puts work off")
                }
            }
        }
    }
}
