import Foundation
import Phrases
import Testing

@Suite struct PhrasebookTests {
    let french = Phrasebooks().book(for: "fr")

    @Test func `French comes with the program`() throws {
        let book = try #require(french)
        #expect(book.language.name == "Français")
        #expect(book.text("Leaderboard") == "Classement")
        #expect(book.figure("1,066.5 ± 20") == "1\u{202F}066,5 ± 20")
    }

    @Test func `a phrase that has no translation is said in English`() throws {
        #expect(
            try #require(french).text("Nobody wrote this, {name}", ["name": "Ada"])
                == "Nobody wrote this, Ada")
    }

    @Test func `parts are put in once, and a part that looks like a part is not`() {
        let text = Phrasebook.english.text(
            "{a} and {b}, {c}, {", ["a": "{b}", "b": "two"])
        #expect(text == "{b} and two, {c}, {")
    }

    @Test(arguments: [
        (0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (1_800, "1,800 votes"),
        (1_234_567, "1,234,567 votes"), (-5, "−5 votes"),
    ])
    func `numbers are grouped and choose their form`(number: Int, words: String) {
        #expect(Phrasebook.english.count(number, "{n} vote", "{n} votes") == words)
    }

    @Test func `a catalogue may have as many forms as its language`() throws {
        let book = try Phrasebook(
            catalogue: Data(
                """
                {"code": "pl", "name": "Polski", "phrases": {"{n} votes":
                 {"one": "{n} głos", "few": "{n} głosy", "many": "{n} głosów", "other": "{n} głosu"}}}
                """.utf8))
        let words = [1, 2, 5, 12, 22, 112].map { book.count($0, "{n} vote", "{n} votes") }
        #expect(
            words == ["1 głos", "2 głosy", "5 głosów", "12 głosów", "22 głosy", "112 głosów"])
    }

    @Test(arguments: [
        "{}", "[]", "{\"code\": \"xx\"}",
        "{\"code\": \"xx\", \"name\": \"X\", \"phrases\": {\"a\": {\"some\": \"b\"}}}",
        "{\"code\": \"xx\", \"name\": \"X\", \"phrases\": {\"a\": {\"one\": \"b\"}}}",
        "{\"code\": \"xx\", \"name\": \"X\", \"direction\": \"up\", \"phrases\": {}}",
    ])
    func `a catalogue with a fault is refused`(text: String) {
        #expect(throws: DecodingError.self) { try Phrasebook(catalogue: Data(text.utf8)) }
    }

    @Test(arguments: [
        ("fr", "fr"), ("fr-CA,en;q=0.8", "fr"), ("de, fr;q=0.5, en;q=0.6", "en"), ("", "en"),
        ("en;q=0, fr", "fr"), ("fr;q=0", "en"), ("*;;;q=x,,,", "en"), ("ar-XB, en-XA", "en"),
        ("de;q=0.9, fr; q=0.7, en;q=0.2", "fr"),
    ])
    func `the browser's wish is honoured as far as it can be`(field: String, code: String) {
        #expect(Phrasebooks().book(accepting: field).language.code == code)
    }

    @Test func `a language of the operator's stands beside the shipped ones`() throws {
        let book = try Phrasebook(
            catalogue: Data(
                #"{"code": "de", "name": "Deutsch", "phrases": {"Battle": "Duell"}}"#.utf8))
        let books = Phrasebooks(adding: [book])
        #expect(books.languages.map(\.code) == ["en", "de", "fr"])
        #expect(books.book(accepting: "de-AT").text("Battle") == "Duell")
    }

    @Test func `the disguises lengthen words and leave markup alone`() throws {
        let book = try #require(Phrasebooks().book(for: "en-XA"))
        #expect(
            book.text("Go <b class=\"a\">on</b>, {name} &amp; co", ["name": "ann"])
                == "[Gö <b class=\"a\">öñ</b>, ann &amp; çö···]")
        let mirrored = try #require(Phrasebooks().book(for: "ar-XB"))
        #expect(mirrored.language.direction == .rtl)
    }
}

@Suite struct CatalogueFileTests {
    @Test func `every file of the folder is a language to choose`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Phrases/Catalogues")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let codes = Phrasebooks().languages.map(\.code).filter { $0 != "en" }
        #expect(files.sorted() == codes.map { $0 + ".json" }.sorted())
    }
}
