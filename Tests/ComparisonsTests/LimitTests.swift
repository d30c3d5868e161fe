import Catalogue
import Comparisons
import Testing

struct LimitTests {
    private func context(_ one: Int, _ other: Int, step: Int64? = nil) throws -> String {
        func record(_ slug: String, _ name: String, _ tokens: Int) -> ModelRecord {
            let precision = step.map { FixedPoint(millionths: $0 * 1_000_000) }
            let said = Shelf.said(.count(tokens))
            return ModelRecord(
                slug: slug, name: name,
                observations: [
                    .contextTokens: [
                        Observation(
                            value: said.value, precision: precision, source: said.source,
                            asOf: said.asOf)
                    ]
                ])
        }
        let page = try compare(record("a", "Aspen", one), record("b", "Birch", other))
        return page.context.section.sentences[0].text
    }

    @Test(arguments: [
        (
            1_047_576, 128_000,
            "Aspen takes 8.2 times as many tokens as Birch (1,047,576 against 128,000)."
        ),
        (
            128_000, 200_000,
            "Birch takes 1.6 times as many tokens as Aspen (200,000 against 128,000)."
        ),
        (128_000, 128_000, "Both take the same context (128,000 tokens)."),
        (128_000, 131_072, "Both take about the same context (128,000 and 131,072 tokens)."),
        (100_000, 104_000, "Birch takes 4% more tokens than Aspen (104,000 against 100,000)."),
    ])
    func `two contexts in words`(one: Int, other: Int, words: String) throws {
        #expect(try context(one, other) == words)
    }

    @Test func `rounded limits that may be the same are not told apart`() throws {
        #expect(
            try context(1_047_576, 1_000_000, step: 100_000)
                == "Both take about the same context (1,047,576 and 1,000,000 tokens).")
        #expect(try context(1_047_576, 1_000_000).hasPrefix("Aspen takes 5% more tokens than"))
    }

    @Test func `a limit of nothing is compared with nothing`() throws {
        #expect(try context(0, 128_000) == "Aspen: 0 tokens. Birch: 128,000 tokens.")
    }
}
