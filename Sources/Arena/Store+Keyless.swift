extension Store {
    /// Keeps a new battle that nobody asked for under a key.
    package func open(_ battle: Battle) async throws(ArenaError) {
        try await open(battle, for: nil)
    }

    /// Keeps a vote that was not sent under a key; gives its number.
    package func cast(_ ballot: Ballot) async throws(ArenaError) -> Int64 {
        try await cast(ballot, for: nil).receipt.sequence
    }
}
