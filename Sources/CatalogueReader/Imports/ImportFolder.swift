import Foundation

/// The folder that one import keeps its files in.
struct ImportFolder {
    let path: String

    /// Writes files by name, all of them whole on the disk before the first takes its place;
    /// returns their paths.
    func write(_ files: [String: String]) throws -> [String] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let names = files.keys.sorted()
        do {
            for name in names { try Self.write(files[name] ?? "", to: partial(name)) }
        } catch {
            for name in names { try? FileManager.default.removeItem(atPath: partial(name)) }
            throw error
        }
        return try names.map { name in
            guard rename(partial(name), "\(path)/\(name)") == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
            return "\(path)/\(name)"
        }
    }

    private func partial(_ name: String) -> String { "\(path)/.\(name).part" }

    private static func write(_ text: String, to file: String) throws {
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw CocoaError(.fileWriteNoPermission) }
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
    }
}
