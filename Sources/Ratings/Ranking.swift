extension Fit {
    /// The places a contender may hold in its component: from 1 + the number that are better with
    /// certainty, to the number that are not surely worse, itself among them.
    ///
    /// Surely better is P ≥ (1 + level)/2, 0.975 at 0.95, from the gap of each pair; intervals of
    /// single ratings are never compared. O(component).
    public func rankRange(_ i: Int) -> ClosedRange<Int> {
        let certain = (1 + parameters.level) / 2
        let rivals = components[ratings[i].component].members.filter { $0 != i }
        var lower = 1
        var upper = rivals.count + 1
        for rival in rivals {
            let better = gap(i, rival).pBetter
            if better >= certain { upper -= 1 }
            if 1 - better >= certain { lower += 1 }
        }
        return lower...upper
    }

    /// The rank as LMArena prints it: 1 + the number of contenders of the component whose
    /// interval lies wholly above this one's.
    public func lmArenaRank(_ i: Int) -> Int {
        let high = ratings[i].interval.high
        return 1
            + components[ratings[i].component].members.count {
                ratings[$0].interval.low > high
            }
    }

    /// The probability of each rank for each contender of a component, from draws of the normal
    /// distribution with the fit's points and covariance.
    ///
    /// O(draws·n² + n³); the same seed gives the same digits.
    public func rankProbabilities(
        component: Int = 0, draws: Int = 10_000, seed: UInt64 = 1
    ) -> RankProbabilities {
        guard components.indices.contains(component) else {
            return RankProbabilities(members: [], draws: 0)
        }
        let members = components[component].members
        return RankProbabilities(
            members: members, points: members.map { ratings[$0].points },
            covariance: covariance.part(members), draws: draws, seed: seed)
    }
}

/// How probable each rank is for each contender of a component.
public struct RankProbabilities: Sendable, Equatable {
    /// The contenders' indices in the fit, by falling points: the rows.
    public let members: [Int]
    /// Entry (i, r) is the probability that `members[i]` has rank r + 1.
    public private(set) var shares: SquareMatrix
    private let draws: Int

    init(members: [Int], draws: Int) {
        self.members = members
        self.draws = draws
        shares = SquareMatrix(count: members.count)
    }

    /// The probabilities for contenders with these points and this covariance, in points², from
    /// draws of their normal distribution; `members` are what the rows stand for.
    ///
    /// O(draws·n² + n³); the same seed gives the same digits.
    public init(
        members: [Int], points: [Double], covariance: SquareMatrix, draws: Int = 10_000,
        seed: UInt64 = 1
    ) {
        self.init(members: members, draws: max(1, draws))
        let factor = covariance.semidefiniteFactor()
        var random = Random(seed: seed)
        for _ in 0..<max(1, draws) {
            let noise = points.map { _ in random.normal() }
            let drawn = points.indices.map { i in
                (0...i).reduce(points[i]) { $0 + factor[i, $1] * noise[$1] }
            }
            count(drawn)
        }
    }

    /// The probability that a contender, by its index in the fit, has a rank from 1 on; 0 for one
    /// of another component.
    public func probability(of contender: Int, rank: Int) -> Double {
        guard let row = members.firstIndex(of: contender), members.indices.contains(rank - 1)
        else { return 0 }
        return shares[row, rank - 1]
    }

    fileprivate mutating func count(_ drawn: [Double]) {
        let order = drawn.indices.sorted { drawn[$0] > drawn[$1] }
        for (rank, row) in order.enumerated() { shares[row, rank] += 1 / Double(draws) }
    }
}
