import Foundation

/// Finds voters who vote where one contender plays and leave other battles without a vote.
///
/// The share of somebody's votes that fall on a contender is compared with the contender's share of
/// the battles shown to him, by an exact test. That a whole crowd leaves some contender's battles
/// more often, as those of a slow one, is taken into account. Only too many votes are looked at:
/// who leaves one contender's battles may just be impatient, and who votes only where it wins is
/// seen by his votes.
package struct SelectionScreen: Sendable {
    /// What chance a voter may have whose votes are no selection; divided by the contenders shown.
    private static let tail = 5e-4
    /// The same for a group.
    private static let groupTail = 5e-5
    /// What chance a member of a group that is found must have for its own votes, at most.
    private static let ownTail = 0.05
    /// Battles that odds of the crowd are drawn towards 1 with.
    private static let shrinkage = 10.0
    /// The odds that a crowd is believed to have, either way.
    private static let mostOdds = 3.0
    /// Fewer votes of a group are not looked at.
    private static let leastGroupVotes = 4 * VoterScreen.leastVotes

    private let crowd: [String: Share]
    private let whole: Share
    private let members: Set<VoterID>

    /// How often battles are voted on.
    private struct Share {
        var voted = 0
        var left = 0

        mutating func add(_ other: Share, times factor: Int = 1) {
            voted += factor * other.voted
            left += factor * other.left
        }
    }

    /// How often a voter votes, where each contender plays and in all.
    private struct Choice {
        let voter: VoterID
        var each: [String: Share] = [:]
        var whole = Share()

        init(_ voter: VoterVotes) {
            self.voter = voter.voter
            for vote in voter.votes {
                for name in [vote.left, vote.right] { each[name, default: Share()].voted += 1 }
            }
            for battle in voter.left {
                for name in [battle.left, battle.right] { each[name, default: Share()].left += 1 }
            }
            whole = Share(voted: voter.votes.count, left: voter.left.count)
        }

        func count(with contender: String) -> SelectionCount {
            let own = each[contender] ?? Share()
            return SelectionCount(
                shown: whole.voted + whole.left, shownWith: own.voted + own.left,
                votes: whole.voted, votesWith: own.voted)
        }
    }

    /// A screen against how these voters choose what to vote on.
    package init(_ crowd: [VoterVotes]) {
        var shares: [String: Share] = [:]
        var whole = Share()
        for voter in crowd {
            let choice = Choice(voter)
            for (name, share) in choice.each { shares[name, default: Share()].add(share) }
            whole.add(choice.whole)
        }
        self.crowd = shares
        self.whole = whole
        members = Set(crowd.map(\.voter))
    }

    /// What is found in one voter's choice; `nil` for nothing.
    package func finding(of voter: VoterVotes) -> Suspicion? {
        let seen = voter.seen
        guard !seen.votes.isEmpty, !seen.left.isEmpty else { return nil }
        return finding(in: [seen], below: Self.tail)
    }

    /// What is found in the choice of several voters together; `nil` for nothing.
    package func finding(ofGroup voters: [VoterVotes]) -> Suspicion? {
        let choosing = voters.map(\.upToLast).filter { !$0.votes.isEmpty && !$0.left.isEmpty }
        guard choosing.reduce(0, { $0 + $1.votes.count }) >= Self.leastGroupVotes else {
            return nil
        }
        return finding(in: choosing, below: Self.groupTail)
    }

    /// Whether a voter's own choice of battles speaks for a contender, as it does by chance for one
    /// honest voter in 20.
    package func isChosen(_ contender: String, by voter: VoterVotes) -> Bool {
        tail(for: contender, of: [Choice(voter.upToLast)]).upper < Self.ownTail
    }

    private func finding(in voters: [VoterVotes], below limit: Double) -> Suspicion? {
        let choices = voters.map(Choice.init)
        let names = Set(choices.flatMap(\.each.keys))
        // One vote on a contender is never too many.
        let found = names.filter { name in
            choices.reduce(0) { $0 + ($1.each[name]?.voted ?? 0) } > 1
        }.map { (name: $0, chance: tail(for: $0, of: choices).upper) }
            .min { ($0.chance, $0.name) < ($1.chance, $1.name) }
        guard let found, found.chance < limit / Double(names.count) else { return nil }
        let votes = voters.reduce(0) { $0 + $1.votes.count }
        return Suspicion(
            detector: .selective, figure: found.chance, votes: votes, contender: found.name,
            shown: voters.reduce(votes) { $0 + $1.left.count })
    }

    private func tail(for contender: String, of choices: [Choice]) -> SelectionTail {
        var tail = SelectionTail()
        for choice in choices {
            tail.add(
                choice.count(with: contender), odds: odds(for: contender, without: choice))
        }
        return tail
    }

    /// The odds of the others' voting where the contender plays, against those where it does not.
    private func odds(for contender: String, without choice: Choice) -> Double {
        var (each, rest) = (crowd[contender] ?? Share(), whole)
        if members.contains(choice.voter) {
            each.add(choice.each[contender] ?? Share(), times: -1)
            rest.add(choice.whole, times: -1)
        }
        rest.add(each, times: -1)
        let numbers = [each.voted, rest.left, each.left, rest.voted]
            .map { Double(max(0, $0)) + Self.shrinkage }
        let odds = numbers[0] * numbers[1] / (numbers[2] * numbers[3])
        return min(Self.mostOdds, max(1 / Self.mostOdds, odds))
    }
}

extension VoterVotes {
    /// The votes that are looked at, by ``VoterScreen/step(_:)``, and what was left before the last.
    fileprivate var seen: VoterVotes {
        VoterVotes(
            voter, votes: Array(votes.prefix(VoterScreen.step(votes.count))), left: left
        ).upToLast
    }

    /// Without what was left after the last vote, which may yet be voted on.
    fileprivate var upToLast: VoterVotes {
        guard let last = votes.last?.castAt else { return VoterVotes(voter, votes: []) }
        return VoterVotes(voter, votes: votes, left: left.filter { $0.openedAt < last })
    }
}
