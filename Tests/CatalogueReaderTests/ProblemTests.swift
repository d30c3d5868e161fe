import Catalogue
import CatalogueReader
import Foundation
import Testing

/// Mistakes are named with their place; nothing is repaired.
struct ProblemTests {
    @Test func `every mistake of a file is named, with line, column, key and code`() {
        let found = mistakes(
            in: """
                nmae: Model
                kind: modle
                aliases: [a, ""]
                maker: Maker
                release_date: [{value: 2025-02-30, source: x}]
                context_tokens: [{value: 128K, source: x}, {value: 5, sorce: x}]
                open_weights: [{value: yes, source: y}]
                modalities_in: [{value: [text, smell], source: x}, {value: [], source: x}]
                cap.tools: [{source: x}]
                cap.batch: [{value: true, missing: not_published, source: x}]
                maker2: 1
                family: [{value: F, precision: 1, source: x}]
                routes:
                  - {tier: best, provider: P}
                  - {provider: P, price_in: [{value: 1e3, source: x}, {value: -1, source: x}]}
                  - {provider: P}
                results:
                  - {benchmark: gpqq, score: [{value: 0.1234567, source: x}]}
                  - {benchmark: gpqa}
                """)
        #expect(
            found == [
                "m.yaml:1:1 nmae unknown-key", "m.yaml:1:1 name missing-key",
                "m.yaml:2:7 kind wrong-value", "m.yaml:3:14 aliases.1 wrong-value",
                "m.yaml:4:8 maker wrong-type", "m.yaml:5:24 release_date.0.value wrong-value",
                "m.yaml:6:26 context_tokens.0.value wrong-value",
                "m.yaml:6:44 context_tokens.1.source missing-key",
                "m.yaml:6:55 context_tokens.1.sorce unknown-key",
                "m.yaml:7:24 open_weights.0.value wrong-value",
                "m.yaml:7:37 open_weights.0.source unknown-source",
                "m.yaml:8:32 modalities_in.0.value.1 wrong-value",
                "m.yaml:8:60 modalities_in.1.value wrong-value",
                "m.yaml:9:13 cap.tools.0.value missing-key",
                "m.yaml:10:21 cap.batch.0.value duplicate", "m.yaml:11:1 maker2 unknown-key",
                "m.yaml:12:32 family.0.precision wrong-value",
                "m.yaml:14:12 routes.0.tier wrong-value",
                "m.yaml:15:38 routes.1.price_in.0.value wrong-value",
                "m.yaml:15:63 routes.1.price_in.1.value wrong-value",
                "m.yaml:16:5 routes.2 duplicate",
                "m.yaml:18:17 results.0.benchmark unknown-benchmark",
                "m.yaml:18:39 results.0.score.0.value wrong-value",
                "m.yaml:19:5 results.1.score missing-key",
            ])
    }

    @Test func `a mistake says what to do`() {
        let found = problems(in: ["m.yaml": "name: M\nrelaese_date: []\n"])
        #expect(
            found.first?.description.hasPrefix(
                "m.yaml:2:1: relaese_date: There is no such key. Did you mean release_date? ")
                == true)
        #expect(found.first?.description.hasSuffix("[unknown-key]") == true)
        #expect(problems(in: ["m.yaml": "nmae: M"]).first?.advice.contains("mean name?") == true)
    }

    @Test(arguments: [
        ("name: [", "not-yaml"), ("\tname: x", "not-yaml"), ("- a\n- b", "wrong-type"),
        ("name: a\nname: b", "duplicate"), ("just text", "wrong-type"),
        ("name: &a x\naliases: [*a]", "not-yaml"),
        ("name: \"a\\u0007b\"", "wrong-value"), ("name: \"a\\u202Eb\"", "wrong-value"),
        ("name: \" a\"", "wrong-value"), ("name:", "wrong-type"), ("name: ~", "wrong-type"),
        ("name: M\nmaker: [{value: A, source: x}, {value: A, source: x}]", "duplicate"),
        ("name: M\nmodalities_in: [{value: [text, text], source: x}]", "duplicate"),
        ("name: M\nmembers: [nobody]", "unknown-model"),
        ("name: M\nmembers: [../secret]", "wrong-value"),
        ("name: M\nhomepage: [{value: \"javascript:alert(1)\", source: x}]", "wrong-value"),
        ("name: M\nhomepage: [{value: 'https://a\"b', source: x}]", "wrong-value"),
        ("name: M\nsources: {x: {title: Again, kind: admin}}", "duplicate"),
        ("name: M\nsources: {y: {title: Y, kind: rumour}}", "wrong-value"),
        ("name: M\nparams_total: [{value: 99999999999999999999, source: x}]", "wrong-value"),
        ("name: M\nparams_total: [{value: -1, source: x}]", "wrong-value"),
        ("name: M\nroutes: [{provider: P, price_in: [{value: NaN, source: x}]}]", "wrong-value"),
        (
            "name: M\nroutes: [{provider: P, price_in: [{value: 99999999999999999999, source: x}]}]",
            "wrong-value"
        ),
        ("name: M\nroutes: [{provider: P, uptime_30d: [{value: .inf, source: x}]}]", "wrong-value"),
    ])
    func `a bad file gives one mistake of the right kind`(text: String, code: String) {
        let found = mistakes(in: text)
        #expect(found.count == 1 && found.first?.hasSuffix(" " + code) == true, "\(found)")
    }

    @Test(arguments: [
        ("[", 100_000, "not-yaml"), ("- ", 100_000, "not-yaml"), ("a: {", 50, "not-yaml"),
        ("# long\n", 40_000, "too-large"), ("[{a: ", 30, "not-yaml"),
        ("name: ", 2, "not-yaml"),
    ])
    func `a text that repeats itself too often is refused`(part: String, count: Int, code: String) {
        let found = mistakes(in: String(repeating: part, count: count))
        #expect(found.count == 1 && found.first?.hasSuffix(" " + code) == true)
        #expect(mistakes(in: "name: " + String(repeating: "x", count: 501)).count == 1)
    }

    @Test func `a file's name must be a slug, and end in yaml`() throws {
        #expect(mistakes(in: ["GPT 4.yaml": "name: G"]) == ["GPT 4.yaml  file-name"])
        #expect(mistakes(in: ["a-vs-b.yaml": "name: G"]) == ["a-vs-b.yaml  file-name"])
        let folder = try WorkingFolder(["m.yml": "name: M"])
        #expect(throws: FactProblems.self) { try ModelCatalogue.read(folder: folder.path) }
        #expect(throws: FactProblems.self) { try ModelCatalogue.read(folder: "/no/such/folder") }
    }

    @Test func `an alias leads to one model`() {
        let text = "name: N\naliases: [one]\n"
        #expect(
            mistakes(in: ["a.yaml": text, "b.yaml": text]) == [
                "a.yaml:1:1 aliases duplicate", "b.yaml:1:1 aliases duplicate",
            ])
        #expect(mistakes(in: ["one.yaml": "name: One", "b.yaml": text]).count == 1)
        #expect(mistakes(in: ["a.yaml": text, "b.yaml": "name: N"]).isEmpty)
    }

    @Test func `a benchmark's scale and identifier are checked`() {
        let code = { (text: String) in mistakes(in: ["benchmarks.yaml": text]) }
        #expect(
            code("a: {name: A, scale: [100, 0]}") == ["benchmarks.yaml:1:21 a.scale wrong-value"])
        #expect(code("a: {name: A, scale: [0]}") == ["benchmarks.yaml:1:21 a.scale wrong-value"])
        #expect(code("A b: {name: A}") == ["benchmarks.yaml:1:6 A b wrong-value"])
        #expect(code("a: {}") == ["benchmarks.yaml:1:4 a.name missing-key"])
    }

    @Test func `a text that is not UTF-8 is refused`() throws {
        let folder = try WorkingFolder()
        try folder.write("name: x", to: "ok.yaml")
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/ok.yaml"))
        try handle.write(contentsOf: Data([0xFF, 0xFE, 0x00]))
        try handle.close()
        let found = #expect(throws: FactProblems.self) {
            try ModelCatalogue.read(folder: folder.path)
        }
        #expect(found?.problems.map(\.code) == [.notText])
    }
}
