import Foundation
import Ratings
import Testing

/// tatsu-lab/alpaca_eval, data CC BY-NC 4.0: read where it lies, never committed.
@Suite(.enabled(if: SharedData.folder != nil), .serialized)
struct `Agreement on data that is not committed` {
    @Test func `alpaca_eval's star of 103 contenders agrees with the exact optimum`() throws {
        let votes = try AlpacaVotes.all.get()
        let tally = votes.total
        let fit = try BradleyTerry().fit(tally)
        let ridged = try BradleyTerry(hessianRidge: 1e-5 * Double(tally.votes)).fit(tally)
        let exact = try reference("alpaca_eval.bt").column("exact")
        let bounds = try reference("alpaca_eval.bt_ci")
        let low = try bounds.column("exact_noreg_lower")
        let high = try bounds.column("exact_noreg_upper")
        let ridgedLow = try bounds.column("exact_reg_lower")
        #expect(fit.ratings.count == 103)
        for rating in fit.ratings {
            #expect(abs(rating.points - (exact[rating.contender] ?? .nan)) < 1e-6)
            #expect(abs(rating.interval.low - (low[rating.contender] ?? .nan)) < 1e-6)
            #expect(abs(rating.interval.high - (high[rating.contender] ?? .nan)) < 1e-6)
        }
        for rating in ridged.ratings {
            #expect(abs(rating.interval.low - (ridgedLow[rating.contender] ?? .nan)) < 1e-4)
        }
    }

    @Test func `alpaca_eval's tie models agree with the exact ones`() throws {
        let tally = try AlpacaVotes.all.get().total
        let table = try reference("alpaca_eval.ties")
        for (fit, column) in [
            (try Davidson().fit(tally), "davidson_exact"),
            (try RaoKupper().fit(tally), "raokupper_exact"),
        ] {
            let exact = try table.column(column)
            for place in fit.places {
                #expect(abs(place.points - (exact[place.contender] ?? .nan)) < 1e-5)
            }
        }
    }

    /// FastChat's penalty is 0.5·½‖·‖² on the sum of the loss, over coefficients and over
    /// strengths in units of ln 10.
    @Test func `FastChat's style control comes out with its penalty and scaling`() throws {
        let votes = try AlpacaVotes.oneMore.get()
        let strengths = 0.5 / (logarithm(10) * logarithm(10))
        let fit = try StyleControl(
            penalty: 0.5, strengthPenalty: strengths, scaling: .standardised
        ).fit(votes)
        let exact = try reference("alpaca_eval.style").column("exact_fc")
        let values = try reference("alpaca_eval.style_coef").column("exact_fc")
        for rating in fit.fit.ratings {
            #expect(abs(rating.points - (exact[rating.contender] ?? .nan)) < 1e-6)
        }
        for coefficient in fit.coefficients {
            #expect(abs(coefficient.value - (values[coefficient.name] ?? .nan)) < 1e-9)
        }
    }

    /// arena-rank weighs votes by 1/max(n, 50) of their pair unless told otherwise, scales by the
    /// population's deviation, and has its penalty on the mean loss, so on the sum N times that.
    @Test(arguments: [(1.0, "exact_ar"), (0, "exact_ar_no_l2")])
    func `arena-rank's style control comes out at its optimum`(
        penalty: Double, column: String
    ) throws {
        let votes = try AlpacaVotes.all.get()
        let fit = try StyleControl(
            penalty: penalty * Double(votes.count), scaling: .standardised, pairFloor: 50
        ).fit(votes)
        let exact = try reference("alpaca_eval.style").column(column)
        let values = try reference("alpaca_eval.style_coef").column(column)
        #expect(fit.fit.ratings.count == 103)
        for rating in fit.fit.ratings {
            #expect(abs(rating.points - (exact[rating.contender] ?? .nan)) < 1e-6)
        }
        for coefficient in fit.coefficients {
            #expect(abs(coefficient.value - (values[coefficient.name] ?? .nan)) < 1e-9)
        }
    }

    /// Coefficients of a dense Newton solver in numpy 2.4 on the same features.
    @Test func `without penalty the coefficients are those of a solver in numpy`() throws {
        let votes = try AlpacaVotes.all.get()
        let fit = try StyleControl(penalty: 0, scaling: .sampleStandardised).fit(votes)
        let expected = [1.03202029, 0.0662867, 0.22669393, 0.34810766]
        for (coefficient, value) in zip(fit.coefficients, expected) {
            #expect(abs(coefficient.value - value) < 1e-8)
        }
    }

    @Test func `online Elo in file order agrees on football and alpaca_eval`() throws {
        for name in ["football_intl", "alpaca_eval"] {
            var elo = Elo()
            try JSONLines.forEach(in: name) { vote in
                try elo.record(vote.outcome, between: vote.a, and: vote.b)
            }
            let exact = try reference("\(name).elo_k4").column("exact_loop")
            for (contender, points) in elo.points {
                #expect(abs(points - (exact[contender] ?? .nan)) < 1e-6)
            }
        }
    }

    private func reference(_ name: String) throws -> Fixture {
        let folder = try #require(SharedData.folder)
        return try Fixture(contentsOf: folder.appending(path: "reference/\(name).csv"))
    }
}

/// The votes of alpaca_eval with their style, read once.
private enum AlpacaVotes {
    static let all = Result { try read(.share) }
    static let oneMore = Result { try read(.shareOfOneMore) }

    private static func read(_ difference: StyleDifference) throws -> StyledVotes {
        var votes = StyledVotes(
            features: ["sum_assistant_tokens", "header_count", "list_count", "bold_count"],
            difference: difference)
        try JSONLines.forEach(in: "alpaca_eval") { vote in
            try votes.add(
                vote.outcome, between: vote.a, and: vote.b, style: vote.style("a"),
                against: vote.style("b"))
        }
        return votes
    }
}

/// One line of a vote file.
private struct VoteLine {
    let fields: [String: Any]

    var a: String { fields["model_a"] as? String ?? "" }
    var b: String { fields["model_b"] as? String ?? "" }

    var outcome: Outcome {
        switch fields["winner"] as? String {
        case "model_a": .a
        case "model_b": .b
        case "tie": .tie
        default: .bothBad
        }
    }

    func style(_ side: String) throws -> [Double] {
        let all = try #require(fields["conv_metadata"] as? [String: Any])
        let tokens = try #require(all["sum_assistant_\(side)_tokens"] as? Double)
        return [tokens]
            + ["header", "list", "bold"].map { kind in
                let counts = all["\(kind)_count_\(side)"] as? [String: Double] ?? [:]
                return counts.values.reduce(0, +)
            }
    }
}

private enum JSONLines {
    static func forEach(in name: String, _ body: (VoteLine) throws -> Void) throws {
        let folder = try #require(SharedData.folder)
        let unpack = Process()
        // A file, not a pipe: a pipe ends only when every process that was given it has ended.
        let file = FileManager.default.temporaryDirectory
            .appending(path: "votes-\(UUID().uuidString)").path
        try #require(FileManager.default.createFile(atPath: file, contents: nil))
        defer { try? FileManager.default.removeItem(atPath: file) }
        unpack.executableURL = URL(filePath: "/bin/gzip")
        unpack.arguments = ["-dc", folder.appending(path: "\(name).jsonl.gz").path]
        unpack.standardOutput = FileHandle(forWritingAtPath: file)
        try unpack.run()
        unpack.waitUntilExit()
        let data = try #require(FileManager.default.contents(atPath: file))
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let fields = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            try body(VoteLine(fields: fields ?? [:]))
        }
    }
}
