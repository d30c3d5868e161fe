import Practice
import Testing

@Suite struct GuideTests {
    private let short = ShortGuide()
    private let long = LongGuide()

    @Test(arguments: [
        ("How are ratings computed?", "Bradley-Terry"),
        ("What does ±20 mean?", "95% interval"),
        ("Is my prompt public?", "not public"),
        ("How do I connect Ollama?", "ollama pull"),
        ("who are you", "not language models"),
        ("Where is the database?", "arena-data"),
        ("How can I export votes as CSV?", "arena export votes"),
        ("what happens with ties", "half a win"),
        ("Why are the names hidden?", "famous name"),
        ("what is the seal", "SHA-256"),
        ("How many votes are needed?", "30 votes"),
        ("Can I use a Claude API key?", "ANTHROPIC_API_KEY"),
    ])
    func `a question about the arena gets a true answer, short and long`(
        question: String, expected: String
    ) {
        #expect(short.answer(to: question).contains(expected))
        #expect(long.answer(to: question).contains(expected))
    }

    @Test(arguments: [
        "What is the capital of France?", "Write a haiku about the sea", "", " ", "???", "42",
        "Name three uses for a paperclip", "\u{0}", "💥", "The the the",
    ])
    func `where the manual says nothing the guides say so and what they are`(question: String) {
        for guide in Guides.all {
            let answer = guide.answer(to: question)
            #expect(answer.contains("not a language model"))
            #expect(answer.contains("Is my prompt public?"))
        }
    }

    @Test func `every example the guides offer is answered`() {
        for question in ["How are ratings computed?", "What does ±20 mean?"] {
            #expect(!short.answer(to: question).contains("find nothing"))
        }
    }

    @Test func `the two guides answer differently, and always the same`() {
        for section in Manual.sections {
            let question = section.title
            #expect(short.answer(to: question) != long.answer(to: question))
            #expect(ShortGuide().answer(to: question) == short.answer(to: question))
            #expect(LongGuide().answer(to: question) == long.answer(to: question))
        }
    }

    @Test func `the short guide gives three sentences at most`() {
        for section in Manual.sections {
            let answer = short.answer(to: section.title)
            #expect(answer.split(separator: ". ").count <= 4, "\(answer)")
        }
    }

    @Test func `asking for a heading finds its section`() {
        for section in Manual.sections {
            #expect(long.answer(to: section.title).contains("### \(section.title)"))
        }
    }

    @Test(arguments: [
        ("12 * (3 + 4)", "84"), ("what is 17% of 250?", "42.5"), ("2^10", "1024"),
        ("1/3", "0.3333333333"), ("-2 + 5", "3"), ("6 × 7 =", "42"), ("2^3^2", "512"),
        ("10 - 2 - 3", "5"), ("100 divided by 8", "12.5"),
    ])
    func `a sum is computed`(question: String, result: String) {
        #expect(short.answer(to: question) == result)
        #expect(long.answer(to: question).contains("= \(result)**"))
    }

    @Test(arguments: [
        "1/0", "2 +", "(((", "1..2+3", "9^9^9^9^9", "+", "rating + vote",
        String(repeating: "(", count: 150) + "1+1",
    ])
    func `what is no sum is not computed`(question: String) {
        #expect(!long.answer(to: question).contains("plain arithmetic"))
    }

    @Test func `a guide is found by its model name`() {
        #expect(Guides.guide("guide-short")?.name == "Guide: short")
        #expect(Guides.guide("guide-long")?.name == "Guide: long")
        #expect(Guides.guide("gpt-4") == nil)
    }

    @Test func `pieces are words, and joined they are the answer`() {
        #expect(Guides.pieces(of: "One two\n\nthree ") == ["One ", "two\n\n", "three "])
        #expect(Guides.pieces(of: "") == [])
        for section in Manual.sections {
            let answer = long.answer(to: section.title)
            let pieces = Guides.pieces(of: answer)
            #expect(pieces.joined() == answer)
            #expect(!pieces.contains(""))
        }
    }

    @Test func `the manual has plain paragraphs and no line breaks within them`() {
        #expect(Manual.sections.count > 20)
        #expect(Set(Manual.sections.map(\.title)).count == Manual.sections.count)
        for section in Manual.sections {
            #expect(!section.paragraphs.isEmpty)
            for paragraph in section.paragraphs {
                #expect(!paragraph.contains("\n"))
                #expect(!paragraph.contains("  "))
            }
        }
    }
}
