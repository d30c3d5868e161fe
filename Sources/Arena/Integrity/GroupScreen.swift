import Foundation
package import Ratings

/// Finds voters of a group who vote for, or against, one contender wherever it plays.
///
/// A hypothesis says which contender, which way, what share π of the group are in it, and how often
/// they vote so whatever the answers are. Under it a voter's votes are λ times as likely as an honest
/// one's, and the group's are Π (1 − π + πλ) times as likely. The evidence is the mean over all
/// hypotheses. For an honest group it is a martingale with mean 1, so that at most one group in
/// ``threshold`` ever reaches it, however often one looks (Ville 1939). Honest voters in a group that
/// was bought weaken the evidence little and are not found with it: who is found, is by his own votes.
package struct GroupScreen: Sendable {
    /// What one voter's votes say.
    package struct Member: Sendable {
        /// How many votes.
        let votes: Int
        /// ln λ by contender seen, in the lanes of ``zeal``.
        let leans: [String: SIMD4<Double>]

        /// ln λ; 0 for a contender that was not seen. Not so large that a power of e is not finite.
        fileprivate func lean(_ contender: String, _ lane: Int) -> Double {
            min(GroupScreen.mostLean, leans[contender]?[lane] ?? 0)
        }
    }

    /// Evidence above which a group is found.
    private static let threshold = 1000.0
    /// The fewest members that are found together: one by himself is looked at by himself.
    private static let leastMembers = 3
    /// The chance to be in it above which a member is found.
    private static let leastChance = 0.9
    /// The most that the share of a group tells against a member: whoever says nothing by his own
    /// votes would else be found with nine in ten of the others.
    private static let mostPrior = 0.5
    private static let shares = [0.1, 0.3, 0.6, 0.9]
    /// How often they vote so: half of the time and nearly always, for it and against it.
    private static let zeal = SIMD4(0.5, 0.9, 0.5, 0.9)
    private static let mostLean = 500.0

    private let model: TieFit

    /// One contender, way, zeal and share.
    private struct Hypothesis {
        let contender: String
        let lane: Int
        let share: Double
        /// ln of how much more likely it makes the group's votes.
        let evidence: Double
    }

    /// A screen against what this model expects.
    package init(_ model: TieFit) {
        self.model = model
    }

    /// What somebody's votes say under each hypothesis about a contender he has seen.
    package func member(_ votes: [PatternVote]) -> Member {
        var leans: [String: SIMD4<Double>] = [:]
        for vote in votes.prefix(VoterScreen.mostVotes) {
            guard let chances = model.chances(vote.left, vote.right) else { continue }
            let (left, right) = (1 / max(chances.a, 1e-6), 1 / max(chances.b, 1e-6))
            // How much likelier the outcome is when it is sure to be for the left, and for the right.
            let (forLeft, forRight) = (
                vote.outcome == .a ? left : 0, vote.outcome == .b ? right : 0
            )
            add(SIMD4(forLeft, forLeft, forRight, forRight), to: &leans[vote.left, default: .zero])
            add(SIMD4(forRight, forRight, forLeft, forLeft), to: &leans[vote.right, default: .zero])
        }
        return Member(votes: votes.count, leans: leans)
    }

    /// What is found in a group, and the places of the members in it; `nil` for nothing.
    package func finding(in group: [Member]) -> (found: Suspicion, members: [Int])? {
        let seen = Set(group.flatMap(\.leans.keys)).sorted()
        let tried = seen.flatMap { hypotheses(on: $0, in: group) }
        guard let best = tried.max(by: { $0.evidence < $1.evidence }) else { return nil }
        // A contender that nobody has seen adds evidence of 1.
        let unseen = Double((model.places.count - seen.count) * 4 * Self.shares.count)
        let sum = tried.reduce(unseen * exp(-best.evidence)) {
            $0 + exp($1.evidence - best.evidence)
        }
        let evidence = best.evidence + log(sum / (unseen + Double(tried.count)))
        let prior = min(best.share, Self.mostPrior)
        let members = group.indices.filter {
            let odds = prior * exp(group[$0].lean(best.contender, best.lane))
            return odds / (1 - prior + odds) >= Self.leastChance
        }
        guard evidence > log(Self.threshold), members.count >= Self.leastMembers else { return nil }
        let found = Suspicion(
            detector: .cohort, figure: exp(min(evidence, Self.mostLean)),
            votes: group.reduce(0) { $0 + $1.votes }, contender: best.contender)
        return (found, members)
    }

    private func add(_ certain: SIMD4<Double>, to lean: inout SIMD4<Double>) {
        let ratio = 1 - Self.zeal + Self.zeal * certain
        lean += SIMD4(log(ratio[0]), log(ratio[1]), log(ratio[2]), log(ratio[3]))
    }

    private func hypotheses(on contender: String, in group: [Member]) -> [Hypothesis] {
        (0..<4).flatMap { lane in
            let ratios = group.map { exp($0.lean(contender, lane)) }
            return Self.shares.map { share in
                Hypothesis(
                    contender: contender, lane: lane, share: share,
                    evidence: ratios.reduce(0) { $0 + log(1 - share + share * $1) })
            }
        }
    }
}
