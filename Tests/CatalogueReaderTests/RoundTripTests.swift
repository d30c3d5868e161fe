import Catalogue
import CatalogueReader
import Testing

/// What is written is read back as the same.
struct RoundTripTests {
    @Test func `the shipped records survive being written and read`() throws {
        for model in try ModelCatalogue.shipped().sorted {
            #expect(try back(model) == model)
        }
    }

    @Test(arguments: 0..<100)
    func `any record survives being written and read`(seed: UInt64) throws {
        var maker = RecordMaker(seed: seed)
        let record = maker.record()
        #expect(try back(record) == record)
    }

    @Test func `a remark cannot break out of its comment`() throws {
        let record = ModelRecord(slug: "m", name: "M")
        let text = record.fileText(remark: "one\nname: two\r\u{2028}three")
        #expect(try ModelCatalogue.read(files: ["m.yaml": text])["m"] == record)
    }

    private func back(_ record: ModelRecord) throws -> ModelRecord? {
        let tests = Set(record.results.map(\.benchmark)).map { "\($0): {name: T}\n" }
        return try ModelCatalogue.read(files: [
            "\(record.slug).yaml": record.fileText(remark: "a test"),
            "benchmarks.yaml": tests.joined(),
        ])[record.slug]
    }
}

/// Makes records of every kind of value from a seed.
private struct RecordMaker {
    private var random: SplitMix

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    mutating func record() -> ModelRecord {
        var observations: [Field: [Observation]] = [:]
        for field in Field.allCases where chance(3) {
            observations[field] = several(of: field.type)
        }
        let routes = (0..<Int.random(in: 0...3, using: &random)).map { route($0) }
        let results = (0..<Int.random(in: 0...3, using: &random)).map { result($0) }
        return ModelRecord(
            slug: "m-\(Int.random(in: 0...9, using: &random))", name: text(),
            kind: pick(ModelRecord.Kind.allCases), aliases: chance(2) ? [text(), "b"] : [],
            observations: observations, routes: routes, results: results)
    }

    private mutating func route(_ index: Int) -> Route {
        var observations: [RouteField: [Observation]] = [:]
        for field in RouteField.allCases where chance(3) {
            observations[field] = several(of: field.type)
        }
        return Route(
            provider: "\(text()) \(index)", region: chance(2) ? text() : nil,
            tier: pick(Route.Tier.allCases),
            listings: chance(2) ? [observation(.flag(true), of: .text)] : [],
            observations: observations)
    }

    private mutating func result(_ index: Int) -> BenchmarkResult {
        BenchmarkResult(
            benchmark: pick(["gpqa", "ifeval"]), version: "v\(index)",
            metric: pick(["accuracy", "pass@1"]), setting: chance(2) ? text() : "",
            scores: chance(4) ? [] : several(of: .number),
            errors: chance(2) ? several(of: .number) : [])
    }

    private mutating func several(of type: FieldType) -> [Observation] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let unsaid = chance(8) ? pick([FactValue.notPublished, .doesNotApply]) : nil
            return observation(unsaid ?? value(of: type), of: type)
        }.reduce(into: []) { kept, next in
            // The same value of the same source twice is a mistake in a file.
            if !kept.contains(where: { $0.value == next.value }) { kept.append(next) }
        }
    }

    private mutating func observation(_ value: FactValue, of type: FieldType) -> Observation {
        let isNumber = [.count, .number, .money].contains(type)
        return Observation(
            value: value,
            precision: isNumber && chance(2)
                ? FixedPoint(millionths: Int64.random(in: 1...1_000_000_000, using: &random)) : nil,
            source: Source(
                kind: pick(SourceKind.allCases), title: text(),
                url: chance(2) ? "https://example.org/a?b=c&d=%20#e,f" : nil),
            asOf: chance(4) ? nil : date(), retrieved: chance(2) ? date() : nil,
            note: chance(2) ? text() : nil)
    }

    private mutating func value(of type: FieldType) -> FactValue {
        switch type {
        case .text: .text(text())
        case .url: .text("https://example.org/\(Int.random(in: 0...99, using: &random))")
        case .count: .count(Int.random(in: 0...1_000_000_000_000_000, using: &random))
        case .number:
            .number(
                FixedPoint(millionths: Int64.random(in: -99_999_999...99_999_999, using: &random)))
        case .money:
            .money(
                Money(picodollars: Int64.random(in: 0...99_999_999_999, using: &random) * 1_000_000)
            )
        case .date: .date(date())
        case .flag: .flag(chance(2))
        case .oneOf(let words): .text(pick(words))
        case .words(let words): .words(words.filter { _ in chance(2) }.isEmptyOr(words))
        }
    }

    private mutating func date() -> CalendarDate {
        let month = chance(3) ? nil : Int.random(in: 1...12, using: &random)
        let year = Int.random(in: 1...9999, using: &random)
        let day = month.flatMap { month in
            chance(2) ? CalendarDate(year: year, month: month, day: 28) : nil
        }
        return day ?? CalendarDate(year: year, month: month) ?? date()
    }

    private mutating func text() -> String {
        pick([
            "plain", "null", "~", "true", "1.50", "2025-04-14", "a: b", "- a", "# not a comment",
            "\"quoted\" and 'single'", "back\\slash", "ends with colon:", "{a}", "[a]", "&a *b !c",
            "%YAML", "@at", "`tick`", "comma, inside", "Grüße 東京 🎈", "a #b", "yes", "Null", "0x1F",
            "a\u{00A0}b", "=", "<<", "...", "---", "? a", "| a", "> a", "e\u{301}",
        ])
    }

    private mutating func chance(_ sides: Int) -> Bool {
        Int.random(in: 0..<sides, using: &random) == 0
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item {
        items[Int.random(in: 0..<items.count, using: &random)]
    }
}

extension [String] {
    fileprivate func isEmptyOr(_ other: [String]) -> [String] { isEmpty ? other : self }
}

/// Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
