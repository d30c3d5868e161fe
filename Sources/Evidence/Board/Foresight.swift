import Arena
import Charts
import Ratings

/// How well the ratings of earlier votes foretold later ones.
///
/// The votes are parted by number into ten blocks. Each of the last five is foretold by the method
/// of the board from all blocks before it, so that no vote helps to foretell itself.
struct Foresight {
    private var bins = [Bin](repeating: Bin(), count: 10)

    private struct Bin {
        var votes = 0
        var predicted = 0.0
        var points = 0.0
    }

    /// Fewer votes are not parted.
    private static let fewest = 100

    /// Reads the votes of a pool up to a number. Linear in the votes, and five fits.
    init(of pool: Pool, upTo last: Int64, in store: any Store) async throws(ArenaError) {
        let cuts = (5...10).map { last * Int64($0) / 10 }
        var known = try await store.tally(of: pool, after: 0, upTo: cuts[0])
        guard known.votes >= Self.fewest / 2 else { return }
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            let later = try await store.tally(of: pool, after: start, upTo: end)
            if let rated = try? BoardFit(known, warmStart: nil) { judge(rated.fit, by: later) }
            guard (try? known.add(later)) != nil else { return }
        }
    }

    /// The figure of what was foretold.
    var plot: CalibrationPlot {
        CalibrationPlot(
            bins: bins.filter { $0.votes > 0 }.map { bin in
                let count = Double(bin.votes)
                let ends = Interval.wilson(Int(bin.points.rounded()), of: bin.votes)
                return CalibrationPlot.Bin(
                    predicted: bin.predicted / count, observed: bin.points / count,
                    low: ends.low, high: ends.high, votes: bin.votes)
            })
    }

    /// Adds the votes on each pair to the bin of the favourite's predicted share.
    private mutating func judge(_ fit: Fit, by later: Tally) {
        for pair in later.pairs where pair.votes > 0 {
            let names = (later.contenders[pair.first], later.contenders[pair.second])
            guard let i = fit.index(of: names.0), let j = fit.index(of: names.1),
                let share = fit.expectedShare(i, j)
            else { continue }
            let seen = share >= 0.5 ? pair : pair.swapped
            let favoured = max(share, 1 - share)
            let place = min(Int((favoured - 0.5) * 20), bins.count - 1)
            bins[place].votes += seen.votes
            bins[place].predicted += favoured * Double(seen.votes)
            bins[place].points += Double(seen.firstWins) + Double(seen.draws) / 2
        }
    }
}
