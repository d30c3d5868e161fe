import Crypto
package import Ratings

package import struct Foundation.Date

/// A fit for a board: plain where the votes bound every rating, else under a weak prior, so that a
/// small board is neither empty nor pretends.
package struct BoardFit: Sendable {
    /// Standard deviation of the weak prior, in log-odds: two contenders drawn from it differ by
    /// less than 485 points in 95 of 100 cases.
    package static let weakPrior = 1.0

    /// The fit shown.
    package let fit: Fit
    /// The tally it was made from.
    let tally: Tally
    /// The prior used, if any.
    let prior: Double?

    /// Fits a tally.
    package init(_ tally: Tally, warmStart: Fit?) throws(FitError) {
        let plain = try BradleyTerry().fit(tally, warmStart: warmStart)
        self.tally = tally
        if plain.ratings.contains(where: \.standing.isUnbounded) {
            prior = Self.weakPrior
            fit = try BradleyTerry(prior: Self.weakPrior).fit(tally)
        } else {
            prior = nil
            fit = plain
        }
    }

    /// The first 12 hexadecimal digits of the SHA-256 over method, prior and sorted counts.
    var name: String { tally.digest(of: "\(method)|\(prior.map { "\($0)" } ?? "-")") }

    /// Method and interval, by name and version.
    var method: String {
        BradleyTerry.method + (prior == nil ? " sandwich" : " weak prior")
    }
}

extension Tally {
    /// The first 12 hexadecimal digits of the SHA-256 over a line of words and the sorted counts.
    func digest(of words: String) -> String {
        var hash = SHA256()
        hash.update(data: Array((words + "\n").utf8))
        let lines = pairs.map { pair in
            let counts = [pair.firstWins, pair.secondWins, pair.ties, pair.bothBad]
            let (first, second) = (contenders[pair.first], contenders[pair.second])
            return first < second
                ? "\(first)|\(second)|\(counts)"
                : "\(second)|\(first)|\([counts[1], counts[0], counts[2], counts[3]])"
        }
        for line in lines.sorted() { hash.update(data: Array((line + "\n").utf8)) }
        return RandomText.hex(hash.finalize().prefix(6))
    }
}

extension Snapshot {
    /// The snapshot of a fit, rows by component, then best first.
    package init(
        _ rated: BoardFit, pool: Pool, asOf: Date, lastSequence: Int64,
        names: [ContenderID: String]
    ) {
        self.init(
            rated.fit, id: rated.name, method: rated.method, prior: rated.prior,
            votes: rated.tally.votes, pool: pool, asOf: asOf, lastSequence: lastSequence,
            names: names)
    }

    /// The snapshot of a style-adjusted fit, rows by component, then best first.
    package init(
        _ rated: StyledBoardFit, pool: Pool, asOf: Date, lastSequence: Int64,
        names: [ContenderID: String]
    ) {
        self.init(
            rated.found.fit, id: rated.name, method: rated.method, prior: rated.prior,
            votes: rated.tally.votes, pool: pool, asOf: asOf, lastSequence: lastSequence,
            names: names, style: rated.effects)
    }

    private init(
        _ fit: Fit, id: String, method: String, prior: Double?, votes: Int, pool: Pool,
        asOf: Date, lastSequence: Int64, names: [ContenderID: String],
        style: [StyleEffect]? = nil
    ) {
        let order = fit.ratings.indices.sorted { one, other in
            let (left, right) = (fit.ratings[one], fit.ratings[other])
            return left.component != right.component
                ? left.component < right.component : left.points > right.points
        }
        self.init(
            id: id, pool: pool, asOf: asOf, votes: votes, lastSequence: lastSequence,
            method: method, prior: prior, rounds: fit.rounds, gradient: fit.gradient,
            rows: order.compactMap { Standing(fit, at: $0, names: names) },
            covariance: order.flatMap { row in order.map { fit.covariance[row, $0] } },
            style: style)
    }
}

extension Standing {
    fileprivate init?(_ fit: Fit, at index: Int, names: [ContenderID: String]) {
        let rating = fit.ratings[index]
        guard let contender = ContenderID(rating.contender) else { return nil }
        let places = fit.rankRange(index)
        self.init(
            contender: contender, name: names[contender] ?? contender.text,
            rating: rating.points, low: rating.interval.low, high: rating.interval.high,
            rankLow: places.lowerBound, rankHigh: places.upperBound,
            component: rating.component, isProvisional: rating.standing.isUnbounded,
            votes: rating.record.votes, wins: rating.record.wins, losses: rating.record.losses,
            ties: rating.record.ties, bothBad: rating.record.bothBad,
            averageShare: fit.averageShare(index))
    }
}
