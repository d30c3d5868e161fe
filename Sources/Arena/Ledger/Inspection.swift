package import Ratings

/// What was found when everything that is stored was held against everything else.
package struct Inspection: Codable, Equatable, Sendable {
    /// One rule, and whether it holds.
    package struct Finding: Codable, Equatable, Sendable {
        /// What was looked at, a stable word.
        package let check: String
        /// Whether it is in order.
        package let isSound: Bool
        /// The first vote that is not, where one can be named.
        package let sequence: Int64?
        /// What was found, in words.
        package let detail: String

        /// A finding in order.
        package static func sound(_ check: String, _ detail: String) -> Finding {
            Finding(check: check, isSound: true, sequence: nil, detail: detail)
        }

        /// A finding that is not.
        package static func broken(
            _ check: String, at sequence: Int64? = nil, _ detail: String
        ) -> Finding {
            Finding(check: check, isSound: false, sequence: sequence, detail: detail)
        }
    }

    /// How many votes there are.
    package var votes: Int64
    /// The newest vote's receipt; `nil` without a vote.
    package var newest: VoteReceipt?
    /// The number of the last vote that was acknowledged, as the anchor has it; `nil` without one.
    package var anchorSequence: Int64?
    /// Losses that an operator accepted.
    package var acceptedLosses: Int
    /// Everything that was looked at, in order.
    package var findings: [Finding]

    /// An inspection with nothing looked at yet.
    package init(
        votes: Int64, newest: VoteReceipt?, anchorSequence: Int64?, acceptedLosses: Int,
        findings: [Finding] = []
    ) {
        self.votes = votes
        self.newest = newest
        self.anchorSequence = anchorSequence
        self.acceptedLosses = acceptedLosses
        self.findings = findings
    }

    /// Whether all is in order.
    package var isSound: Bool { findings.allSatisfy(\.isSound) }

    /// The first vote that is not in order, where one can be named.
    package var firstBadSequence: Int64? { findings.compactMap(\.sequence).min() }
}

extension Snapshot {
    /// How far the ratings are from those computed anew from a tally, in points; `nil` when they
    /// were made from other counts.
    ///
    /// - Throws: `FitError` for a tally that has no ratings.
    package func deviation(from tally: Tally) throws(FitError) -> Double? {
        let again = Snapshot(
            try BoardFit(tally, warmStart: nil), pool: pool, asOf: asOf,
            lastSequence: lastSequence, names: [:])
        guard again.id == id, again.rows.count == rows.count else { return nil }
        let fresh = Dictionary(again.rows.map { ($0.contender, $0.rating) }) { first, _ in first }
        return rows.map { row in
            fresh[row.contender].map { abs($0 - row.rating) } ?? .infinity
        }.max() ?? 0
    }
}
