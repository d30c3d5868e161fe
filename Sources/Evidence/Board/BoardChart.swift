import Arena
package import Charts
import Foundation
import Ratings

/// The figures that a snapshot and its votes give, ready to be drawn.
struct BoardChart: Sendable {
    let expected: ExpectedShares
    let observed: ObservedShares
    let battles: BattleCounts
    let averages: AverageShares
    let graph: BattleGraph
    let places: RankMatrix

    /// The figures of the contenders on the snapshot. O(rows³), for the average shares' errors and
    /// the draws of places.
    init(
        snapshot: Snapshot, tally: Tally, minimumVotes: Int,
        places: RankMatrix = RankMatrix(rows: [])
    ) {
        let rows = snapshot.rows
        let models = GridModels(names: rows.map(\.name), votes: rows.map(\.votes))
        let records = rows.indices.map { i in
            rows.indices.map { j in
                i == j
                    ? nil
                    : tally.pair(rows[i].contender.text, rows[j].contender.text)
            }
        }
        expected = ExpectedShares(
            models,
            cells: rows.indices.map { i in
                rows.indices.map { j in Self.expected(snapshot.gap(i, j), isSelf: i == j) }
            })
        observed = ObservedShares(
            models, cells: records.map { $0.map { $0.flatMap(Self.observed) } })
        battles = BattleCounts(models, counts: records.map { $0.map { $0?.votes ?? 0 } })
        averages = AverageShares(
            rows: rows.indices.compactMap {
                Self.average(of: $0, in: snapshot, minimumVotes)
            })
        graph = BattleGraph(
            nodes: rows.map {
                BattleGraph.Node(label: $0.name, votes: $0.votes, group: $0.component)
            },
            edges: rows.indices.flatMap { i in
                rows.indices.dropFirst(i + 1).map { j in
                    BattleGraph.Edge(one: i, other: j, battles: records[i][j]?.votes ?? 0)
                }
            })
        self.places = places
    }

    private static func expected(_ gap: Gap, isSelf: Bool) -> ExpectedShares.Cell? {
        guard gap.connected, !isSelf, gap.standardError.isFinite else { return nil }
        let ends = gap.expectedShareInterval
        return ExpectedShares.Cell(share: gap.expectedShare, low: ends.low, high: ends.high)
    }

    private static func observed(_ record: PairTally) -> ObservedShares.Cell? {
        guard record.decided > 0 else { return nil }
        let ends = HeadToHead(record).decidedInterval
        return ObservedShares.Cell(
            won: record.firstWins, lost: record.secondWins, low: ends.low, high: ends.high)
    }

    /// The average share with its interval by the delta method on the scale of log-odds, so that it
    /// stays between 0 and 1: s² = gᵀVg/(m(1 − m))² with the gradient g of the average m by the
    /// points of all.
    private static func average(
        of row: Int, in snapshot: Snapshot, _ minimumVotes: Int
    ) -> AverageShares.Row? {
        let own = snapshot.rows[row]
        let rivals = snapshot.rows.indices.filter {
            $0 != row && snapshot.rows[$0].component == own.component
        }
        guard !rivals.isEmpty else { return nil }
        let shares = rivals.map { snapshot.gap(row, $0).expectedShare }
        let mean = own.averageShare ?? shares.reduce(0, +) / Double(shares.count)
        guard mean > 0, mean < 1 else { return nil }
        let slopes = shares.map {
            $0 * (1 - $0) / Scale.pointsPerLogOdds / Double(shares.count)
        }
        let members = [row] + rivals
        let gradient = [slopes.reduce(0, +)] + slopes.map { -$0 }
        var variance = 0.0
        for (i, one) in members.enumerated() {
            for (j, other) in members.enumerated() {
                variance +=
                    gradient[i] * gradient[j]
                    * snapshot.covariance[one * snapshot.rows.count + other]
            }
        }
        let half = 1.959963984540054 * max(0, variance).squareRoot() / (mean * (1 - mean))
        let middle = log(mean / (1 - mean))
        return AverageShares.Row(
            label: own.name, share: mean, low: 1 / (1 + exp(half - middle)),
            high: 1 / (1 + exp(-half - middle)),
            isProvisional: own.isProvisional || own.votes < minimumVotes)
    }
}
