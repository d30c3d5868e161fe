import Arena
import Ratings
import Testing

/// Prompts that are one but for a few words.
@Suite struct PromptSketchTests {
    private static let base = """
        Write a short story about a lighthouse keeper who finds a letter in a bottle and decides \
        to answer it before the winter storms arrive in November
        """

    @Test func `10,000 variants with a changed word or number are near the first of them`() throws {
        var random = Random(seed: 12)
        let first = try sketch(variant(&random))
        var least = 1.0
        for _ in 0..<10_000 {
            least = min(least, first.likeness(to: try sketch(variant(&random))))
        }
        print("the least likeness of 10,000 variants: \(least)")
        #expect(least >= PromptSketch.likeness)
    }

    @Test func `ten words are enough, whichever word is changed`() throws {
        let words = Self.base.split(separator: " ").prefix(10).map(String.init)
        for one in words.indices {
            for two in words.indices {
                var (left, right) = (words, words)
                left[one] = "zebra"
                right[two] = "quagga"
                let (a, b) = (
                    try sketch(left.joined(separator: " ")),
                    try sketch(right.joined(separator: " "))
                )
                #expect(a.isNear(b), "\(one) \(two): \(a.likeness(to: b))")
            }
        }
    }

    @Test func `short prompts have no sketch, and are never thrown together`() throws {
        for text in ["hello", "Hi!", "What is the capital of France?", "tell me a joke about cats"]
        {
            #expect(PromptSketch(try Prompt(text)) == nil)
        }
    }

    @Test func `prompts of their own are not near each other`() throws {
        var random = Random(seed: 3)
        let openings = [
            "can you please explain to me", "i would like to know", "write a short text about",
            "what is the best way to", "give me a list of",
        ]
        let sketches = try (0..<1500).map { _ in
            let words = (0..<(8 + Int(random.uniform() * 20))).map { _ in
                "w\(["a", "b", "c", "d"][Int(random.uniform() * 4)])"
                    + String(
                        (0..<4).map { _ in
                            "bcdfghklmnprstvz".randomElement(using: &random) ?? "b"
                        })
            }
            let opening = openings[Int(random.uniform() * 5)]
            return try sketch(opening + " " + words.joined(separator: " "))
        }
        var most = 0.0
        for (place, one) in sketches.enumerated() where place % 10 == 0 {
            for other in sketches[(place + 1)...] { most = max(most, one.likeness(to: other)) }
        }
        print("the most likeness of prompts of their own: \(most)")
        #expect(most < PromptSketch.likeness)
    }

    @Test func `a long text has a sketch of bounded size that tells as much`() throws {
        let long = (0..<1500).map { "word\(Self.letters($0))" }
        let whole = try sketch(long.joined(separator: " "))
        #expect(whole.hashes.count == PromptSketch.size)
        let half = try sketch(
            (long.prefix(750) + (0..<750).map { "other\(Self.letters($0))" })
                .joined(separator: " "))
        #expect(abs(whole.likeness(to: half) - 1 / 3) < 0.15)
        #expect(PromptSketch(whole.hashes) == whole)
        #expect(PromptSketch(whole.hashes.reversed()) == nil)
    }

    private func variant(_ random: inout Random) -> String {
        var words = Self.base.split(separator: " ").map(String.init)
        let place = Int(random.uniform() * Double(words.count))
        words[place] = random.uniform() < 0.3 ? "\(random.next() % 1000)" : "x\(random.next())y"
        return words.joined(separator: " ")
    }

    private func sketch(_ text: String) throws -> PromptSketch {
        try #require(PromptSketch(try Prompt(text)))
    }

    private static func letters(_ number: Int) -> String {
        String(String(number).map { Character(UnicodeScalar(97 + (Int(String($0)) ?? 0)) ?? "a") })
    }
}
