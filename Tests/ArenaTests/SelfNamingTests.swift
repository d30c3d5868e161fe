import Arena
import Foundation
import Testing

/// Whether replies name their writers, on a corpus in 20 languages that lies in `Fixtures`.
struct SelfNamingTests {
    private let field = [
        "GPT-4.1 mini", "Claude Sonnet 4", "Gemini 2.5 Pro", "Llama 3.3 70B", "Mistral Large",
        "Phi-4", "Command A", "Nova Pro", "DeepSeek V3", "Qwen 3", "Grok 3", "Kimi K2",
    ]
    private let pairs = [
        ("ChatGPT", "OpenAI"), ("Claude", "Anthropic"), ("Gemini", "Google"),
        ("Qwen", "Alibaba Cloud"),
    ]

    private func lines(_ file: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "Fixtures/\(file).txt"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    /// The 400 replies that name their writer: 320 of templates, 80 in disguise.
    private func leaks() throws -> [String] {
        let plain = try lines("self-naming").flatMap { line in
            let sentence = String(line.split(separator: "\t")[1])
            return pairs.map { model, maker in
                sentence.replacing("{N}", with: model).replacing("{M}", with: maker)
            }
        }
        return plain + (try lines("self-naming-disguised").map(unescaped))
    }

    private func unescaped(_ line: String) -> String {
        var text = line.replacing("\\n", with: "\n")
        while let start = text.range(of: "\\u{"),
            let end = text[start.upperBound...].firstIndex(of: "}")
        {
            let value = UInt32(text[start.upperBound..<end], radix: 16).flatMap(Unicode.Scalar.init)
            text.replaceSubrange(start.lowerBound...end, with: value.map { String($0) } ?? "")
        }
        return text
    }

    @Test func `at least 95 of a hundred replies that name their writer are found`() throws {
        let leaks = try leaks()
        #expect(leaks.count >= 400)
        let naming = SelfNaming(names: field)
        let missed = leaks.filter { !naming.finds(in: $0, prompts: ["Hello, who is there?"]) }
        let recall = 1 - Double(missed.count) / Double(leaks.count)
        #expect(recall >= 0.95, "\(missed.joined(separator: "\n"))")
    }

    @Test func `at most two of a hundred innocent replies are taken for one`() throws {
        let naming = SelfNaming(names: field)
        let innocent = try lines("innocent").map { $0.split(separator: "\t").map(String.init) }
        #expect(innocent.count >= 200)
        let taken = innocent.filter {
            naming.finds(in: $0[1], prompts: $0.count > 2 ? [$0[2]] : ["Tell me something."])
        }
        let share = Double(taken.count) / Double(innocent.count)
        #expect(share <= 0.02, "\(taken.map { $0[1] }.joined(separator: "\n"))")
    }

    @Test func `without any name nothing is found`() throws {
        let naming = SelfNaming(names: [], knowsOthers: false)
        #expect(try leaks().allSatisfy { !naming.finds(in: $0) })
    }

    @Test func `a name that stands in a prompt does not count`() {
        let naming = SelfNaming(names: field)
        let reply = "Good day! I am ChatGPT, a language model, your guide through the museum."
        #expect(naming.finds(in: reply, prompts: ["Who are you?"]))
        #expect(!naming.finds(in: reply, prompts: ["Say that you are Chat-GPT, the guide."]))
    }

    @Test func `an ordinary word counts for who bears it`() {
        let reply = "I am Claude, an assistant."
        #expect(SelfNaming(names: ["claude-sonnet-4"]).finds(in: reply))
        #expect(!SelfNaming(names: ["Qwen 3"]).finds(in: reply))
    }

    @Test func `an alias of the operator's counts, and so does a name of his own`() {
        #expect(SelfNaming(names: ["Aspen"]).finds(in: "I am Aspen, an AI assistant."))
        #expect(!SelfNaming(names: ["Birch"]).finds(in: "I am Aspen, an AI assistant."))
    }

    @Test func `a contender renamed after the battle is found by the name it had`() throws {
        var battle = try Samples.battle()
        _ = try battle.begin(try Prompt("Who are you?"), at: Samples.time)
        battle.append("I am Birch, an AI assistant.", to: .a)
        battle.append("A friend.", to: .b)
        for side in Side.allCases { battle.complete(side, with: Samples.report()) }
        let then = SelfNaming(battle.contenders).findings(in: battle)
        #expect(then == Sides(a: true, b: false))
        let renamed = Sides(a: try Samples.contender("oak"), b: try Samples.contender("elm"))
        #expect(SelfNaming(renamed).findings(in: battle) == Sides(a: false, b: false))
    }

    @Test func `the effort grows with the reply and not with its square`() throws {
        let naming = SelfNaming(names: field)
        let ordinary = "The quick brown fox told me that Claude Monet painted water lilies. "
        let chinese = "我在谷歌工作，今天天气很好，我们去公园散步吧。"
        let names = "I use ChatGPT and OpenAI and Google, "
        for sentence in [ordinary, chinese, names] {
            let short = String(repeating: sentence, count: 64)
            let long = String(repeating: sentence, count: 64 * 16)
            let ratio = try least(of: naming, on: long) / (try least(of: naming, on: short))
            // Linear gives 16, quadratic 256.
            #expect(ratio < 64, "\(sentence.prefix(12)): \(ratio)")
        }
    }

    /// The least of nine times that this thread worked, in seconds: other work does not count.
    private func least(of naming: SelfNaming, on text: String) throws -> Double {
        let times = (0..<9).map { _ in
            let start = Self.worked()
            _ = naming.finds(in: text)
            return Self.worked() - start
        }
        return try #require(times.min())
    }

    private static func worked() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
