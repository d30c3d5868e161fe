import Foundation
import Testing

/// The project's own files, as the rules read them.
enum House {
    /// The top of the project.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// One Swift file with its lines.
    struct File: CustomTestStringConvertible {
        let path: String
        let lines: [String]

        var testDescription: String { path }

        /// The folder below `Sources` it stands in; `Schema` for the folder of that name.
        var module: String {
            let parts = path.split(separator: "/")
            return parts[0] == "Sources" ? String(parts[1]) : String(parts[0])
        }
    }

    /// The Swift files below some folders, sorted by path.
    static func files(in folders: [String]) throws -> [File] {
        try folders.flatMap { folder -> [File] in
            let top = root.appending(path: folder)
            let all = FileManager.default.enumerator(atPath: top.path())?.compactMap {
                $0 as? String
            }
            return try (all ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { path in
                let text = try String(contentsOf: top.appending(path: path), encoding: .utf8)
                return File(
                    path: folder + "/" + path,
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false)
                        .map(String.init))
            }
        }
    }

    /// The text of one file.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
