import Arena
import Pages
import Phrases
import Testing

@Suite struct LayoutTests {
    @Test(arguments: [("/", "/"), ("/b/abc", "/"), ("/leaderboard", "/leaderboard")])
    func `the navigation marks where the reader is`(path: String, marked: String) {
        let text = Samples.privacy.document(in: Samples.context(path: path)).text
        let current = Markup(text).all("a").filter { $0.attributes["aria-current"] != nil }
        #expect(current.map { $0.attributes["href"] } == [marked])
    }

    @Test func `the foot tells the version and the ratings that stand`() {
        var context = Samples.context(path: "/privacy")
        let text = Samples.privacy.document(in: context).text
        #expect(
            text.contains("Version 0.1.0 · ratings as of <time datetime=\"2026-11-21T04:43:00Z\">"))
        #expect(text.contains("2026-11-21 04:43 UTC</time> (snapshot 41f0c29ab3d7)"))
        context.stamp = nil
        #expect(Samples.privacy.document(in: context).text.contains("no ratings yet"))
    }

    @Test func `the way back from the choice of colours is this page, escaped`() {
        let text = Samples.privacy.document(in: Samples.context(path: "/x\"><script>")).text
        #expect(text.contains("name=\"back\" value=\"/x&quot;&gt;&lt;script&gt;\""))
    }

    @Test func `a page that answers a form leads back to where it can be read`() throws {
        let battle = try Samples.battle(.ready)
        let page = BattlePage(
            battle: battle.blind(under: LinkVeil()), streamKey: "k", problem: "Too early.")
        let text = page.document(in: Samples.context(path: "/b/\(battle.id)/vote")).text
        #expect(text.contains("name=\"back\" value=\"/b/\(battle.id)\""))
        let prompt = PromptPage(draft: "x", problem: "y").document(in: Samples.context(path: "/b"))
        #expect(prompt.text.contains("name=\"back\" value=\"/\""))
    }

    @Test func `the skip link comes first and leads to the main part`() {
        let markup = Markup(Samples.privacy.document(in: Samples.context()).text)
        #expect(markup.all("a").first?.attributes["href"] == "#main")
        #expect(markup.all("main").first?.attributes["id"] == "main")
    }

    @Test func `a page that waits for a starting server asks again, one with kept text does not`() {
        let waiting = ProblemPage(status: 503, title: "t", detail: "d", retryAfter: 2)
        let kept = ProblemPage(
            status: 503, title: "t", detail: "d", keptText: "mine", retryAfter: 2)
        let refresh = "<meta http-equiv=\"refresh\" content=\"2\">"
        #expect(waiting.document(in: Samples.context()).text.contains(refresh))
        #expect(!kept.document(in: Samples.context()).text.contains(refresh))
        #expect(kept.document(in: Samples.context()).text.contains("mine</textarea>"))
    }
}
