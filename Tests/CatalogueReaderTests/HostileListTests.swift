import Catalogue
import CatalogueReader
import Foundation
import Testing

/// A list that is broken or hostile is refused with a place, and nothing is written.
struct HostileListTests {
    /// A models.dev list with one model of one provider.
    private func entry(_ members: String, id: String = "m") -> String {
        "{\"p\": {\"name\": \"P\", \"models\": {\"\(id)\": {\(members)}}}}"
    }

    private func cost(_ number: String) -> String { entry("\"cost\": {\"input\": \(number)}") }

    @Test(arguments: [
        ("", "not-json"), ("{", "not-json"), ("nul", "not-json"), ("{\"a\": 1,}", "not-json"),
        ("[1 2]", "not-json"), ("{\"a\": 1} x", "not-json"), ("{\"a\": 1, \"a\": 2}", "not-json"),
        ("{\"a\": NaN}", "not-json"), ("{\"a\": -Infinity}", "not-json"),
        ("{\"a\": 01}", "not-json"), ("{\"a\": .5}", "not-json"), ("{\"a\": 1.}", "not-json"),
        ("{\"a\": 1e}", "not-json"), ("{\"a\": +1}", "not-json"), ("{'a': 1}", "not-json"),
        ("{\"a\": \"\\x\"}", "not-json"), ("{\"a\": \"\\ud800\"}", "not-json"),
        ("{\"a\": \"\\ud800\\u0041\"}", "not-json"), ("{\"a\": \"\\u12\"}", "not-json"),
        ("{\"a\": \"\n\"}", "not-json"), ("{\"a\": \"b", "not-json"), ("// a\n{}", "not-json"),
        ("[]", "wrong-type"), ("3", "wrong-type"), ("\"x\"", "wrong-type"),
        ("{\"p\": 1}", "wrong-type"), ("{\"p\": {}}", "wrong-type"),
        ("{\"p\": {\"name\": 5, \"models\": {}}}", "wrong-type"),
        ("{\"p\": {\"name\": \"\\u0007\", \"models\": {}}}", "wrong-value"),
        ("{\"../p\": {\"name\": \"P\", \"models\": {}}}", "bad-identifier"),
    ])
    func `what is no list of models.dev is refused`(text: String, code: String) throws {
        let found = try mistakes(of: .modelsDev, text)
        #expect(found.count == 1 && found.first?.hasSuffix(" " + code) == true, "\(found)")
    }

    @Test(arguments: [
        ("-0.1", "wrong-value"), ("1e999999999", "wrong-value"), ("1e61", "wrong-value"),
        ("100000", "wrong-value"), ("1e30", "wrong-value"), ("\"0.4\"", "wrong-type"),
        ("true", "wrong-type"), ("[0.4]", "wrong-type"), ("{}", "wrong-type"),
    ])
    func `a price that is none stops the import`(number: String, code: String) throws {
        let found = try mistakes(of: .modelsDev, cost(number))
        #expect(found == ["list.json:1:\(found.first?.column ?? "") p.models.m.cost.input \(code)"])
    }

    @Test func `a price of very many digits is left out, or refused when it is too long`() throws {
        let folder = try WorkingFolder()
        let long = "0." + String(repeating: "3", count: 90)
        let plan = try ImportPlan(list(.modelsDev, cost(long)), into: folder.path, only: ["*"])
        #expect(plan.remarks.count == 1)
        let tooLong = "0." + String(repeating: "3", count: 1000)
        #expect(try mistakes(of: .modelsDev, cost(tooLong)).first?.hasSuffix("not-json") == true)
        #expect(try mistakes(of: .modelsDev, cost("-0")).isEmpty == false)
    }

    @Test(arguments: ["-1", "1.5", "1e300", "1000000001", "99999999999999999999", "\"4k\""])
    func `a limit that is no number of tokens stops the import`(number: String) throws {
        let found = try mistakes(
            of: .modelsDev, entry("\"limit\": {\"context\": \(number)}"))
        #expect(found.count == 1 && found.first?.contains("limit.context") == true)
    }

