import Arena
import Foundation
import Ratings

/// The fit that was asked for, on the votes that were read.
struct BookRating {
    private let book: VoteBook
    private let votes: RateVoteOptions
    private let model: RateModelOptions
    private let format: OutputFormat
    /// The counted votes of the models that stay on the board.
    private let tally: Tally
    /// The same with the sides they were shown on, where these are asked for.
    private let sided: SidedTally?
    private let kept: Set<String>

    /// Takes the models with votes enough.
    ///
    /// - Throws: ``Failure`` with code `no-votes` if no vote is left.
    init(
        _ book: VoteBook, votes: RateVoteOptions, model: RateModelOptions, format: OutputFormat
    ) throws {
        self.format = format
        self.book = book
        self.votes = votes
        self.model = model
        let all = try book.tally()
        kept = Set(all.contenders.filter { all.votes(of: $0) >= votes.minVotes })
        let needsSide = model.method == .bt && (model.side || format.showsSide)
        sided = needsSide ? try book.sidedTally(of: kept) : nil
        tally = try sided?.total ?? all.keepingContenders(withVotes: votes.minVotes)
        guard tally.votes > 0 else {
            let others = book.otherKinds.sentence.map { " arena rate \($0)" } ?? ""
            throw Failure(
                .nothingToDo, "no-votes",
                "None of the \(book.records) records is a vote that counts; see --min-votes, "
                    + "--category, --since and --leave-out.\(others)")
        }
    }

    /// The board.
    ///
    /// - Throws: ``Failure`` for what the fit cannot do.
    func board() async throws -> LeaderboardDocument {
        do {
            switch model.method {
            case .bt: return try await bradleyTerryBoard()
            case .elo: return try eloBoard()
            case .davidson: return try davidsonBoard()
            }
        } catch let error as FitError {
            throw Failure(error)
        } catch let error as TallyError {
            throw Failure(.badData, "bad-votes", "The votes cannot be counted: \(error).")
        }
    }

    private func bradleyTerryBoard() async throws -> LeaderboardDocument {
        if model.style { return try styleBoard() }
        if model.side, let found = try sideFit() {
            return board(of: found.fit, side: found.effect)
        }
        let fit = try await plainFit()
        return board(of: fit, side: try? sideFit()?.effect)
    }

    private func sideFit() throws -> SideFit? {
        try sided.map { try SideEffect(parameters: model.parameters).fit($0) }
    }

    private func plainFit() async throws -> Fit {
        let parameters = model.parameters
        if model.weights != nil {
            var weighting = InversePropensity(cap: model.weightCap)
            return try parameters.fit(book.weightedTally(of: kept, weighting: &weighting))
        }
        if model.kind == .cluster { return try parameters.fit(book.voterTally(of: kept)) }
        return try await parameters.fit(tally, tasks: model.tasks)
    }

    private func styleBoard() throws -> LeaderboardDocument {
        let control = StyleControl(includesSide: model.side, parameters: model.parameters)
        let found = try control.fit(book.styledVotes(of: kept))
        var board = board(of: found.fit, side: found.side)
        board.style = found.coefficients.map { LeaderboardDocument.Effect($0) }
        return board
    }

    private func board(of fit: Fit, side: Coefficient?) -> LeaderboardDocument {
        var board = LeaderboardDocument(
            votes: fit.votes, method: methodName(fit),
            rows: fit.ratings.indices.map { LeaderboardDocument.Row(fit, at: $0) })
        board.prior = model.prior
        board.level = model.level
        board.side = side.map { LeaderboardDocument.Effect($0) }
        let notes = fit.notes.compactMap(\.sentence)
        board.notes = notes.isEmpty ? nil : notes
        return board
    }

    private func methodName(_ fit: Fit) -> String {
        let interval =
            switch fit.parameters.interval {
            case .sandwich: "sandwich"
            case .clustered: "cluster"
            case .laplace: "laplace"
            case .bootstrap(let rounds, let seed): "bootstrap \(rounds) seed \(seed)"
            }
        return fit.method + " " + interval + (model.weights == nil ? "" : " inverse weights")
    }

    private func eloBoard() throws -> LeaderboardDocument {
        let points = try book.elo(of: kept).points
        var rows = zip(tally.contenders, tally.records).map {
            LeaderboardDocument.Row($0, record: $1)
        }
        for place in rows.indices {
            rows[place].rating = points[rows[place].id]
            let better = points.values.count { $0 > rows[place].rating ?? 0 }
            rows[place].rankLo = better + 1
            rows[place].rankHi = better + 1
        }
        var board = LeaderboardDocument(votes: tally.votes, method: Elo.method, rows: rows)
        board.sentence = "Elo depends on the order of the votes and has no intervals."
        return board
    }

