import Foundation
import TestSupport
import Testing

/// The built program `arena`, started as a person starts it.
///
/// Nothing here blocks a thread of the tests: on a machine of two cores two tests that wait so would
/// stop every other one, and with them the endpoints that the programs wait for.
final class Program {
    /// Where the build put it: beside the test bundle.
    static var path: String {
        let bundle = URL(filePath: CommandLine.arguments[0])
        let beside = bundle.deletingLastPathComponent().appending(path: "arena").path()
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        let folder = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return folder?.bundleURL.deletingLastPathComponent().appending(path: "arena").path()
            ?? beside
    }

    private let child: Child
    private let output: FileHandle
    private var heard = Data()

    /// Starts the program with a data folder of its own and these further arguments.
    ///
    /// - Parameter log: the file that gets what it writes on the standard error.
    init(
        _ arguments: [String], environment: [String: String] = [:], log: FileHandle? = nil
    ) throws {
        let pipe = Pipe()
        output = pipe.fileHandleForReading
        child = try Child(Self.path, arguments, environment: environment) { process in
            if let log { process.standardError = log }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = pipe
        }
    }

    /// The first line that begins with a word, without it; reads on until there is one.
    func line(after word: String) async throws -> String {
        while true {
            let text = String(decoding: heard, as: UTF8.self)
            for line in text.split(separator: "\n")
            where line.hasPrefix(word) && text.hasSuffix("\n") {
                return line.dropFirst(word.count).trimmingCharacters(in: .whitespaces)
            }
            let piece = await output.nextPiece()
            try #require(!piece.isEmpty, "the program ended before it said \(word)")
            heard.append(piece)
        }
    }

    /// Asks the program to stop and waits; gives its exit code.
    @discardableResult
    func stop() async -> Int32 {
        child.signal(SIGTERM)
        return await child.exitCode()
    }

    /// The number of its process.
    var number: Int32 { child.number }

    /// Sends the program a signal.
    func signal(_ number: Int32) { child.signal(number) }

    /// Waits until the program has ended; gives its exit code.
    func wait() async -> Int32 { await child.exitCode() }

    /// Ends the program as a power cut would end it, and waits for that.
    func kill() async {
        child.signal(SIGKILL)
        _ = await child.exitCode()
    }

    /// Ends the program at once, for tests that are done with it.
    func end() {
        child.signal(SIGKILL)
    }

    /// Runs the program to its end; gives what it wrote and its exit code.
    ///
    /// - Parameter descriptors: how many files it may have open at once; as many as the tests unless told.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        descriptors: Int? = nil
    ) async throws -> (output: String, errors: String, code: Int32) {
        let folder = try TemporaryFolder()
        let source = folder.path + "/in"
        try input.write(toFile: source, atomically: true, encoding: .utf8)
        let files = try ["/out", "/err"].map { try FileHandle(creating: folder.path + $0) }
        let command =
            descriptors.map { count in
                ["/bin/sh", "-c", #"ulimit -n "$0" && exec "$@""#, String(count), path]
            } ?? [path]
        let child = try Child(
            command[0], command.dropFirst() + arguments, environment: environment
        ) { process in
            process.standardInput = FileHandle(forReadingAtPath: source)
            process.standardOutput = files[0]
            process.standardError = files[1]
        }
        let code = await child.exitCode()
        let texts = try ["/out", "/err"].map { name in
            String(decoding: try Data(contentsOf: URL(filePath: folder.path + name)), as: UTF8.self)
        }
        return (texts[0], texts[1], code)
    }
}

/// A process that a test started. It is killed after five minutes, and when its test forgets it.
final class Child {
    private let process = Process()
    private let end = Gate()

    /// Starts a program; `settle` says what it reads and writes.
    init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        settle: (Process) -> Void
    ) throws {
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, mine in mine }
        settle(process)
        process.terminationHandler = { [end] _ in end.open() }
        try process.run()
        let (number, end) = (process.processIdentifier, end)
        DispatchQueue.global().asyncAfter(deadline: .now() + 300) {
            if !end.isOpen { Foundation.kill(number, SIGKILL) }
        }
    }

    deinit {
        signal(SIGKILL)
    }

    /// The number the system knows it by.
    var number: Int32 { process.processIdentifier }

    /// Sends a signal, unless the process is over.
    func signal(_ number: Int32) {
        if process.isRunning { Foundation.kill(process.processIdentifier, number) }
    }

    /// The exit code, or the number of the signal that ended the process, once it has ended.
    func exitCode() async -> Int32 {
        await end.wait()
        return process.terminationStatus
    }

    /// Whether a signal ended it; asked after ``exitCode()``.
    var wasKilled: Bool { process.terminationReason == .uncaughtSignal }
}

extension FileHandle {
    /// A new file to write to.
    fileprivate convenience init(creating path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        self.init(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// What can be read next, waited for on a thread that is no test's; empty at the end.
    fileprivate func nextPiece() async -> Data {
        let descriptor = fileDescriptor
        return await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                var piece = [UInt8](repeating: 0, count: 65_536)
                var count = 0
                repeat {
                    count = Foundation.read(descriptor, &piece, piece.count)
                } while count < 0 && errno == EINTR
                caller.resume(returning: Data(piece.prefix(max(0, count))))
            }
        }
    }
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory
            .appending(path: "arena-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
