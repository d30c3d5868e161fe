import Foundation
import Pages
import Phrases
import Testing

/// What the French catalogue must hold.
@Suite struct FrenchTests {
    @Test func `every phrase of every page has its French`() throws {
        let french = try #require(Phrasebooks().book(for: "fr")).markingGaps
        var gaps: Set<String> = []
        let admin = try AdminPagesTests.pages().map { $0.page as any Page }
        let facts = ComparePickerTests.pages.map { $0 as any Page }
        for page in try EveryPageTests.pages().map(\.page) + admin + facts {
            for isPractice in [true, false] {
                let context = Samples.context(isPractice: isPractice, say: french)
                let text = page.document(in: context).text
                let found = text.matches(of: /⟦([^⟧]*)⟧/).map {
                    String($0.1).replacing("❴", with: "{").replacing("&#39;", with: "'")
                }
                // Some samples have words of their own where pages have phrases.
                gaps.formUnion(found.filter { !$0.contains("&lt;") && $0.count > 1 })
            }
        }
        if let file = ProcessInfo.processInfo.environment["ARENA_GAPS_FILE"] {
            try gaps.sorted().joined(separator: "\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(gaps.sorted() == [])
    }

    @Test func `what readers are told of data, privacy and access is French throughout`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        let texts = [
            TextDocument.accessibility, .data(DataHoldings()),
            .privacy(PrivacyTerms(isPractice: true)), .privacy(PrivacyTerms(isPractice: false)),
        ]
        for text in texts {
            let page = TextPage(text, path: "/text", origin: "https://arena.example")
            let markup = page.main(in: Samples.context(say: french)).text
                .replacing(#"<td lang="en" dir="ltr"><a href="/api/v1/exports/"#, with: "")
            let english = markup.matches(of: /lang="en"[^>]*>([^<]*)/).map { String($0.1) }
            // Names of files stand in a table as they are.
            #expect(
                english.filter {
                    !["votes", "battles", "ratings", "CSV", "JSON Lines"].contains($0)
                }
                    == [], "\(text.title)")
        }
    }

    @Test func `a translation keeps the parts and the markup of its phrase`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        for key in french.keys {
            let words = french.text(key)
            for pattern in [/\{\w+\}/, /<\/?\w+/] {
                let expected = key.matches(of: pattern).map { String($0.output) }.sorted()
                #expect(
                    words.matches(of: pattern).map { String($0.output) }.sorted() == expected,
                    "\(key)")
            }
        }
    }
}
