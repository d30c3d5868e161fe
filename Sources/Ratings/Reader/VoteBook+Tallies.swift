extension VoteBook {
    /// The votes counted for each pair.
    ///
    /// O(pairs).
    /// - Throws: `TallyError.tooManyVotes`.
    public func tally() throws(TallyError) -> Tally {
        var tally = Tally()
        for name in contenders { try tally.register(name) }
        for cell in counts.cells {
            try tally.add(cell.outcome, first: cell.a, second: cell.b, count: cell.count)
        }
        return tally
    }

    /// The votes counted for each pair and side, model a being the left, of contenders in `kept`
    /// only.
    ///
    /// O(pairs).
    /// - Throws: `TallyError.tooManyVotes`.
    public func sidedTally(of kept: Set<String>) throws(TallyError) -> SidedTally {
        let names = contenders
        let isKept = names.map(kept.contains)
        var tally = SidedTally()
        for cell in counts.cells where isKept[cell.a] && isKept[cell.b] {
            try tally.add(
                cell.outcome, left: names[cell.a], right: names[cell.b], count: cell.count)
        }
        return tally
    }

    /// The votes counted for each voter, of contenders in `kept` only.
    ///
    /// O(votes). Without ``VoteReading/Details/voter`` all votes are of unknown voters.
    /// - Throws: `TallyError.tooManyVotes`.
    public func voterTally(of kept: Set<String>) throws(TallyError) -> VoterTally {
        let names = contenders
        let voterNames = voterNames.names
        var tally = VoterTally()
        for (place, vote) in keptVotes(of: kept) {
            let voter = voters.isEmpty ? SlabVotes.unsigned : voters[place]
            try tally.add(
                vote.verdict, between: names[Int(vote.a)], and: names[Int(vote.b)],
                by: voter == SlabVotes.unsigned ? nil : voterNames[Int(voter)])
        }
        return tally
    }

    /// The votes with the style of both replies, of contenders in `kept` only.
    ///
    /// O(votes). Empty without ``VoteReading/Details/style``.
    /// - Throws: `TallyError.badFeature`, `.tooManyVotes`.
    public func styledVotes(of kept: Set<String>) throws(TallyError) -> StyledVotes {
        let names = contenders
        var votes = StyledVotes(features: StyleObject.features)
        guard !styles.isEmpty else { return votes }
        votes.reserve(entries.count)
        var indices = [Int](repeating: -1, count: names.count)
        for (place, vote) in keptVotes(of: kept) {
            let (a, b) = (Int(vote.a), Int(vote.b))
            if indices[a] < 0 { indices[a] = try votes.register(names[a]) }
            if indices[b] < 0 { indices[b] = try votes.register(names[b]) }
            try votes.add(
                vote.verdict, first: indices[a], second: indices[b],
                style: styles[place].lowHalf, against: styles[place].highHalf)
        }
        return votes
    }

    /// The votes weighted by the inverse of the probability with which their pair was drawn, of
    /// contenders in `kept` only; `weighting` counts how many weights it cut.
    ///
    /// O(votes). Empty without ``VoteReading/Details/probability``.
    /// - Throws: `TallyError.badWeight`, `.tooManyVotes`.
    public func weightedTally(
        of kept: Set<String>, weighting: inout InversePropensity
    ) throws(TallyError) -> WeightedTally {
        let names = contenders
        var tally = WeightedTally()
        guard !probabilities.isEmpty else { return tally }
        for (place, vote) in keptVotes(of: kept) {
            try tally.add(
                vote.verdict, between: names[Int(vote.a)], and: names[Int(vote.b)],
                weight: weighting.weight(of: probabilities[place]))
        }
        return tally
    }

    /// Records the votes one after the other, of contenders in `kept` only.
    ///
    /// O(votes). Nothing is recorded unless some detail, as the order, was kept.
    /// - Throws: nothing for votes read from a file.
    public func elo(of kept: Set<String>, start: Elo = Elo()) throws(TallyError) -> Elo {
        let names = contenders
        var elo = start
        for (_, vote) in keptVotes(of: kept) {
            try elo.record(vote.verdict, between: names[Int(vote.a)], and: names[Int(vote.b)])
        }
        return elo
    }

    private func keptVotes(
        of kept: Set<String>
    ) -> some Sequence<(offset: Int, element: SlabVotes.Entry)> {
        let isKept = contenders.map(kept.contains)
        return entries.enumerated().lazy.filter { isKept[Int($0.1.a)] && isKept[Int($0.1.b)] }
    }
}

extension SlabVotes.Entry {
    /// The outcome.
    var verdict: Outcome { Outcome.allCases[Int(outcome)] }
}
