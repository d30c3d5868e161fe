package import Foundation
package import Ratings

/// One vote as the detectors see it.
package struct PatternVote: Equatable, Sendable {
    /// On the left.
    package let left: String
    /// On the right.
    package let right: String
    /// The verdict, `a` for the left.
    package let outcome: Outcome
    /// When.
    package let castAt: Date
    /// The prompt's ``Prompt/digest``, where it is kept.
    package let prompt: String?
    /// Whether it counts at the moment.
    package let isCounted: Bool

    /// A vote.
    package init(
        left: String, right: String, outcome: Outcome, castAt: Date, prompt: String? = nil,
        isCounted: Bool = true
    ) {
        self.isCounted = isCounted
        self.left = left
        self.right = right
        self.outcome = outcome
        self.castAt = castAt
        self.prompt = prompt
    }
}

/// What a detector found in somebody's votes.
package struct Suspicion: Equatable, Sendable {
    /// Which detector.
    package enum Detector: String, Sendable, CaseIterable {
        /// Votes for or against one contender beyond chance; the figure is the exact tail.
        case favourite
        /// Votes that the crowd's would not lead to expect; the figure is a z-score.
        case crowd
        /// Left or right beyond chance; the figure is the exact tail.
        case side
        /// Votes in the beat of a machine, or on one prompt; the figure is a share.
        case cadence
        /// The e-process of ``Ratings/VoterAudit``; the figure is the evidence.
        case evidence
        /// Many voters' votes together for or against one contender; the figure is the evidence of
        /// ``GroupScreen``.
        case cohort
        /// Votes where one contender plays, other battles left; the figure is the exact tail.
        case selective
    }

    /// Which detector.
    package let detector: Detector
    /// How strong; what it means depends on the detector.
    package let figure: Double
    /// Among how many votes.
    package let votes: Int
    /// The contender it is about, if any.
    package let contender: String?
    /// How many battles were shown, where those without a vote tell.
    package let shown: Int?

    /// A suspicion from its parts.
    package init(
        detector: Detector, figure: Double, votes: Int, contender: String?, shown: Int? = nil
    ) {
        self.shown = shown
        self.detector = detector
        self.figure = figure
        self.votes = votes
        self.contender = contender
    }
}

