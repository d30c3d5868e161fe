import Arena
import Assets
import Catalogue
import Foundation
import Pages
import Phrases
import Ratings
import Testing

/// The admin side's pages: hostile names in every place where somebody may write.
@Suite struct AdminPagesTests {
    static func pages() throws -> [(name: String, page: any AdminPage)] {
        let (hostile, said) = (Samples.hostile, Samples.said)
        let id = try #require(ContenderID("aspen"))
        let contender = Contender(
            id: id, name: hostile, provider: hostile, upstreamModel: hostile)
        let day = Date(timeIntervalSince1970: 1_800_000_000)
        let invitation = { (number: Int64, revoked: Date?) in
            Invitation(
                number: number, name: hostile, madeAt: day, expiresAt: day + 60, uses: 2, joined: 1,
                revokedAt: revoked)
        }
        let session = AdminSession(
            number: 3, digest: "d", name: hostile, openedAt: day, expiresAt: day + 60)
        let vote = ListedVote(
            sequence: 7,
            vote: Vote(battle: BattleID(), voter: VoterID(), outcome: .bothBad, castAt: day),
            pool: .practice, kind: .control, contenders: Sides(a: id, b: id), seconds: 2.5,
            words: 40, uncounted: "self_named")
        var figures = DayFigures()
        figures.sides = DayFigures.Decided(left: 90, right: 60)
        figures.controls = DayFigures.Decided(left: 9, right: 1)
        figures.controlVotes = 12
        figures.spend = Spend([hostile: Money(picodollars: 5_000_000_000_000)])
        let budget = Budget(Ceilings(day: Money(picodollars: 5_000_000_000_000)))
        let entry = AuditEntry(
            at: day, author: hostile, action: .contenderChanged, subject: hostile, before: hostile,
            after: hostile, note: hostile)
        var filter = VoteFilter()
        filter.contender = id
        filter.hour = 500_000
        return [
            ("enter", AdminEntryPage(code: hostile)), ("no link", AdminEntryPage(code: "")),
            (
                "overview",
                OverviewPage(
                    figures: figures, budget: budget, snapshot: try EveryPageTests.board(),
                    inPlay: 1, access: .invited)
            ),
            (
                "connections",
                ConnectionsPage(
                    [
                        (
                            Connection(
                                name: hostile, wireProtocol: "openai", baseURL: hostile, key: .set),
                            [hostile]
                        )
                    ],
                    result: (hostile, .failed(.unauthorized, seconds: 1.25)))
            ),
            (
                "contenders",
                ContendersPage(
                    [.init(contender, state: ContenderState(.paused), votes: 4)],
                    versions: try RegistrySamples.book().entries)
            ),
            ("pairing", PairingPage(PairingPolicy(controlShare: 0.025), minimumVotes: 30)),
            (
                "votes",
                VotesPage(
                    [.init(vote, voter: hostile)], filter: filter, contenders: [contender], next: 7)
            ),
            ("no votes", VotesPage([], filter: VoteFilter(), contenders: [], next: nil)),
            (
                "bursts",
                BurstsPage(
                    [
                        .init(
                            Burst(voter: VoterID(), hour: 500_000, votes: 9, counted: 8, last: 7),
                            voter: hostile)
                    ], least: 5)
            ),
            (
                "budgets",
                BudgetsPage(
                    budget: budget,
                    totals: [.day: [hostile: LedgerTotal(spent: Money(picodollars: 5))]],
                    ledger: [
                        LedgerLine(
                            day: day, provider: hostile, contender: id, requests: 3,
                            reserved: .zero, reported: Money(picodollars: 1), estimated: .zero)
                    ], providers: [hostile], unpriced: [hostile])
            ),
            (
                "integrity",
                IntegrityPage(
                    [
                        .init(
                            NotedSuspicion(
                                number: 3, voter: VoterID(),
                                found: Suspicion(
                                    detector: .favourite, figure: 1e-6, votes: 40,
                                    contender: hostile), note: hostile, at: day,
                                decision: .open, lastVote: 7), voter: hostile)
                    ], next: 3, rules: IntegrityRules(),
                    influence: InfluenceFigures(voters: 2, votes: 5))
            ), ("no integrity", IntegrityPage([], rules: nil)),
            (
                "fits",
                FitsPage(
                    [
                        SnapshotLine(
                            id: hostile, pool: .real, asOf: day, lastSequence: 9, votes: 9)
                    ], newest: hostile)
            ),
            (
                "people",
                PeoplePage(
                    invitations: [invitation(2, nil), invitation(1, day)], sessions: [session],
                    own: 2, access: .invited, now: day, link: hostile, problem: Samples.said)
            ),
            (
                "reports",
                ReportsPage(
                    try [true, false].map { isOpen in
                        NumberedReport(
                            number: 1,
                            report: try Report(
                                of: BattleID(), as: .other, note: hostile, at: day),
                            isShared: isOpen, closedAt: isOpen ? nil : day)
                    })
            ),
            ("audit", AuditPage([NumberedEntry(number: 9, entry: entry)], next: 9)),
            (
                "confirm",
                ConfirmPage(
                    said, in: .votes, changes: [.init(said, from: said, to: said)],
                    sentences: [said], fields: [("was", hostile)],
                    reasons: [("operator", said)], asksNote: true, button: said)
            ),
        ]
    }

