import Arena
import Assets
import Foundation
import Pages
import Phrases
import Ratings
import Testing

@Suite struct EveryPageTests {
    static func pages() throws -> [(name: String, page: any Page)] {
        let voted = try Samples.battle(.voted, outcome: .a)
        let hostile = Samples.turn(
            2, prompt: Samples.hostile, a: Samples.reply(Samples.hostile),
            b: Samples.reply(Samples.hostile))
        let hostileVoted = try Samples.battle(
            .voted, turns: [hostile], outcome: .bothBad,
            names: [Samples.hostile, Samples.hostile])
        var pages: [(name: String, page: any Page)] = [
            ("prompt", PromptPage()),
            ("prompt refused", PromptPage(draft: Samples.hostile, problem: Samples.said)),
            ("no board", LeaderboardPage(nil, minimumVotes: 30)),
            ("board", try BoardSamples.page(Samples.board(try board()))),
            ("hostile board", try BoardSamples.hostile()),
            ("not found", ProblemPage.notFound),
            (
                "problem",
                ProblemPage(
                    status: 503, title: Samples.said, detail: Samples.said,
                    keptText: Samples.hostile, reference: Samples.hostile, retryAfter: 5)
            ),
            ("methodology", BoardSamples.methodology),
            ("guarded methodology", BoardSamples.guardedMethodology),
            ("registry", RegistryPage(try RegistrySamples.book())),
            ("tested board", try BoardSamples.tested()),
            ("privacy", Samples.privacy),
            (
                "accessibility",
                TextPage(.accessibility, path: "/accessibility", origin: "https://a.example")
            ),
            (
                "data",
                TextPage(
                    .data(DataHoldings(votes: 1_800, models: 6, asOf: Samples.now)), path: "/data",
                    origin: "https://a.example")
            ),
            (
                "near",
                ProblemPage(
                    status: 404, title: "t", detail: "d",
                    nearest: [.init(name: Samples.hostile, path: "/models/x")])
            ),
            ("no own votes", MyVotesPage()), ("erase", ErasePage()),
            ("erased", ErasedPage(Erasure(battles: 3, votes: 1, pools: [.real]))),
            ("own votes", try OwnSamples.page()),
        ]
        for state in BattleState.allCases where state != .voted {
            let battle = try Samples.battle(state, turns: [Samples.turn(), hostile])
            let page = BattlePage(
                battle: battle.blind(under: LinkVeil()), streamKey: Samples.hostile,
                problem: Samples.said)
            pages.append(("battle \(state)", page))
        }
        for judge in ["one", "looked", "new"] {
            let own: Judgement? =
                judge == "new" ? nil : Judgement(judge == "one" ? .a : nil, at: Samples.now)
            let shared = SharedBattle(
                hostileVoted, under: LinkVeil(), for: VoterID(), own: own, all: [])
            pages.append(("shared \(judge)", AudiencePage(try #require(shared))))
        }
        pages.append(("reported", ReportedPage(hostileVoted.id)))
        for battle in [voted, hostileVoted] {
            let reveal = try #require(battle.reveal)
            pages.append(
                (
                    "reveal",
                    RevealPage(
                        battle: battle.blind(under: LinkVeil()), reveal: reveal,
                        snapshot: try board(),
                        minimumVotes: 30)
                ))
        }
        return pages
    }

    static func board() throws -> Snapshot {
        Samples.snapshot([
            try Samples.standing(Samples.hostile, 1_100), try Samples.standing("Birch"),
            try Samples.standing("Elm", 900, votes: 12),
            try Samples.standing("Fir", component: 1), try Samples.standing("Oak", component: 1),
        ])
    }

    static func documents() throws -> [(name: String, text: String)] {
        try pages().map { name, page in
            (name, page.document(in: Samples.context(path: "/" + name)).text)
        }
    }

    @Test func `every page is balanced and has one main heading, all landmarks and no jumps`()
        throws
    {
        for (name, text) in try Self.documents() {
            let markup = Markup(text)
            #expect(markup.unbalanced == [], "\(name)")
            #expect(markup.all("h1").count == 1, "\(name)")
            for landmark in ["header", "main", "footer"] {
                #expect(!markup.all(landmark).isEmpty, "\(name): \(landmark)")
            }
            #expect(markup.all("html").first?.attributes["lang"] == "en")
            let levels = markup.tags.filter {
                !$0.isClosing && ["h1", "h2", "h3"].contains($0.name)
            }
            .compactMap { Int($0.name.dropFirst()) }
            for (one, next) in zip(levels, levels.dropFirst()) {
                #expect(next <= one + 1, "\(name): h\(one) is followed by h\(next)")
            }
        }
    }

    @Test func `no page has a script, a style or a handler of its own`() throws {
        for (name, text) in try Self.documents() {
            let markup = Markup(text)
            #expect(markup.all("script").count == 1, "\(name)")
            #expect(markup.all("script").first?.attributes["src"] == Asset.script.path)
            #expect(markup.all("style").isEmpty && markup.values(of: "style").isEmpty, "\(name)")
            #expect(markup.all("img").isEmpty, "\(name)")
            let keys = Set(markup.tags.flatMap(\.attributes.keys))
            #expect(keys.filter { $0.hasPrefix("on") } == [], "\(name)")
        }
    }

    @Test func `every label, description and heading that is pointed at is there, once`() throws {
        for (name, text) in try Self.documents() {
            let markup = Markup(text)
            let identifiers = markup.values(of: "id")
            #expect(Set(identifiers).count == identifiers.count, "\(name): \(identifiers)")
            for attribute in ["for", "aria-labelledby", "aria-describedby"] {
                let targets = markup.values(of: attribute).flatMap { $0.split(separator: " ") }
                for target in targets {
                    #expect(identifiers.contains(String(target)), "\(name): \(target)")
                }
            }
            for area in markup.all("textarea") {
                let id = try #require(area.attributes["id"])
                #expect(markup.values(of: "for").contains(id), "\(name)")
            }
        }
    }

    @Test func `every form that changes something is sent by POST and carries the token`() throws {
        for (name, text) in try Self.documents() {
            for part in text.components(separatedBy: "<form").dropFirst() {
                let form = part.components(separatedBy: "</form>")[0]
                if form.contains("method=\"dialog\"") { continue }
                if form.contains("method=\"get\" action=\"/") {
                    #expect(!form.contains("name=\"token\""), "\(name)")
                    continue
                }
                #expect(form.contains("method=\"post\" action=\"/"), "\(name)")
                #expect(form.contains("name=\"token\" value=\"tok-en\""), "\(name)")
            }
        }
    }

    @Test func `hostile text stays text in every position`() throws {
        for (name, text) in try Self.documents() {
            #expect(!text.contains("<script>alert"), "\(name)")
            #expect(!text.contains("<img"), "\(name)")
            #expect(!text.utf8.contains(0), "\(name)")
        }
        let hostile = try Self.documents().filter { $0.text.contains("&lt;script&gt;alert(1)") }
        #expect(hostile.count > 8)
    }

    @Test func `in practice every page says so, and else none does`() throws {
        for (name, page) in try Self.pages() {
            let practice = page.document(in: Samples.context(isPractice: true)).text
            #expect(practice.contains("<strong>Practice.</strong>"), "\(name)")
            #expect(practice.contains("<title>Practice · "), "\(name)")
            let real = page.document(in: Samples.context()).text
            #expect(!real.contains("class=\"practice\""), "\(name)")
        }
    }

    @Test func `the same value gives the same bytes`() throws {
        let page = try BoardSamples.page(Samples.board(try Self.board()))
        let context = Samples.context()
        #expect(page.document(in: context).bytes == page.document(in: context).bytes)
    }
}
