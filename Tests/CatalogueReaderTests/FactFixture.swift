import Catalogue
import CatalogueReader
import Foundation

/// The mistakes in some files, as `file:line:column key code`.
func mistakes(in files: [String: String]) -> [String] {
    problems(in: files).map { "\($0.place) \($0.key) \($0.code.rawValue)" }
}

/// The mistakes in some files.
func problems(in files: [String: String]) -> [FactProblem] {
    do throws(FactProblems) {
        _ = try ModelCatalogue.read(files: files)
        return []
    } catch {
        return error.problems
    }
}

/// The mistakes in one model's file beside a source `x` and a test `gpqa`.
func mistakes(in text: String) -> [String] {
    mistakes(in: ["m.yaml": text, "sources.yaml": sources, "benchmarks.yaml": benchmarks])
}

/// A source to name in tests.
let sources = "x: {title: X, kind: vendor, url: https://example.org/x, as_of: 2026-11-01}\n"
/// A test to name in tests.
let benchmarks = "gpqa: {name: GPQA, scale: [0, 100]}\n"

/// The record of one model's file beside a source `x` and a test `gpqa`.
func record(_ text: String) throws -> ModelRecord? {
    try ModelCatalogue.read(
        files: ["m.yaml": text, "sources.yaml": sources, "benchmarks.yaml": benchmarks])["m"]
}

/// A folder that is removed with this value's last copy.
final class WorkingFolder: Sendable {
    let path = NSTemporaryDirectory() + "arena-facts-" + UUID().uuidString

    init(_ files: [String: String] = [:]) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Every file below with its text.
    func contents() throws -> [String: String] {
        var found: [String: String] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
            guard let bytes = FileManager.default.contents(atPath: path + "/" + name) else {
                continue
            }
            found[name] = String(decoding: bytes, as: UTF8.self)
        }
        return found
    }
}
