import Foundation
import Phrases
import Testing

/// Words that are made before a language is known.
struct SayingTests {
    private func french(_ phrases: String) throws -> Phrasebook {
        try Phrasebook(
            catalogue: Data(
                """
                {"code": "fr", "name": "Français", "decimal": ",", "grouping": "\u{202F}",
                 "phrases": {"{n}%": "{n}\u{202F}%", "${n}": "{n} $", "more than {n}": "plus de {n}",
                 \(phrases)}}
                """.utf8))
    }

    @Test func `parts go where the translation has them`() throws {
        let who = "Aspen"
        let saying: Saying = "Of \(12), \(who) won \(percent: "2.5")."
        #expect(saying.english == "Of 12, Aspen won 2.5%." && saying.key == "Of {1}, {2} won {3}.")
        let book = try french(#""Of {1}, {2} won {3}.": "{2} : {3} sur {1}.""#)
        #expect(book.text(saying) == "Aspen : 2,5\u{202F}% sur 12." && book.speaks(saying))
        #expect(Phrasebook.english.text(saying) == saying.english)
    }

    @Test func `a saying in a saying is translated by itself`() throws {
        let inner: Saying = "both bad"
        let outer: Saying = "They are \(inner)."
        let book = try french(#""both bad": "mauvaises", "They are {1}.": "Elles sont {1}.""#)
        #expect(book.text(outer) == "Elles sont mauvaises.")
        #expect(outer.english == "They are both bad.")
    }

    @Test func `what has no translation is said in English, and known to be`() throws {
        let book = try french(#""x": "y""#)
        let saying: Saying = "Nobody knows \("Birch")."
        #expect(book.text(saying) == "Nobody knows Birch." && !book.speaks(saying))
        let name = "Birch"
        let bare: Saying = "\(name)"
        #expect(book.speaks(bare) && Phrasebook.english.speaks(saying))
        #expect(book.text(Saying(phrase: "{1} vs {2}")) == "{1} vs {2}")
    }

    @Test func `numbers choose their plural form`() throws {
        let book = try french(#""{n} votes": {"one": "{n} vote", "other": "{n} votes"}"#)
        let count = { (number: Int) in Saying.count(number, "{n} vote", "{n} votes") }
        #expect(book.text(count(0)) == "0 vote" && count(0).english == "0 votes")
        #expect(book.text(count(1_800)) == "1\u{202F}800 votes")
    }

    @Test func `a number of English is written in the language's digits, and nothing else`() throws
    {
        let book = try french(#""x": "y""#)
        let written = [
            "1,047,576": "1\u{202F}047\u{202F}576", "−$1.20": "−1,20 $", "55–63%": "55–63\u{202F}%",
            "more than 99%": "plus de 99\u{202F}%", "±20": "±20", "0.46 ¢": "0,46 ¢",
            "+13.9": "+13,9", "1.05M": "1,05M", "3:1": "3:1", "gpt-4.1": "gpt-4.1", "–": "–",
        ]
        for (english, french) in written {
            #expect(book.numeral(english) == french, "\(english)")
            #expect(Phrasebook.english.numeral(english) == english)
        }
    }
}
