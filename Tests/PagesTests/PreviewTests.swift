import Pages
import Phrases
import Testing

/// What other sites show beside a link.
@Suite struct PreviewTests {
    /// The lines that other sites read.
    private func lines(_ page: any Page, in say: Phrasebook) -> [String] {
        let text = page.document(in: Samples.context(say: say)).text
        return text.split(separator: "\n").map(String.init).filter {
            $0.contains("property=\"og:") || $0.contains("name=\"twitter:")
                || $0.contains("name=\"description\"")
        }
    }

    @Test func `a link to a battle shows nothing of it, before the vote and after`() throws {
        let french = try #require(Phrasebooks().book(for: "fr"))
        for say in [Phrasebook.english, french] {
            let any = lines(PromptPage(), in: say)
            #expect(any.contains { $0.contains("og:title\" content=\"Blind Arena\"") })
            #expect(any.contains { $0.contains("og:image\"") })
            let battles = try EveryPageTests.pages().map(\.page).filter {
                $0 is BattlePage || $0 is RevealPage || $0 is AudiencePage
            }
            #expect(battles.count > 5)
            for page in battles { #expect(lines(page, in: say) == any) }
        }
        #expect(lines(PromptPage(), in: french) != lines(PromptPage(), in: .english))
    }
}
