import Arena
import Catalogue
import Foundation
import Testing

/// What a request can cost, and what the ceilings let pass.
@Suite struct BudgetTests {
    @Test func `the worst case is every byte a token and the longest answer`() throws {
        let aspen = try contender("aspen", input: "0.40", output: "1.60", most: 100)
        let prompt = [Message(.user, "Grüße")]
        // 7 bytes of UTF-8, and 16 tokens around each of three: the whole, the instruction, the text.
        #expect(aspen.mostTokens(of: prompt) == 7 + 48)
        let worst = try #require(aspen.worstCase(of: prompt))
        let tokens: Int64 = 55 * 400_000 + 100 * 1_600_000
        #expect(worst.picodollars == tokens)
        let dear = try contender("birch", input: "999999", output: "999999", most: 1_000_000_000)
        #expect(dear.worstCase(of: prompt)?.picodollars == .max)
        #expect(try Samples.contender("cedar").worstCase(of: prompt) == nil)
    }

    @Test func `a refused or unsent request costs nothing, one that was cut may`() {
        let bill = { (kind: ReplyFault.Kind, bytes: Int) in Bill(ReplyFault(kind), after: bytes) }
        for kind in [ReplyFault.Kind.unreachable, .insecure, .connectTimeout] {
            #expect(bill(kind, 0) == .unsent)
        }
        for kind in [ReplyFault.Kind.rateLimited, .unavailable, .unauthorized, .refused] {
            #expect(bill(kind, 0) == .unsent)
            #expect(bill(kind, 9) == .cut(bytes: 9))
        }
        for kind in [ReplyFault.Kind.cancelled, .brokeOff, .stalled, .totalTimeout, .empty] {
            #expect(bill(kind, 0) == .cut(bytes: 0))
        }
    }

    @Test func `each ceiling holds: of all, of a provider, of a voter, by day and by minute`()
        throws
    {
        let one = try money("1.00")
        let nothing = Held()
        let claim = try self.claim(one)
        let cases: [(Budget, Held)] = [
            (Budget(Ceilings(day: one)), held { $0.all[.day] = self.pico(1) }),
            (Budget(Ceilings(minute: one)), held { $0.all[.minute] = self.pico(1) }),
            (
                Budget(byProvider: ["paid": Ceilings(day: one)]),
                held { $0.byProvider["paid"] = [.day: self.pico(1)] }
            ),
            (
                Budget(byProvider: ["paid": Ceilings(minute: one)]),
                held { $0.byProvider["paid"] = [.minute: self.pico(1)] }
            ),
            (Budget(perVoter: Ceilings(day: one)), held { $0.voter[.day] = self.pico(1) }),
            (Budget(perVoter: Ceilings(minute: one)), held { $0.voter[.minute] = self.pico(1) }),
        ]
        for (budget, full) in cases {
            #expect(budget.isLimited)
            try budget.admit([claim], margins: [:], beside: nothing, at: Samples.time)
            #expect(throws: ArenaError.self) {
                try budget.admit([claim], margins: [:], beside: full, at: Samples.time)
            }
        }
        let other = Budget(byProvider: ["other": Ceilings(day: one)])
        try other.admit([claim, claim], margins: [:], beside: nothing, at: Samples.time)
        #expect(throws: ArenaError.self) {
            try Budget(Ceilings(day: one)).admit(
                [claim, claim], margins: [:], beside: nothing, at: Samples.time)
        }
        #expect(!Budget().isLimited)
    }

    @Test func `a refusal says when the span that is full ends`() throws {
        let moment = Date(timeIntervalSince1970: 86_400 * 20_000 + 3_725)
        let claim = try claim(try money("2.00"))
        let opens = { (budget: Budget) -> Date? in
            do throws(ArenaError) {
                try budget.admit([claim], margins: [:], beside: Held(), at: moment)
                return nil
            } catch .budgetUsed(let opens) {
                return opens
            } catch {
                return .distantPast
            }
        }
        let one = try money("1.00")
        #expect(opens(Budget(Ceilings(day: one))) == moment + (86_400 - 3_725))
        #expect(opens(Budget(Ceilings(minute: one))) == moment + 55)
        #expect(opens(Budget()) == nil)
    }

    @Test func `what must be free for whoever might play refuses alike whoever does`() throws {
        let budget = Budget(byProvider: ["dear": Ceilings(day: try money("0.50"))])
        let (cheap, none): (Claim, [Claim]) = (try claim(pico(5)), [])
        for claims in [[cheap], none] {
            #expect(throws: ArenaError.self) {
                try budget.admit(
                    claims, margins: ["dear": try money("0.60")], beside: Held(),
                    at: Samples.time)
            }
        }
    }

    @Test func `without a price only the free play under a ceiling, unless it is allowed`() throws {
        let (unpriced, practice) = (
            try Samples.contender("aspen"), try Samples.contender("birch", pool: .practice)
        )
        let day = Ceilings(day: try money("1.00"))
        #expect(Budget(day).isUnpriced(unpriced))
        #expect(!Budget().isUnpriced(unpriced))
        #expect(!Budget(day, unpriced: .allow).isUnpriced(unpriced))
        #expect(!Budget(day, freeProviders: ["local"]).isUnpriced(unpriced))
        #expect(!Budget(day).isUnpriced(practice))
    }

    @Test(arguments: [
        ("http://127.0.0.1:11434/v1", true), ("http://localhost/v1", true),
        ("http://[::1]:8080/v1", true), ("https://LOCALHOST", true),
        ("http://127.0.0.1@evil.example/v1", false), ("http://127.0.0.1.evil.example", false),
        ("https://api.example/127.0.0.1", false), ("https://api.example", false),
    ])
    func `a provider on this machine is free, a look-alike is not`(address: String, isFree: Bool) {
        let provider = { (free: Bool?) in
            ProviderSettings(name: "p", wireProtocol: .openai, baseURL: address, free: free)
        }
        #expect(provider(nil).isFree == isFree)
        #expect(provider(true).isFree && !provider(false).isFree)
    }

    private func held(_ change: (inout Held) -> Void) -> Held {
        var held = Held()
        change(&held)
        return held
    }

    private func pico(_ amount: Int64) -> Money { Money(picodollars: amount) }

    private func money(_ text: String) throws -> Money { try #require(Money(decimal: text)) }

    private func claim(_ worst: Money) throws -> Claim {
        Claim(
            ReplyPlace(BattleID(), turn: 1, side: .a), voter: VoterID(), provider: "paid",
            contender: try #require(ContenderID("aspen")), worst: worst)
    }

    private func contender(
        _ name: String, input: String, output: String, most: Int
    ) throws -> Contender {
        Contender(
            id: try #require(ContenderID(name)), provider: "paid", upstreamModel: "u",
            settings: Sampling(maxTokens: most),
            price: Price(input: try money(input), output: try money(output)))
    }
}
