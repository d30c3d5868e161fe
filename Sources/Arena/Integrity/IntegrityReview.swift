package import Ratings

import struct Foundation.Date

/// The votes of one voter on drawn pairs, in the order they were cast.
package struct VoterVotes: Equatable, Sendable {
    /// Who.
    package let voter: VoterID
    /// His votes.
    package let votes: [PatternVote]
    /// The battles he could have voted on and did not.
    package let left: [LeftBattle]

    /// A voter's votes, and what he left without one.
    package init(_ voter: VoterID, votes: [PatternVote], left: [LeftBattle] = []) {
        self.voter = voter
        self.votes = votes
        self.left = left
    }
}

/// What voters did, and the votes that count, as of one instant: a vote that counts to the one and not
/// to the other would be taken out of what is expected without having been in it.
package struct VotePatterns: Equatable, Sendable {
    /// The voters.
    package let voters: [VoterVotes]
    /// All votes that count.
    package let counted: CountedVotes

    /// Voters beside the votes that count.
    package init(voters: [VoterVotes], counted: CountedVotes) {
        self.voters = voters
        self.counted = counted
    }
}

/// Looks at all voters, one by one and in groups, for votes that no honest voter would cast so.
///
/// A group are voters whose first votes fell within an hour, as it begins every half hour, or were on
/// the same prompt. Of a group that is found only those are, whose own votes speak for it.
package struct IntegrityReview: Sendable {
    /// The fewest voters of a group.
    private static let leastVoters = 5
    /// The fewest votes on a contender before its battles are looked at.
    private static let leastVotes = 100

    /// The most rounds of looking anew without those who were found.
    private static let rounds = 5

    private let tally: Tally

    /// A review against the votes that count.
    package init(_ tally: Tally) {
        self.tally = tally
    }

    /// Who is found, each once; nobody while there are too few votes to know what to expect.
    ///
    /// What is expected is fitted without the votes of those found, and everybody is looked at
    /// again, until the same are found twice: else votes that were bought would make honest ones
    /// look strange.
    package func findings(among voters: [VoterVotes]) -> [(voter: VoterID, found: Suspicion)] {
        var found: [VoterID: Suspicion] = [:]
        for _ in 0..<Self.rounds {
            let suspects = voters.filter { found[$0.voter] != nil }
            guard let model = model(without: suspects.flatMap(\.votes)) else { break }
            let selection = SelectionScreen(voters.filter { found[$0.voter] == nil })
            let next = findings(among: voters, against: model, and: selection)
            let isSettled = Set(next.keys) == Set(found.keys)
            found = next
            if isSettled { break }
        }
        return found.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value) }
    }

    private func findings(
        among voters: [VoterVotes], against model: TieFit, and selection: SelectionScreen
    ) -> [VoterID: Suspicion] {
        let (screen, together) = (VoterScreen(model), GroupScreen(model))
        var found: [VoterID: Suspicion] = [:]
        for voter in voters {
            found[voter.voter] =
                screen.finding(of: voter.votes) ?? selection.finding(of: voter)
        }
        let rest = voters.filter { found[$0.voter] == nil }
        let members = rest.map { together.member($0.votes) }
        for all in Self.groups(of: rest) {
            let group = all.filter { found[rest[$0].voter] == nil }
            let chosen = group.map { rest[$0] }
            if let one = together.finding(in: group.map { members[$0] }) {
                for place in one.members { found[chosen[place].voter] = one.found }
            }
            for (voter, one) in Self.findings(in: chosen, by: selection) where found[voter] == nil {
                found[voter] = one
            }
        }
        return found
    }

    /// What is expected when these votes are left out; `nil` where too few are left.
    private func model(without votes: [PatternVote]) -> TieFit? {
        var taken = Tally()
        for vote in votes where vote.isCounted {
            try? taken.add(vote.outcome, between: vote.left, and: vote.right)
        }
        let known = Set(tally.contenders.filter { tally.votes(of: $0) >= Self.leastVotes })
        var rest = Tally()
        for pair in tally.pairs {
            let (one, two) = (tally.contenders[pair.first], tally.contenders[pair.second])
            guard known.contains(one), known.contains(two) else { continue }
            for outcome in Outcome.allCases {
                let count =
                    pair.count(of: outcome) - (taken.pair(one, two)?.count(of: outcome) ?? 0)
                if count > 0 { try? rest.add(outcome, between: one, and: two, count: count) }
            }
        }
        return try? Davidson(prior: 2).fit(rest)
    }

    private static func findings(
        in group: [VoterVotes], by screen: SelectionScreen
    ) -> [(VoterID, Suspicion)] {
        guard let found = screen.finding(ofGroup: group), let contender = found.contender else {
            return []
        }
        return group.filter { screen.isChosen(contender, by: $0) }.map { ($0.voter, found) }
    }

    /// The places of the voters of each group.
    private static func groups(of voters: [VoterVotes]) -> [[Int]] {
        var groups: [String: [Int]] = [:]
        for (place, voter) in voters.enumerated() {
            guard let first = voter.votes.first else { continue }
            let half = Int64((first.castAt.timeIntervalSince1970 / 1800).rounded(.down))
            for start in [half - 1, half] { groups["hour \(start)", default: []].append(place) }
            if let prompt = first.prompt { groups["prompt \(prompt)", default: []].append(place) }
        }
        return groups.sorted { $0.key < $1.key }.map(\.value).filter { $0.count >= leastVoters }
    }
}

extension Tally {
    /// Votes on one contender.
    fileprivate func votes(of name: String) -> Int {
        pairs.reduce(0) { sum, pair in
            guard name == contenders[pair.first] || name == contenders[pair.second] else {
                return sum
            }
            return sum + Outcome.allCases.reduce(0) { $0 + pair.count(of: $1) }
        }
    }
}
