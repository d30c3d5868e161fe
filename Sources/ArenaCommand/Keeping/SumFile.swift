import Crypto
import Foundation

/// The SHA-256 of a backup in a file beside it, in the form that `sha256sum -c` reads.
enum SumFile {
    /// Writes the sum of a file under the name it is about to get.
    static func write(for file: String, named path: String) throws {
        let name = (path as NSString).lastPathComponent
        let line = Data("\(try sum(of: file))  \(name)\n".utf8)
        let sumPath = path + ".sha256"
        guard FileManager.default.createFile(atPath: sumPath, contents: line),
            let handle = FileHandle(forUpdatingAtPath: sumPath)
        else { throw Failure(.cannotCreate, "cannot-write", "\(sumPath) cannot be written.") }
        try handle.synchronize()
        try handle.close()
    }

    /// Holds a file against the sum beside it; `false` where there is none.
    ///
    /// - Throws: ``Failure`` with code `checksum` where it differs.
    static func check(_ path: String) throws -> Bool {
        guard let data = FileManager.default.contents(atPath: path + ".sha256") else {
            return false
        }
        let written = String(decoding: data, as: UTF8.self).prefix { $0 != " " }
        guard try written == sum(of: path) else {
            throw Failure(.badData, "checksum", "\(path) is not what its .sha256 says.")
        }
        return true
    }

    /// Waits until the names in a file's folder are on the disk.
    static func syncFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(.io, "io", "\(folder) cannot be opened.") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw Failure(.io, "io", "\(folder) cannot be synced.")
        }
    }

    /// The sum of a file, in lower-case hexadecimal digits.
    ///
    /// - Throws: ``Failure`` with code `no-file`.
    static func sum(of path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure(.noInput, "no-file", "\(path) cannot be read.")
        }
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
        }
        return hash.finalize().map { String(format: "%02x", $0) }.joined()
    }
}
