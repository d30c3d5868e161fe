import Arena
import Testing

struct TagTests {
    @Test func `a tag is found by its words, whatever their case, accents or width`() throws {
        let tag = try #require(Tag("support", words: ["ticket", "carte bancaire", "Café"]))
        for prompt in [
            "Close the TICKET.", "Ma carte  bancaire ne marche pas", "a cafe in Rome", "ｔｉｃｋｅｔ?",
        ] {
            #expect(tag.applies(to: ["Hello", prompt]), "\(prompt)")
        }
        for prompt in ["Tickets to Rome", "carte routière, compte bancaire", "", "thicket"] {
            #expect(!tag.applies(to: [prompt]), "\(prompt)")
        }
    }

    @Test(arguments: ["", "Support", "a b", "ü", String(repeating: "a", count: 33)])
    func `a tag's name is of small letters, digits and dashes`(name: String) {
        #expect(Tag(name, words: ["x"]) == nil)
        #expect(Arena.Category(rawValue: "tag-" + name) == nil)
    }

    @Test func `a tag without a word is none`() {
        #expect(Tag("support", words: []) == nil)
        #expect(Tag("support", words: ["?"]) == nil)
    }

    @Test func `tags stand after the other categories and among those of a battle`() throws {
        let tag = try #require(Tag("long-words", words: ["scattering"]))
        #expect(tag.category.rawValue == "tag-long-words")
        #expect(tag.category.name == "long words")
        #expect(Arena.Category(rawValue: "tag-long-words") == tag.category)
        #expect(([tag.category] + Arena.Category.allCases).sorted().last == tag.category)
        #expect(Arena.Category(rawValue: "nonsense") == nil)
        #expect(!tag.category.isLanguage)
    }
}
