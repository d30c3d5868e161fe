import Foundation
import Providers
import TestSupport
import Testing

/// Spoilt streams of upstreams, thousands of them.
struct MutationTests {
    private func events(of pieces: [ArraySlice<UInt8>]) -> [ServerEvent]? {
        var parser = EventStreamParser(limit: 512)
        var events: [ServerEvent] = []
        do throws(EventStreamParser.Failure) {
            for piece in pieces { events += try parser.take(piece) }
            if let last = try parser.finish() { events.append(last) }
            return events
        } catch {
            return nil
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a spoilt stream is the same however it is cut`(seed: UInt64) throws {
        let corpus = try Mutation.corpus("events")
        var mutation = Mutation(seed: seed)
        for _ in 0..<1500 {
            let bytes = mutation.spoil(
                mutation.one(of: corpus) ?? [],
                with: ["data:", "event:", "id:", "\r\n\r\n", "\n\n", "\u{FEFF}", "[DONE]"])
            let size = mutation.one(of: [1, 2, 3, 7, 64]) ?? 1
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                bytes[$0..<min(bytes.count, $0 + size)]
            }
            #expect(events(of: pieces) == events(of: [bytes[...]]), "\(bytes)")
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a spoilt address is refused or leads where its text says`(seed: UInt64) throws {
        var mutation = Mutation(seed: seed)
        for _ in 0..<1500 {
            let bytes = mutation.spoil(
                Array("https://api.example:8443/v1?x=1".utf8),
                with: ["@", "//", "127.0.0.1", "%00", "\r\nX: y", "[::1]", "①", ".."])
            let text = String(decoding: bytes, as: UTF8.self)
            guard let address = try? WebAddress(text) else { continue }
            #expect(!address.host.contains("@") && !address.host.contains("/"), "\(text)")
            #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
            #expect(try WebAddress(address.text) == address, "\(text)")
        }
    }
}
