/// Watches each voter's votes for a pattern that the fit does not explain.
///
/// For each named alternative the likelihood ratio Π q(v)/p(v) of the voter's votes is kept, p
/// from a fitted tie model; their mean is the evidence. For an honest voter it is a martingale
/// with mean 1, so that at most 1/threshold of honest voters ever reach the threshold, however
/// often one looks (Ville 1939). An opposite vote is no evidence; a run of them is.
public struct VoterAudit: Sendable {
    /// A way of voting that has little to do with the replies.
    public enum Alternative: String, Sendable, CaseIterable, Codable {
        /// Each of left, right and tie a third of the time.
        case uniform
        /// Left or right by a coin, almost never a tie.
        case coin
        /// Nearly always the left side.
        case left
        /// Nearly always the right side.
        case right
        /// The opposite of what the fit expects.
        case contrary
        /// Nearly always for one contender, whichever it is; elsewhere as the fit expects.
        case fan
    }

    /// What is known of one voter.
    public struct Finding: Sendable, Equatable {
        /// The voter.
        public let voter: String
        /// Votes seen on contenders the model knows.
        public let votes: Int
        /// The evidence now: the mean likelihood ratio; 1 says nothing.
        public let evidence: Double
        /// The largest evidence so far.
        public let peak: Double
        /// The alternative that explains the votes best.
        public let likeliest: Alternative
        /// The contender the voter would be a fan of, if any is.
        public let favourite: String?
        /// Whether the peak is above the audit's threshold.
        public let isFlagged: Bool
    }

    /// Evidence above which a voter is flagged.
    public let threshold: Double
    private let model: TieFit
    private var ledgers: [String: Ledger] = [:]

    /// Starts an audit against a fitted tie model.
    public init(model: TieFit, threshold: Double = 20) {
        self.model = model
        self.threshold = threshold
    }

    /// Takes a vote into account; outcome a is for the left. O(contenders the voter has seen).
    /// - Returns: False if the model does not know both contenders; the vote is then not counted.
    @discardableResult
    public mutating func record(
        _ outcome: Outcome, left: String, right: String, by voter: String
    ) -> Bool {
        guard let chances = model.chances(left, right) else { return false }
        ledgers[voter, default: Ledger()].record(
            outcome, left: left, right: right, chances: chances,
            contenders: model.places.count)
        return true
    }

    /// What is known of a voter, or nil if none of its votes was counted.
    public func finding(of voter: String) -> Finding? {
        guard let ledger = ledgers[voter] else { return nil }
        let logs = ledger.logRatios(contenders: model.places.count)
        let best = Alternative.allCases.max { logs[$0, default: 0] < logs[$1, default: 0] }
        let likeliest = best ?? .uniform
        return Finding(
            voter: voter, votes: ledger.votes, evidence: exponential(min(700, ledger.evidence)),
            peak: exponential(min(700, ledger.peak)), likeliest: likeliest,
            favourite: likeliest == .fan ? ledger.favourite : nil,
            isFlagged: ledger.peak > naturalLog(threshold))
    }

    /// What is known of all voters, by falling peak.
    public var findings: [Finding] {
        ledgers.keys.compactMap { finding(of: $0) }.sorted {
            ($0.peak, $1.voter) > ($1.peak, $0.voter)
        }
    }
}

/// One voter's likelihood ratios, as logarithms.
private struct Ledger: Sendable {
    private(set) var votes = 0
    /// ln of the evidence.
    private(set) var evidence = 0.0
    private(set) var peak = 0.0
    private var ratios: [VoterAudit.Alternative: Double] = [:]
    private var fans: [String: Double] = [:]

    /// The contender whose fan explains the votes best.
    var favourite: String? { fans.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    mutating func record(
        _ outcome: Outcome, left: String, right: String, chances: OutcomeChances, contenders: Int
    ) {
        let expected = Verdict(left: chances.a, right: chances.b)
        let base = naturalLog(expected.chance(of: outcome))
        for (alternative, verdict) in Verdict.alternatives(expected) {
            ratios[alternative, default: 0] += naturalLog(verdict.chance(of: outcome)) - base
        }
        fans[left, default: 0] += naturalLog(Verdict.forLeft.chance(of: outcome)) - base
        fans[right, default: 0] += naturalLog(Verdict.forRight.chance(of: outcome)) - base
        votes += 1
        let all = logRatios(contenders: contenders)
        evidence = logSum(Array(all.values)) - naturalLog(Double(all.count))
        peak = max(peak, evidence)
    }

    /// ln of each alternative's likelihood ratio; a fan's is the mean over all contenders.
    func logRatios(contenders: Int) -> [VoterAudit.Alternative: Double] {
        var all = ratios
        let unseen = max(0, contenders - fans.count)
        let rest = unseen > 0 ? [naturalLog(Double(unseen))] : []
        all[.fan] = logSum(Array(fans.values) + rest) - naturalLog(Double(max(1, contenders)))
        return all
    }

    private func logSum(_ logs: [Double]) -> Double {
        let largest = logs.max() ?? 0
        return largest + naturalLog(logs.reduce(0) { $0 + exponential($1 - largest) })
    }
}

/// The chances of left, right and neither.
private struct Verdict {
    let left: Double
    let right: Double

    static let forLeft = Verdict(left: 0.9, right: 0.05)
    static let forRight = Verdict(left: 0.05, right: 0.9)

    /// Every alternative but the fan.
    static func alternatives(_ expected: Verdict) -> [(VoterAudit.Alternative, Verdict)] {
        [
            (.uniform, Verdict(left: 1 / 3, right: 1 / 3)),
            (.coin, Verdict(left: 0.49, right: 0.49)),
            (.left, forLeft),
            (.right, forRight),
            (.contrary, Verdict(left: expected.right, right: expected.left)),
        ]
    }

    func chance(of outcome: Outcome) -> Double {
        let chance =
            switch outcome {
            case .a: left
            case .b: right
            case .tie, .bothBad: 1 - left - right
            }
        return max(chance, 1e-12)
    }
}
