import Foundation
import Providers
import Testing

/// A recorded answer of a real server: head and body, the body without its chunking.
struct Capture: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int
    let type: String
    let body: [UInt8]

    var testDescription: String { name }

    /// Reads `Captures/<name>.http`.
    init(_ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Captures/\(name).http")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        // "\r\n" is one Character: cut by bytes.
        let bytes = Array(text.utf8)
        let mark = Array("\r\n\r\n".utf8)
        let end = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.endIndex
        let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        self.name = name
        status = Int(head[0].split(separator: " ")[1]) ?? 0
        type =
            head.first { $0.lowercased().hasPrefix("content-type:") }
            .map { $0.dropFirst(13).trimmingCharacters(in: .whitespaces) } ?? ""
        body = Array(bytes[min(end + mark.count, bytes.endIndex)...])
    }

    /// All recordings below `Captures`, in order.
    static let all: [Capture] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Captures")
        let names =
            FileManager.default.enumerator(atPath: folder.path)?
            .compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".http") }.sorted()
            .compactMap { try? Capture(String($0.dropLast(5))) }
    }()

    /// The recordings that are event streams.
    static let streams = all.filter { $0.type.hasPrefix("text/event-stream") }
}
