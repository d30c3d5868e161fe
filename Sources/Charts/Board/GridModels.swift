/// The models of a square figure, a row and a column each, in the order of the board.
package struct GridModels: Equatable, Sendable {
    /// Their names.
    package let names: [String]
    /// How many votes each took part in.
    package let votes: [Int]

    /// Models with their votes; one without a count has none.
    package init(names: [String], votes: [Int]) {
        self.names = names
        self.votes = names.indices.map { votes.indices.contains($0) ? votes[$0] : 0 }
    }

    /// More models than these are not drawn, only listed.
    package static let most = 25

    /// The models that are drawn: those with the most votes, in the order of the board.
    var drawn: [Int] {
        guard names.count > Self.most else { return Array(names.indices) }
        let byVotes = names.indices.sorted { (votes[$1], $0) < (votes[$0], $1) }
        return byVotes.prefix(Self.most).sorted()
    }

    /// How many are listed only.
    var hidden: Int { max(names.count - Self.most, 0) }

    /// Every pair once, the one higher on the board first.
    var pairs: [(one: Int, other: Int)] {
        names.indices.flatMap { one in
            names.indices.dropFirst(one + 1).map { (one, $0) }
        }
    }
}
