import Foundation
import Providers
import Testing

/// A TLS server of OpenSSL's own, with a certificate made for the test.
private final class TLSServer {
    let port: Int
    let certificate: String
    private let folder: URL
    private let server = Process()

    static let openSSL = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Starts with a certificate for one name; returns when it listens.
    init(for name: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "arena-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "cert.pem").path
        let key = folder.appending(path: "key.pem").path
        let maker = Process()
        maker.executableURL = URL(filePath: Self.openSSL ?? "")
        maker.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", key, "-out", certificate, "-days", "1", "-subj", "/CN=test",
            "-addext", "subjectAltName=\(name)",
        ]
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        let output = Pipe()
        server.executableURL = maker.executableURL
        server.arguments = [
            "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www",
        ]
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        var said = ""
        while !said.contains("ACCEPT 127.0.0.1:") || !said.hasSuffix("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += String(decoding: more, as: UTF8.self)
        }
        port =
            said.split(separator: "ACCEPT 127.0.0.1:").last
            .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
    }

    deinit {
        // Not SIGTERM: the child inherits a signal mask that may hold it back.
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}

@Suite(.enabled(if: TLSServer.openSSL != nil, "needs the openssl program"))
struct TransportSecurityTests {
    fileprivate func kind(of loop: CurlLoop, at server: TLSServer) async throws -> CurlFailure.Kind?
    {
        do throws(CurlFailure) {
            let address = try WebAddress("https://127.0.0.1:\(server.port)/")
            _ = try await loop.send(CurlRequest(.get, address))
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func `a certificate that nobody vouches for is refused`() async throws {
        let server = try TLSServer(for: "IP:127.0.0.1")
        #expect(try await kind(of: CurlLoop(), at: server) == .insecure)
    }

    @Test func `the same certificate is taken from one who trusts it`() async throws {
        let server = try TLSServer(for: "IP:127.0.0.1")
        let loop = try CurlLoop(trusting: server.certificate)
        #expect(try await kind(of: loop, at: server) == nil)
    }

    @Test func `a trusted certificate for another host is refused`() async throws {
        let server = try TLSServer(for: "DNS:example.test")
        let loop = try CurlLoop(trusting: server.certificate)
        #expect(try await kind(of: loop, at: server) == .insecure)
    }
}