    @Test(arguments: [
        "../../etc/passwd", "a/../b", "..", "/etc/passwd", "a\\\\b", "a\\u0000b", "a\\u202eb", "ü",
        "",
    ])
    func `an identifier that is none stops the import`(id: String) throws {
        let lite = "{\"\(id)\": {\"litellm_provider\": \"openai\"}}"
        for found in [
            try mistakes(of: .modelsDev, entry("", id: id)), try mistakes(of: .liteLLM, lite),
        ] {
            #expect(found.count == 1 && found.first?.hasSuffix(" bad-identifier") == true)
        }
    }

    @Test(arguments: ["a-vs-b", "-", "..."])
    func `an identifier that makes no slug stops the import`(id: String) throws {
        #expect(try mistakes(of: .modelsDev, entry("", id: id)).count == 1)
    }

    @Test func `an identifier that is too long, and one that cannot be a slug, are refused`() throws
    {
        let long = String(repeating: "a", count: 201)
        #expect(
            try mistakes(of: .modelsDev, entry("", id: long)).first?.hasSuffix("bad-identifier")
                == true)
    }

    @Test(arguments: ["\"litellm_provider\": \"\"", "\"litellm_provider\": 7", "", "\"mode\": 1"])
    func `an entry without a provider stops the import`(members: String) throws {
        #expect(try mistakes(of: .liteLLM, "{\"m\": {\(members)}}").count == 1)
    }

    @Test func `a list of the other form is refused, not taken as empty`() throws {
        #expect(try mistakes(of: .modelsDev, "{\"m\": {\"litellm_provider\": \"p\"}}").count == 1)
        #expect(try mistakes(of: .liteLLM, entry("")).count == 1)
    }

    @Test func `deep nesting, long texts and long lists are refused quickly`() throws {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(try mistakes(of: .modelsDev, deep) == ["list.json:1:33  not-json"])
        let long = "{\"a\": \"" + String(repeating: "x", count: 10_000_000) + "\"}"
        #expect(try mistakes(of: .modelsDev, long) == ["list.json:1:7  not-json"])
    }

    @Test func `a list that is too long is refused`() throws {
        let folder = try WorkingFolder()
        let day = try #require(CalendarDate("2026-11-20"))
        let list = PriceList(
            form: .modelsDev, name: "l", url: nil, asOf: day, retrieved: day,
            bytes: Data(repeating: 0x20, count: PriceList.byteLimit + 1))
        let failure = #expect(throws: FactProblems.self) {
            try ImportPlan(list, into: folder.path)
        }
        #expect(failure?.problems.map(\.code) == [.tooLarge])
    }

    @Test func `a mistake names line, column and key`() throws {
        let text =
            "{\n \"p\": {\"name\": \"P\",\n  \"models\": {\"m\": {\"reasoning\": \"no\"}}}\n}"
        #expect(
            try mistakes(of: .modelsDev, text) == ["list.json:3:33 p.models.m.reasoning wrong-type"]
        )
    }

    @Test func `a broken entry that is not asked for does not matter`() throws {
        #expect(try mistakes(of: .modelsDev, cost("-1"), only: ["other"]).isEmpty)
    }

    @Test func `a truncated list is refused at every byte`() throws {
        let bytes = Array(entry("\"cost\": {\"input\": 0.4}, \"name\": \"M\\u00fc\"").utf8)
        for count in 0..<bytes.count {
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            #expect(try mistakes(of: .modelsDev, text).count == 1, "\(count)")
        }
    }

    @Test func `a list of bytes that are no text is refused`() throws {
        let folder = try WorkingFolder()
        let day = try #require(CalendarDate("2026-11-20"))
        let bytes = Data("{\"a\": \"".utf8) + [0xFF, 0xC0] + Data("\"}".utf8)
        let list = PriceList(
            form: .modelsDev, name: "l", url: nil, asOf: day, retrieved: day, bytes: bytes)
        let failure = #expect(throws: FactProblems.self) {
            try ImportPlan(list, into: folder.path)
        }
        #expect(failure?.problems.map(\.code) == [.notJSON])
        #expect(try folder.contents().isEmpty)
    }
}

extension String {
    /// The column in `file:line:column …`.
    fileprivate var column: String {
        String(split(separator: " ").first?.split(separator: ":").last ?? "")
    }
}
