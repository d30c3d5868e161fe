import Arena
import Phrases

/// The votes that an operator is about to decide on: one, or all that pass a filter.
struct VoteChoice: Sendable {
    /// The reasons that an operator may give.
    static let reasons: [Ruling.Reason] = [.byOperator, .quarantine, .selfNamed, .unseen, .stopped]
    /// The most votes that are decided on at once.
    private static let most = 1000

    /// Whether they are to count.
    let counts: Bool
    /// The votes that do not stand that way yet, the newest first.
    let votes: [ListedVote]
    private let query: [String: String]

    /// Finds the votes; those that came after the page was shown are left out.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)``; ``ArenaError/storage(_:)``.
    init(
        _ query: [String: String], in store: any OperationStore
    ) async throws(ArenaError) {
        guard let word = query["counts"], ["yes", "no"].contains(word) else {
            throw .invalid(field: "counts", reason: "It is yes or no.")
        }
        let counts = word == "yes"
        let one = query["sequence"].flatMap { Int64($0) }
        let filter = one == nil ? try VoteFilter(query) : VoteFilter()
        let last = one ?? query["through"].flatMap { Int64($0) }
        let found = try await store.votes(
            filter, before: last.map { $0 < .max ? $0 + 1 : $0 },
            limit: one == nil ? Self.most + 1 : 1)
        guard found.count <= Self.most else {
            throw .invalid(
                field: "votes", reason: "More than \(Self.most) votes pass; narrow the filter.")
        }
        self.counts = counts
        self.query = query
        votes = found.filter { vote in
            (vote.uncounted == nil) != counts && (one == nil || vote.sequence == one)
        }
    }

    /// What names them in the audit log.
    var subject: String {
        let numbers = votes.prefix(60).map { "\($0.sequence)" }.joined(separator: " ")
        let rest = votes.count > 60 ? " and \(votes.count - 60) more" : ""
        return (votes.count == 1 ? "vote " : "votes ") + numbers + rest
    }

    /// What names them on a page.
    var saying: Saying {
        let numbers = votes.prefix(60).map { "\($0.sequence)" }.joined(separator: " ")
        if votes.count == 1 { return "vote \(numbers)" }
        return votes.count > 60
            ? "votes \(numbers) and \(votes.count - 60) more" : "votes \(numbers)"
    }

    /// Those that enter the ratings of a pool.
    func rated(in pool: Pool) -> [RuledVote] {
        votes.filter { $0.kind.isRated && $0.pool == pool }.map {
            RuledVote(contenders: $0.contenders, outcome: $0.vote.outcome)
        }
    }

    /// What a form sends so that the very same votes are found again.
    var fields: [(name: String, value: String)] {
        let kept = [
            "counts", "sequence", "contender", "rival", "category", "kind", "standing", "under",
            "same", "hour", "stopped",
        ]
        return kept.compactMap { name in query[name].map { (name, $0) } } + [
            ("through", "\(votes.first?.sequence ?? 0)"), ("number", "\(votes.count)"),
        ]
    }

    /// Whether a form's fields speak of these votes.
    func isAsShown(_ fields: [String: String]) -> Bool {
        !votes.isEmpty && fields["number"] == "\(votes.count)"
            && fields["through"] == "\(votes[0].sequence)"
    }
}

extension VoteFilter {
    /// What an address or a form asks for; empty fields let everything pass.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)``.
    init(_ fields: [String: String]) throws(ArenaError) {
        self.init()
        contender = try Self.value(fields, "contender", "the id of a contender") { ContenderID($0) }
        rival = try Self.value(fields, "rival", "the id of a contender") { ContenderID($0) }
        category = try Self.value(fields, "category", "a category") { Category(rawValue: $0) }
        kind = try Self.value(fields, "kind", "a kind of battle") {
            BattleKind(rawValue: $0)
        }
        standing = try Self.value(fields, "standing", "one of its words") {
            Standing(rawValue: $0)
        }
        underSeconds = try Self.value(fields, "under", "a whole number of seconds") {
            Int($0).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
        }
        sameVoterAs = try Self.value(fields, "same", "the number of a vote") { Int64($0) }
        hour = try Self.value(fields, "hour", "an hour") { Int64($0) }
        isStopped = fields["stopped"] == "yes"
    }

    private static func value<Value>(
        _ fields: [String: String], _ name: String, _ form: String, _ read: (String) -> Value?
    ) throws(ArenaError) -> Value? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw .invalid(field: name, reason: "It is \(form).")
        }
        return value
    }
}
