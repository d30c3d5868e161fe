import Arena
import SettingsReader
import Testing

@Suite struct ProblemTests {
    @Test func `every mistake is named, with its place, its key and what to do`() throws {
        let found = try problems(
            in: """
                providers:
                  local:
                    protcol: openai
                    base_url: ftp://127.0.0.1
                  Bad Name:
                    protocol: openai
                    base_url: http://127.0.0.1
                contenders:
                  - id: a-vs-b
                    provider: locale
                    upstream_model: ""
                    settings: {temperature: 3, max_tokens: many}
                    price: {input: 0.1234567, output: 1e3}
                  - id: fine
                    provider: local
                    upstream_model: m
                    settings: [1]
                  - id: fine
                    provider: local
                    upstream_model: [m]
                server: {port: 65536}
                pacng: even
                pacing: fast
                minimum_votes: -1
                detect: yes
                limits: {stall_seconds: -1, concurrent_replies: 1}
                """,
            flags: ["server.port": "http"], environment: ["ARENA_DETECT": "1"])
        let places = found.map { "\($0.place) \($0.key)" }
        #expect(
            Set(places) == [
                "arena.yaml:3:5 providers.local.protcol", "arena.yaml:3:5 providers.local.protocol",
                "arena.yaml:4:15 providers.local.base_url", "arena.yaml:5:3 providers",
                "arena.yaml:9:9 contenders.1.id", "arena.yaml:10:15 contenders.1.provider",
                "arena.yaml:11:21 contenders.1.upstream_model",
                "arena.yaml:12:29 contenders.1.settings.temperature",
                "arena.yaml:12:44 contenders.1.settings.max_tokens",
                "arena.yaml:13:20 contenders.1.price.input",
                "arena.yaml:13:39 contenders.1.price.output",
                "arena.yaml:17:15 contenders.fine.settings", "arena.yaml:18:9 contenders.fine.id",
                "arena.yaml:20:21 contenders.fine.upstream_model",
                "arena.yaml:21:16 server.port", "--port server.port", "arena.yaml:22:1 pacng",
                "arena.yaml:23:9 pacing", "arena.yaml:24:16 minimum_votes",
                "arena.yaml:25:9 detect", "ARENA_DETECT detect",
                "arena.yaml:26:25 limits.stall_seconds",
                "arena.yaml:26:49 limits.concurrent_replies",
            ])
        #expect(places.count == Set(places).count)
        #expect(found.allSatisfy { !$0.reason.isEmpty && !$0.advice.isEmpty })
        let advice = { (key: String) in found.first { $0.key == key }?.advice ?? "" }
        #expect(advice("pacng").contains("Did you mean pacing?"))
        #expect(advice("providers.local.protcol").contains("Did you mean protocol?"))
        #expect(advice("contenders.1.provider").contains("Did you mean local?"))
    }

    @Test func `a key that stands twice is named with both lines, and the rest is still checked`()
        throws
    {
        let found = try problems(
            in: """
                server:
                  port: 1
                  host: here
                  # port: 5
                  port: 2
                pacing: even
                pacing: live
                pacing: no
                minimum_votes: x
                """)
        #expect(
            found.map(\.place) == [
                "arena.yaml:5:3", "arena.yaml:7:1", "arena.yaml:8:1", "arena.yaml:9:16",
            ])
        #expect(found.first?.reason.contains("line 2") == true)
        #expect(found.dropFirst().first?.reason.contains("line 6") == true)
        let flow = try problems(in: "server: {port: 1, port: 2}\n")
        #expect(flow.map(\.place) == ["arena.yaml:1:10"])
    }

    @Test(arguments: [
        ("server: {port: 1\npacing: even\n", 2), ("a: b: c\n", 1), ("\tserver: 1\n", 1),
        ("server: *nothing\n", 1), ("pacing: 'even\n", 2), ("--- {}\n--- {}\n", 2),
    ])
    func `text that is no YAML is named with its line`(yaml: String, line: Int) throws {
        let found = try problems(in: yaml)
        #expect(found.count == 1)
        #expect(found.first?.place.hasPrefix("arena.yaml:\(line):") == true)
        #expect(found.first?.reason.hasPrefix("It is not YAML") == true)
    }

    @Test(arguments: ["[1, 2]", "just words", "7"])
    func `a file that is no group of keys is refused`(yaml: String) throws {
        let found = try problems(in: yaml)
        #expect(found.map(\.place) == ["arena.yaml:1:1"])
    }

    @Test(arguments: [
        "sk-proj-abcdefghijkl0123456789", "sk-ant-api03-abcdefgh01234567",
        "AIzaSyA0123456789abcdefghijk", "gsk_abcdefghijkl0123456789", "hf_abcdefghijklm0123",
        "Zm9vYmFyQmF6MTIzNDU2Nzg5MDEyMzQ1Njc4",
        "0123456789abcdef0123456789abcdef",
    ])
    func `an API key in the file is refused and not repeated`(key: String) throws {
        for line in [
            "    api_key: \(key)", "    api_key_env: \(key)", "    \(key): x", "    # \(key)",
            "    base_url: https://host/v1?key=\(key)", "    stream: \(key)",
            "    base_url: https://me:\(key)@host/v1",
        ] {
            let yaml = "providers:\n  local:\n    protocol: openai\n\(line)\n"
            let found = try problems(in: yaml)
            #expect(found.contains { $0.place == "arena.yaml:4:1" }, "\(line)")
            #expect(!found.contains { $0.description.contains(key) }, "\(line)")
        }
    }

    @Test(arguments: ["api_key: short", "token: short", "password: short", "key: short"])
    func `a name for secrets is refused whatever it holds`(line: String) throws {
        let yaml = """
            providers:
              local:
                protocol: openai
                base_url: http://host
                \(line)
            """
        let found = try problems(in: yaml)
        #expect(found.count == 1)
        #expect(found.first?.advice.contains("api_key_env") == true)
        #expect(found.first?.description.contains("short") == false)
    }

    @Test(arguments: [
        "smollm2:135m-instruct-q4_K_M", "meta-llama/Llama-3.3-70B-Instruct-Turbo-Free",
        "gpt-4.1-mini-2025-04-14", "accounts/fireworks/models/qwen2p5-72b-instruct",
        "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M", "claude-sonnet-4-5-20250929",
        "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8", "Qwen3-235B-A22B-Thinking-2507-FP8-KV",
        "anthropic.claude-3-5-sonnet-20241022-v2:0",
    ])
    func `a model's long name is not taken for a key`(name: String) throws {
        let yaml = """
            providers: {local: {protocol: openai, base_url: "http://host"}}
            contenders:
              - {id: one, provider: local, upstream_model: "\(name)"}
            """
        #expect(try problems(in: yaml) == [])
    }

    @Test(arguments: [
        "http://", "//host", "host:80", "http://ho st", "http://host/\u{E9}", "http://host:0",
        "http://host:99999", "file:///etc/passwd", "http://host/v1#x",
    ])
    func `an address that is none is refused`(address: String) throws {
        let yaml = "providers: {local: {protocol: openai, base_url: \"\(address)\"}}\n"
        #expect(try problems(in: yaml).map(\.key) == ["providers.local.base_url"])
    }

    @Test(arguments: [
        ("0.40", true), ("\"0.40\"", true), ("0", true), ("12", true), ("0.123456", true),
        ("0.1234567", false), (".5", false), ("1e-1", false), ("-1", false), ("1,5", false),
        ("0x10", false), ("1_000", false), ("free", false), ("\"\"", false), ("1000000", false),
        ("NaN", false), ("~", false),
    ])
    func `a price is read from its digits, or refused`(written: String, isPrice: Bool) throws {
        let yaml = """
            providers: {local: {protocol: openai, base_url: "http://host"}}
            contenders:
              - id: one
                provider: local
                upstream_model: m
                price: {input: \(written), output: 0}
            """
        #expect(try problems(in: yaml).isEmpty == isPrice)
    }

    @Test func `half a price is no price`() throws {
        let yaml = correct.replacing(", output: 1.60", with: "")
        let found = try problems(in: yaml)
        #expect(found.map(\.key) == ["contenders.smollm2-cool.price.output"])
    }

    @Test func `a file that was named must be there`() throws {
        for (flags, environment) in [
            (["config": "none.yaml"], [:]), ([:], ["ARENA_CONFIG": "none.yaml"]),
        ] {
            let found = try problems(in: "", flags: flags, environment: environment)
            #expect(found.map(\.place) == ["none.yaml"])
            #expect(found.first?.advice.contains("--config") == true)
        }
    }

    @Test func `a control character is refused`() throws {
        let yaml = correct.replacing("Answer in one sentence.", with: "\"Answer\\0\"")
        #expect(try problems(in: yaml).map(\.key) == ["contenders.smollm2-cool.system_prompt"])
    }
}
