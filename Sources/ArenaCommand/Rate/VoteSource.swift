import Foundation

/// The bytes of a vote file or of standard input, unpacked if they are compressed.
///
/// Invariant of its one unsafe call: `read` writes at most the capacity it is given, and the array
/// is told how many bytes it wrote.
final class VoteSource {
    /// Bytes fetched at a time.
    private static let chunk = 256 << 10

    /// The file's name, for people.
    let name: String
    /// Its size in bytes; nil where nobody knows, and for what is unpacked.
    private(set) var size: Int?

    private let file: FileHandle
    private var unpacker: (process: Process, output: FileHandle, errors: Pipe)?
    private var isAtEnd = false

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: ``Failure``: 66 if there is none or it is a folder, 74 if it cannot be read.
    init(_ path: String) throws {
        name = path == "-" ? "standard input" : path
        file = path == "-" ? .standardInput : try Self.open(path)
        let isFile = lseek(file.fileDescriptor, 0, SEEK_CUR) >= 0
        guard isFile else { return }
        let place = lseek(file.fileDescriptor, 0, SEEK_CUR)
        let opening = try firstBytes(at: place)
        if let tool = Self.tool(for: opening) {
            try unpack(with: tool)
        } else {
            size = Int(lseek(file.fileDescriptor, 0, SEEK_END) - place)
            lseek(file.fileDescriptor, place, SEEK_SET)
        }
    }

    deinit {
        if let process = unpacker?.process, process.isRunning { process.terminate() }
    }

    /// The next bytes, nil at the end.
    ///
    /// - Throws: ``Failure``: 74 if the file cannot be read further, 65 if it cannot be unpacked.
    func next() throws -> [UInt8]? {
        guard !isAtEnd else { return nil }
        let descriptor = unpacker?.output.fileDescriptor ?? file.fileDescriptor
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
            var got = -1
            repeat {
                got = read(descriptor, buffer.baseAddress, buffer.count)
            } while got < 0 && errno == EINTR
            failure = got < 0 ? errno : 0
            count = max(0, got)
        }
        guard failure == 0 else { throw unreadable(failure) }
        guard bytes.isEmpty else { return bytes }
        isAtEnd = true
        try checkUnpacker()
        return nil
    }

    /// The first four bytes, which tell a packed file; the place of reading stays.
    private func firstBytes(at place: off_t) throws -> Data {
        var bytes = [UInt8](repeating: 0, count: 4)
        let got = pread(file.fileDescriptor, &bytes, bytes.count, place)
        guard got >= 0 else { throw unreadable(errno) }
        return Data(bytes.prefix(got))
    }

    private func unreadable(_ code: Int32) -> Failure {
        Failure(.io, "io", "\(name): \(String(cString: strerror(code))).")
    }

    private static func open(_ path: String) throws -> FileHandle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.noInput, "no-such-file", "There is no file \(path).")
        }
        guard !isFolder.boolValue else {
            throw Failure(.noInput, "is-a-folder", "\(path) is a folder; name the files in it.")
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Failure(.io, "io", "\(path): \(String(cString: strerror(errno))).")
        }
        return file
    }

    private static func tool(for opening: Data) -> String? {
        if opening.starts(with: [0x1F, 0x8B]) { return "gzip" }
        return opening == Data([0x28, 0xB5, 0x2F, 0xFD]) ? "zstd" : nil
    }

    private func unpack(with tool: String) throws {
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool, "-dc"]
        process.standardInput = file
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch {
            throw Failure(.io, "no-unpacker", "\(name) needs \(tool), which cannot be started.")
        }
        try output.fileHandleForWriting.close()
        unpacker = (process, output.fileHandleForReading, errors)
    }

    private func checkUnpacker() throws {
        guard let unpacker else { return }
        unpacker.process.waitUntilExit()
        guard unpacker.process.terminationStatus != 0 else { return }
        let said = String(
            decoding: unpacker.errors.fileHandleForReading.availableData, as: UTF8.self)
        let reason = said.split(separator: "\n").first.map(String.init) ?? "the tool failed"
        throw Failure(.badData, "cannot-unpack", "\(name) cannot be unpacked: \(reason).")
    }
}
