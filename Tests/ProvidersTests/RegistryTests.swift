import Arena
import Foundation
import Providers
import TestSupport
import Testing

@Suite struct RegistryTests {
    private func registry(
        _ providers: [ProviderSettings], keys: [String: String] = [:]
    ) throws -> ProviderRegistry {
        try ProviderRegistry(
            providers, limits: Settings.Limits(), keys: { keys[$0] }, loop: try CurlLoop())
    }

    private let openAI = ProviderSettings(
        name: "openai", wireProtocol: .openai, baseURL: "https://api.openai.com/v1",
        apiKeyVariable: "OPENAI_API_KEY")

    @Test(arguments: [[:], ["OPENAI_API_KEY": ""], ["OPENAI_API_KEY": " \n"]])
    func `a missing key is an error that names the variable`(keys: [String: String]) throws {
        let registry = try registry([openAI], keys: keys)
        let error = ProviderError.missingKey(provider: "openai", variable: "OPENAI_API_KEY")
        #expect(throws: error) { try registry.provider("openai") }
        #expect(error.description.contains("OPENAI_API_KEY"))
    }

    @Test func `a key that cannot be a header is refused without being told`() throws {
        let registry = try registry([openAI], keys: ["OPENAI_API_KEY": "sk-canary\r\nX: y"])
        let error = ProviderError.badKey(provider: "openai", variable: "OPENAI_API_KEY")
        #expect(throws: error) { try registry.provider("openai") }
    }

    @Test func `unknown and doubled names and bad addresses are errors`() throws {
        let bad = ProviderSettings(name: "bad", wireProtocol: .openai, baseURL: "ftp://x")
        #expect(throws: ProviderError.unknown(provider: "x")) { try registry([]).provider("x") }
        #expect(throws: ProviderError.twice(provider: "bad")) { try registry([bad, bad]) }
        #expect(throws: ProviderError.self) { try registry([bad]).provider("bad") }
    }

    @Test func `each protocol gets its provider, and only needed ones are made`() async throws {
        let server = LoopbackServer { $0.answer("{}", status: "400 X") }
        let settings = ProviderSettings.WireProtocol.allCases.map { wire in
            ProviderSettings(name: wire.rawValue, wireProtocol: wire, baseURL: server.url)
        }
        let registry = try registry(settings)
        for wire in ["openai", "anthropic", "google"] {
            #expect(await Arrival(try registry.provider(wire)).fault?.kind == .refused)
        }
        #expect(
            server.requests.map { $0.line.prefix(14) } == [
                "POST /chat/com", "POST /v1/messa", "POST /v1beta/m",
            ])
        let contender = Contender(
            id: try #require(ContenderID("a")), provider: "google", upstreamModel: "m")
        #expect(try registry.providers(for: [contender, contender]).keys.sorted() == ["google"])
    }
}

@Suite struct DetectionTests {
    @Test func `servers that answer are found with their models, in order`() async throws {
        let ollama = LoopbackServer { peer in
            peer.answer(#"{"models":[{"name":"llama3.2:3b"},{"name":"nomic-embed-text"}]}"#)
        }
        let models = String(
            decoding: try Capture("llamacpp/models").body, as: UTF8.self)
        let llamaCpp = LoopbackServer { $0.answer(models) }
        let page = LoopbackServer { $0.answer("<html>", type: "text/html") }
        let silent = LoopbackServer { _ = $0.waitForClose() }
        let detection = ProviderDetection(
            loop: try CurlLoop(),
            places: [
                .init(.ollama, port: ollama.port), .init(.llamaCpp, port: llamaCpp.port),
                .init(.lmStudio, port: page.port), .init(.vLLM, port: silent.port),
            ], patience: .seconds(2))
        #expect(
            await detection.look() == [
                .init(
                    server: .ollama, baseURL: "http://127.0.0.1:\(ollama.port)/v1",
                    models: ["llama3.2:3b"]),
                .init(
                    server: .llamaCpp, baseURL: "http://127.0.0.1:\(llamaCpp.port)/v1",
                    models: ["smollm2-135m"]),
            ])
        #expect(ollama.requests.map(\.line) == ["GET /api/tags HTTP/1.1"])
        #expect(page.requests.map(\.line) == ["GET /v1/models HTTP/1.1"])
    }

    @Test func `the usual ports are looked at by default`() {
        #expect(
            ProviderDetection.Server.allCases.map(\.usualPort) == [11_434, 8_080, 1_234, 8_000])
    }

    @Test func `keys are found by name, and their values are not kept`() {
        let environment = ["OPENROUTER_API_KEY": "sk-canary", "OPENAI_API_KEY": " ", "HOME": "/"]
        let found = WellKnownKey.present(in: environment)
        #expect(found.map(\.variable) == ["OPENROUTER_API_KEY"])
        #expect(!"\(found)".contains("canary"))
    }
}
