/// What the operator asks a store first.
package struct Census: Sendable, Equatable {
    /// How many battles there are in each state; states without a battle are absent.
    package let battles: [BattleState: Int]
    /// How many votes there are in each pool.
    package let votes: [Pool: Int]
    /// How many contender versions were ever recorded.
    package let contenderVersions: Int
    /// Words for `arena doctor`: the engine, its version, its file and settings.
    package let engine: String

    /// Counts and a description.
    package init(
        battles: [BattleState: Int], votes: [Pool: Int], contenderVersions: Int, engine: String
    ) {
        self.battles = battles
        self.votes = votes
        self.contenderVersions = contenderVersions
        self.engine = engine
    }
}
