import Ratings
import Testing

/// Data and reference values: dustalov/evalica `food.csv`; dustalov/llmfao
/// `crowd-comparisons.csv`, CC BY 4.0 (Dmitry Ustalov); martj42/international_results, CC0. The
/// `exact` columns come from a Newton solver in Python with a gradient below 1e-12.
@Suite struct `Agreement with reference ratings` {
    @Test(arguments: ["food", "llmfao_crowd"])
    func `ratings agree with the exact optimum to a millionth of a point`(_ name: String) throws {
        let fit = try BradleyTerry().fit(Tally(Fixture("\(name).votes").votes()))
        let exact = try Fixture("\(name).bt").column("exact")
        #expect(exact.count == fit.ratings.count)
        #expect(largestDifference(fit, exact) { $0.points } < 1e-6)
        #expect(fit.ratings.allSatisfy { $0.standing == .bounded })
        #expect(fit.gradient < 1e-9)
    }

    @Test(arguments: ["food", "llmfao_crowd"])
    func `sandwich interval ends agree to a millionth of a point`(_ name: String) throws {
        let fit = try BradleyTerry().fit(Tally(Fixture("\(name).votes").votes()))
        try expectIntervals(fit, name, "exact_noreg", within: 1e-6)
    }

    @Test(arguments: ["food", "llmfao_crowd"])
    func `with arena-rank's ridge on the Hessian its interval comes out`(_ name: String) throws {
        let tally = try Tally(Fixture("\(name).votes").votes())
        let fit = try BradleyTerry(hessianRidge: 1e-5 * Double(tally.votes)).fit(tally)
        try expectIntervals(fit, name, "exact_reg", within: 1e-4)
    }

    @Test(arguments: ["food", "llmfao_crowd"])
    func `arena-rank's re-weighting is a weighted tally`(_ name: String) throws {
        let tally = try Tally(Fixture("\(name).votes").votes())
        let weighted = try WeightedTally(tally) { 1 / Double(max($0.votes, 50)) }
        let fit = try BradleyTerry(hessianRidge: 1e-5).fit(weighted)
        let exact = try Fixture("\(name).bt_ci").column("exact_reweighted")
        #expect(largestDifference(fit, exact) { $0.points } < 1e-6)
        try expectIntervals(fit, name, "exact_reweighted", within: 1e-4)
    }

    @Test func `the unbounded teams of football move no other team`() throws {
        let fit = try BradleyTerry().fit(Fixture("football_intl.tally").tally())
        let exact = try Fixture("football_intl.bt").column("exact")
        let circle = try Fixture("football_intl.counts").column("strong_component")
        #expect(fit.components.count == 2)
        #expect(exact.count == 316)
        for rating in fit.ratings {
            let bounded = circle[rating.contender] == 14
            #expect(rating.standing == .bounded ? bounded : rating.standing.isUnbounded)
            #expect(rating.points.isFinite && rating.standardError.isFinite)
            guard let expected = exact[rating.contender] else { continue }
            #expect(abs(rating.points - expected) < 1e-6)
        }
    }

    private func expectIntervals(
        _ fit: Fit, _ name: String, _ column: String, within tolerance: Double
    ) throws {
        let reference = try Fixture("\(name).bt_ci")
        let low = try reference.column("\(column)_lower")
        let high = try reference.column("\(column)_upper")
        #expect(largestDifference(fit, low) { $0.interval.low } < tolerance)
        #expect(largestDifference(fit, high) { $0.interval.high } < tolerance)
    }

    private func largestDifference(
        _ fit: Fit, _ reference: [String: Double], _ value: (Rating) -> Double
    ) -> Double {
        fit.ratings.map { abs(value($0) - (reference[$0.contender] ?? .infinity)) }.max() ?? 0
    }
}
