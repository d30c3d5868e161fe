import Foundation

/// Where an export goes: standard output, or a file that appears under its name only when whole.
final class ExportSink {
    private let path: String?
    private let handle: FileHandle
    private var buffer = Data()
    private var written = 0

    /// Opens a file beside the named one, or standard output for `nil`.
    ///
    /// - Throws: ``Failure`` with code `cannot-write`.
    init(_ path: String?) throws {
        self.path = path
        guard let path else {
            handle = .standardOutput
            return
        }
        let partial = path + ".part"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let file = FileHandle(forWritingAtPath: partial)
        else { throw Failure(.cannotCreate, "cannot-write", "\(partial) cannot be written.") }
        handle = file
    }

    /// Adds text.
    func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > 65_536 { try flush() }
    }

    /// Writes what is left, gives the file its name, and tells how many bytes it has.
    func close() throws -> Int {
        try flush()
        guard let path else { return written }
        try handle.synchronize()
        try handle.close()
        guard rename(path + ".part", path) == 0 else {
            throw Failure(.cannotCreate, "cannot-write", "\(path) cannot be written.")
        }
        return written
    }

    private func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw Failure(.io, "io", "\(path ?? "standard output") cannot be written further.")
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