/// Four detectors and the e-process over the votes of one voter.
///
/// Each compares votes with what a fitted tie model expects of an honest voter. The thresholds are
/// calibrated by simulation (see the tests): of honest voters with 100 votes who are looked at after
/// each step, at most 1 in 200 is ever found.
package struct VoterScreen: Sendable {
    /// The fewest votes that are looked at.
    package static let leastVotes = 14
    /// The most votes that are looked at, the first ones.
    package static let mostVotes = 2000

    private let model: TieFit
    /// The smallest exact tail that an honest voter may have for one of the contenders.
    private let tail = 7e-5
    private let sideTail = 2e-5
    private let crowd = 4.0
    private let evidence = 5000.0

    /// A screen against what this model expects.
    package init(_ model: TieFit) {
        self.model = model
    }

    /// How many of so many votes are looked at: a growing step, so that looking often is not
    /// looking for luck.
    package static func step(_ votes: Int) -> Int {
        var step = leastVotes
        while step * 7 / 5 <= min(votes, mostVotes) { step = step * 7 / 5 }
        return votes < leastVotes ? 0 : step
    }

    /// What is found in one voter's votes, in the order they were cast; `nil` for nothing.
    package func finding(of votes: [PatternVote]) -> Suspicion? {
        let seen = Array(votes.prefix(Self.step(votes.count)))
        guard !seen.isEmpty else { return nil }
        return favourite(in: seen, below: tail) ?? side(in: seen) ?? crowd(in: seen)
            ?? cadence(in: seen) ?? evidence(in: seen)
    }

    private func favourite(in votes: [PatternVote], below limit: Double) -> Suspicion? {
        var tails: [String: ExactTail] = [:]
        for vote in votes {
            guard let chances = model.chances(vote.left, vote.right) else { continue }
            let (tie, score) = (chances.tie + chances.bothBad, vote.outcome.share)
            tails[vote.left, default: ExactTail()].add(
                loss: chances.b, tie: tie, win: chances.a, score: score)
            tails[vote.right, default: ExactTail()].add(
                loss: chances.a, tie: tie, win: chances.b, score: 1 - score)
        }
        let found = tails.filter { $0.value.count >= 4 }.map { name, tail in
            (name: name, chance: min(tail.tails.upper, tail.tails.lower))
        }.min { ($0.chance, $0.name) < ($1.chance, $1.name) }
        guard let found, found.chance < limit else { return nil }
        return Suspicion(
            detector: .favourite, figure: found.chance, votes: votes.count, contender: found.name)
    }

    private func side(in votes: [PatternVote]) -> Suspicion? {
        var tail = ExactTail()
        for vote in votes {
            guard let chances = model.chances(vote.left, vote.right) else { continue }
            tail.add(
                loss: chances.b, tie: chances.tie + chances.bothBad, win: chances.a,
                score: vote.outcome.share)
        }
        let chance = min(tail.tails.upper, tail.tails.lower)
        guard chance < sideTail else { return nil }
        return Suspicion(detector: .side, figure: chance, votes: votes.count, contender: nil)
    }

    private func crowd(in votes: [PatternVote]) -> Suspicion? {
        var (surprise, variance) = (0.0, 0.0)
        for vote in votes {
            guard let chances = model.chances(vote.left, vote.right) else { continue }
            let parts = [chances.a, chances.b, chances.tie + chances.bothBad]
                .map { max($0, 1e-6) }
            let logs = parts.map { -log($0) }
            let mean = zip(parts, logs).reduce(0) { $0 + $1.0 * $1.1 }
            variance += zip(parts, logs).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
            surprise += logs[vote.outcome.place] - mean
        }
        let z = variance > 0 ? surprise / variance.squareRoot() : 0
        guard z > crowd else { return nil }
        return Suspicion(detector: .crowd, figure: z, votes: votes.count, contender: nil)
    }

    private func evidence(in votes: [PatternVote]) -> Suspicion? {
        var audit = VoterAudit(model: model, threshold: evidence)
        for vote in votes {
            audit.record(vote.outcome, left: vote.left, right: vote.right, by: "one")
        }
        guard let found = audit.finding(of: "one"), found.isFlagged else { return nil }
        return Suspicion(
            detector: .evidence, figure: found.peak, votes: votes.count,
            contender: found.favourite)
    }

    /// Votes within a second of one beat, or most of them on one prompt.
    private func cadence(in votes: [PatternVote]) -> Suspicion? {
        guard votes.count >= 20 else { return nil }
        let gaps = zip(votes.dropFirst(), votes).map { $0.castAt.timeIntervalSince($1.castAt) }
        let middle = gaps.sorted()[gaps.count / 2]
        let regular = gaps.filter { abs($0 - middle) <= 0.5 }.count
        let prompts = Dictionary(grouping: votes.compactMap(\.prompt)) { $0 }.values.map(\.count)
        let share = max(
            Double(regular) / Double(gaps.count),
            Double(prompts.max() ?? 0) / Double(votes.count))
        guard share > 0.8 else { return nil }
        return Suspicion(detector: .cadence, figure: share, votes: votes.count, contender: nil)
    }
}

extension Outcome {
    /// What the left gets of a vote.
    fileprivate var share: Double {
        switch self {
        case .a: 1
        case .b: 0
        case .tie, .bothBad: 0.5
        }
    }

    /// The place among left, right and neither.
    fileprivate var place: Int {
        switch self {
        case .a: 0
        case .b: 1
        case .tie, .bothBad: 2
        }
    }
}
