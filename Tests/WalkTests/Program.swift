import Foundation
import Testing

/// The built program `arena`, started as a person starts it.
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

    private let process = Process()
    private let output = Pipe()
    private var heard = Data()

    /// Starts the program with a data folder of its own and these further arguments.
    ///
    /// - Parameter log: the file that gets what it writes on the standard error.
    init(
        _ arguments: [String], environment: [String: String] = [:], log: FileHandle? = nil
    ) throws {
        if let log { process.standardError = log }
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, mine in mine }
        process.standardOutput = output
        try process.run()
    }

    /// A program that a test forgot would hold the runner's output open for ever.
    deinit {
        if process.isRunning { process.terminate() }
    }

    /// The first line that begins with a word, without it; reads on until there is one.
    func line(after word: String) throws -> String {
        while true {
            let text = String(decoding: heard, as: UTF8.self)
            for line in text.split(separator: "\n")
            where line.hasPrefix(word) && text.hasSuffix("\n") {
                return line.dropFirst(word.count).trimmingCharacters(in: .whitespaces)
            }
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the program ended before it said \(word)")
            heard.append(piece)
        }
    }

    /// Asks the program to stop and waits; gives its exit code.
    @discardableResult
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The number of its process.
    var number: Int32 { process.processIdentifier }

    /// Sends the program a signal.
    func signal(_ number: Int32) {
        Foundation.kill(process.processIdentifier, number)
    }

    /// Waits until the program has ended; gives its exit code.
    func wait() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends the program as a power cut would end it.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Runs the program to its end; gives what it wrote and its exit code.
    static func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) throws -> (output: String, errors: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, mine in mine }
        let (output, errors, source) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data((input ?? "").utf8))
        try source.fileHandleForWriting.close()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            String(decoding: written, as: UTF8.self), String(decoding: complaints, as: UTF8.self),
            process.terminationStatus
        )
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
