import Foundation

/// A folder of the catalogue's files: its own, and those that imports keep in `imports/*/`.
struct FactFolder {
    let path: String

    /// The layers it holds, the lowest first: each import's by name, then what people wrote.
    func layers() throws(FactProblems) -> [Layer] {
        guard let names = names(in: path) else {
            throw FactProblems([problem("The folder cannot be read.", of: path)])
        }
        var layers: [Layer] = []
        for name in self.names(in: path + "/imports") ?? [] {
            let folder = "\(path)/imports/\(name)"
            guard let names = self.names(in: folder) else { continue }
            layers.append(Layer(try files(names, in: folder)))
        }
        return layers + [Layer(try files(names, in: path))]
    }

    private func files(_ names: [String], in folder: String) throws(FactProblems) -> [FactFile] {
        var files: [FactFile] = []
        var problems: [FactProblem] = []
        for name in names where !name.hasPrefix(".") {
            let file = "\(folder)/\(name)"
            if name.hasSuffix(".yml") {
                problems.append(
                    FactProblem(
                        code: .fileName, file: file, line: nil, column: nil, key: "",
                        reason: "Its name ends in .yml.", advice: "End it in .yaml."))
            }
            guard name.hasSuffix(".yaml") else { continue }
            guard let bytes = FileManager.default.contents(atPath: file) else {
                problems.append(problem("The file cannot be read.", of: file))
                continue
            }
            files.append(FactFile(name: file, stem: String(name.dropLast(5)), bytes: bytes))
        }
        guard problems.isEmpty else { throw FactProblems(problems) }
        return files
    }

    /// The names in a folder, sorted; `nil` where there is none.
    private func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func problem(_ reason: String, of file: String) -> FactProblem {
        FactProblem(
            code: .unreadable, file: file, line: nil, column: nil, key: "", reason: reason,
            advice: "Look at its name and permissions.")
    }
}
