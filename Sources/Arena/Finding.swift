extension Snapshot {
    /// What the table says, in one or two computed sentences.
    ///
    /// Only contenders with enough votes are named. The first group is every contender that the
    /// leader does not surely beat; the next is "clearly behind" when every member of the group
    /// surely beats it (probability 0.975 from the whole covariance, which the rank ranges were
    /// made with).
    ///
    /// - Parameter minimumVotes: votes a contender needs before anything is said of it.
    package func finding(minimumVotes: Int) -> String {
        guard rows.count > 1 else { return "Ratings need votes between at least two models." }
        if rows.contains(where: { $0.component > 0 }) {
            return "These groups have never met, so they cannot be ranked together."
        }
        let table = rows.filter { $0.votes >= minimumVotes }
        guard table.count > 1, !table.contains(where: \.isProvisional) else {
            return "There are too few votes to tell who is ahead."
        }
        let best = table.map(\.rankLow).min() ?? 1
        let leaders = table.filter { $0.rankLow == best }
        if leaders.count == 1 {
            return leaders[0].rankHigh == leaders[0].rankLow
                ? "\(leaders[0].name) is ahead of all others."
                : "\(leaders[0].name) leads, but not surely against all others."
        }
        let first = "\(Self.list(leaders.map(\.name))) cannot be told apart yet."
        guard let next = table.first(where: { $0.rankLow > best }),
            next.rankLow >= best + leaders.count
        else { return first }
        return first + " \(next.name) is clearly behind them."
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
