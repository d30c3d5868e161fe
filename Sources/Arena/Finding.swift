/// What a table of ratings says.
package enum Finding: Equatable, Sendable {
    /// There are no ratings of two.
    case tooFewModels
    /// Groups have never met.
    case apart
    /// Too few votes for any name.
    case tooFewVotes
    /// One is surely better than all others.
    case ahead(String)
    /// One leads, but not surely.
    case leads(String)
    /// These cannot be told apart; the next is clearly behind them, where there is such.
    case level([String], behind: String?)

    /// In one or two sentences.
    package var words: String {
        switch self {
        case .tooFewModels: return "Ratings need votes between at least two models."
        case .apart: return "These groups have never met, so they cannot be ranked together."
        case .tooFewVotes: return "There are too few votes to tell who is ahead."
        case .ahead(let name): return "\(name) is ahead of all others."
        case .leads(let name): return "\(name) leads, but not surely against all others."
        case .level(let names, let behind):
            let first = "\(Self.list(names)) cannot be told apart yet."
            return behind.map { first + " \($0) is clearly behind them." } ?? first
        }
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Snapshot {
    /// What the table says, in one or two computed sentences.
    ///
    /// - Parameter minimumVotes: votes a contender needs before anything is said of it.
    package func finding(minimumVotes: Int) -> String {
        found(minimumVotes: minimumVotes).words
    }

    /// What the table says.
    ///
    /// Only contenders with enough votes are named. The first group is every contender that the
    /// leader does not surely beat; the next is "clearly behind" when every member of the group
    /// surely beats it (probability 0.975 from the whole covariance, which the rank ranges were
    /// made with).
    ///
    /// - Parameter minimumVotes: votes a contender needs before anything is said of it.
    package func found(minimumVotes: Int) -> Finding {
        guard rows.count > 1 else { return .tooFewModels }
        if rows.contains(where: { $0.component > 0 }) {
            return .apart
        }
        let table = rows.filter { $0.votes >= minimumVotes }
        guard table.count > 1, !table.contains(where: \.isProvisional) else {
            return .tooFewVotes
        }
        let best = table.map(\.rankLow).min() ?? 1
        let leaders = table.filter { $0.rankLow == best }
        if leaders.count == 1 {
            return leaders[0].rankHigh == leaders[0].rankLow
                ? .ahead(leaders[0].name) : .leads(leaders[0].name)
        }
        let names = leaders.map(\.name)
        guard let next = table.first(where: { $0.rankLow > best }),
            next.rankLow >= best + leaders.count
        else { return .level(names, behind: nil) }
        return .level(names, behind: next.name)
    }
}