    @Test func `every admin page is balanced, headed once, and keeps out of search engines`()
        throws
    {
        for (name, page) in try Self.pages() {
            let markup = Markup(page.document(in: Samples.context(path: "/admin")).text)
            #expect(markup.unbalanced == [], "\(name)")
            #expect(markup.all("h1").count == 1, "\(name)")
            #expect(markup.values(of: "content").contains("noindex"), "\(name)")
            #expect(markup.all("th").allSatisfy { $0.attributes["scope"] == "col" || $0.isClosing })
            let identifiers = markup.values(of: "id")
            #expect(Set(identifiers).count == identifiers.count, "\(name)")
            #expect(markup.values(of: "style").isEmpty && markup.all("style").isEmpty, "\(name)")
        }
    }

    @Test func `every form that changes something carries the token`() throws {
        for (name, page) in try Self.pages() {
            let text = page.document(in: Samples.context(path: "/admin")).text
            for part in text.components(separatedBy: "<form").dropFirst() {
                let form = part.components(separatedBy: "</form>")[0]
                guard form.contains("method=\"post\""), !form.contains("/admin/enter") else {
                    continue
                }
                #expect(form.contains("name=\"token\" value=\"tok-en\""), "\(name)")
            }
        }
    }

    @Test func `hostile text stays text in every place`() throws {
        var seen = 0
        for (name, page) in try Self.pages() {
            let text = page.document(in: Samples.context(path: "/admin")).text
            #expect(!text.contains("<script>alert") && !text.contains("<img"), "\(name)")
            seen += text.contains("&lt;script&gt;alert(1)") ? 1 : 0
        }
        #expect(seen > 8)
    }

    @Test func `what looks wrong is said on the first page`() throws {
        let overview = try #require(try Self.pages().first { $0.name == "overview" }).page
        let text = overview.document(in: Samples.context(path: "/admin")).text
        #expect(text.contains("Fewer than two contenders are in play"))
        #expect(text.contains("budget is used up"))
        #expect(text.contains("Voters prefer one side"))
        // 90 of 150: Wilson 52.0% to 67.5% (Wilson 1927, z = 1.959964).
        #expect(text.contains("60.0% (52.0%–67.5%, Wilson)"), "\(text)")
        #expect(text.contains("an even chance lies outside"))
    }

    @Test func `the admin sheet is small and knows no left and right`() {
        let style = String(decoding: Asset.adminStylesheet.bytes, as: UTF8.self)
        #expect(style.utf8.count <= 6144)
        for word in ["margin-left", "padding-right", " left:", "@import", "url("] {
            #expect(!style.contains(word), "\(word)")
        }
    }

    @Test(arguments: Admission.allCases)
    func `an invitation's page has a button only while the link is open`(admission: Admission) {
        let page = JoinPage(admission, code: "AAAAAAAAAAAAAAAAAAAAAA")
        let text = page.document(in: Samples.context(path: "/join/x")).text
        #expect(Markup(text).unbalanced == [])
        #expect(text.contains("action=\"/join/AAAAAAAAAAAAAAAAAAAAAA\"") == (admission == .open))
        #expect(text.contains("lets nobody in") == (admission != .open))
    }

    @Test func `who may not vote is told so on every page`() {
        var context = Samples.context()
        #expect(
            !ProblemPage.notFound.document(in: context).text.contains("Voting is by invitation."))
        context.canVote = false
        #expect(
            ProblemPage.notFound.document(in: context).text.contains("Voting is by invitation."))
    }
}