    private func davidsonBoard() throws -> LeaderboardDocument {
        let fit = try Davidson(prior: model.prior, level: model.level).fit(tally)
        let rows = zip(tally.contenders, tally.records).map { name, record in
            var row = LeaderboardDocument.Row(name, record: record)
            guard let index = fit.index(of: name) else {
                row.component = 1
                row.provisional = true
                return row
            }
            let place = fit.places[index]
            row.rating = place.points
            row.ci = LeaderboardDocument.Row.ends(place.interval)
            row.rankLo = 1 + fit.places.count { $0.interval.low > place.interval.high }
            row.rankHi =
                fit.places.count - fit.places.count { $0.interval.high < place.interval.low }
            return row
        }
        var board = LeaderboardDocument(votes: tally.votes, method: fit.method, rows: rows)
        board.prior = model.prior
        board.level = model.level
        board.tieParameter = fit.tieParameter
        board.sentence = "Points of Davidson's model have a scale of their own."
        return board
    }
}

extension Note {
    /// What the board itself does not show.
    fileprivate var sentence: String? {
        switch self {
        case .unsignedVotes(let count):
            "\(count) votes name no voter; each counts as a voter of its own."
        case .tooFewVoters(let component, let voters):
            "Group \(component) has \(voters) voters, too few to cluster by: its intervals are plain."
        case .separateTables, .unbounded, .shrunk: nil
        }
    }
}

extension OutputFormat {
    /// Whether the side effect has a place in it; it costs as much as the fit.
    fileprivate var showsSide: Bool { self == .table || self == .json }
}

extension BookRating {
    /// What the person should know besides the board.
    var remarks: [String] {
        var remarks: [String] = []
        if book.skipped > 0 {
            let first = book.faults.first.map { "; the first: \($0)" } ?? ""
            remarks.append("\(book.skipped) of \(book.records) records skipped\(first)")
        }
        if let others = book.otherKinds.sentence { remarks.append(others) }
        if book.notBlind > 0, !votes.blindOnly {
            remarks.append(
                "\(book.notBlind) votes are of battles that were not blind; "
                    + "leave them out with --blind-only.")
        }
        let gone = book.contenders.filter { !kept.contains($0) }
        if !gone.isEmpty {
            remarks.append("\(gone.count) models have fewer than \(votes.minVotes) votes.")
        }
        return remarks
    }
}

extension [String: Int] {
    /// How many votes of which kinds were left out.
    fileprivate var sentence: String? {
        guard !isEmpty else { return nil }
        let kinds = sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let counts = kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return "left out votes of other kinds: \(counts); count them with --kind."
    }
}

extension Tally {
    /// The votes among the contenders that have so many in this tally.
    fileprivate func keepingContenders(withVotes minimum: Int) throws -> Tally {
        let stays = contenders.map { votes(of: $0) >= minimum }
        guard stays.contains(false) else { return self }
        var rest = Tally()
        for (name, isKept) in zip(contenders, stays) where isKept { try rest.register(name) }
        for pair in pairs where stays[pair.first] && stays[pair.second] {
            for outcome in Outcome.allCases {
                try rest.add(
                    outcome, between: contenders[pair.first], and: contenders[pair.second],
                    count: pair.count(of: outcome))
            }
        }
        return rest
    }
}

extension Failure {
    /// What a fit cannot do, and what to do about it.
    init(_ error: FitError) {
        switch error {
        case .unknownAnchor(let name):
            self.init(.usage, "unknown-anchor", "--anchor: no vote is on a model \(name).")
        case .unknownVoters:
            self.init(
                .badData, "no-voters", "--ci cluster needs a column judge, voter or visitor_id.")
        case .tooFewVotes(let detail):
            self.init(.nothingToDo, "too-few-votes", "The votes do not suffice: \(detail).")
        case .invalidParameter(let name):
            self.init(.usage, "invalid-parameter", "\(name) is out of its range.")
        case .notConverged, .notPositiveDefinite:
            self.init(.internalError, "not-converged", "The fit did not converge: \(error).")
        case .cancelled: self.init(.cancelled, "cancelled", "The fit was cancelled.")
        }
    }
}
