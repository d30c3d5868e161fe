extension Snapshot {
    /// What the table says, in one or two computed sentences.
    ///
    /// The first group is every contender that the leader does not surely beat; the next is
    /// "clearly behind" when every member of the group surely beats it (probability 0.975 from the
    /// whole covariance, which the rank ranges were made with).
    package var finding: String {
        let table = rows.filter { $0.component == 0 }
        guard table.count > 1 else { return "Ratings need votes between at least two contenders." }
        if rows.contains(where: { $0.component > 0 }) {
            return "These groups have never met, so they cannot be ranked together."
        }
        guard !table.contains(where: \.isProvisional) else {
            return "There are too few votes to tell who is ahead."
        }
        let leaders = table.filter { $0.rankLow == 1 }
        let rest = table.filter { $0.rankLow > 1 }
        let first =
            leaders.count == 1
            ? "\(leaders[0].name) is ahead of all others."
            : "\(Self.list(leaders.map(\.name))) cannot be told apart yet."
        guard leaders.count > 1, let next = rest.first, next.rankLow > leaders.count else {
            return first
        }
        return first + " \(next.name) is clearly behind them."
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
