import Arena
import Logging
import Ratings
import SQLiteStore
import Testing

@Suite struct PairingTests {
    private let folder = TemporaryFolder()

    @Test func `after a restart without a new vote pairs are still drawn by the ratings`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        for number in 0..<20 {
            let pairs =
                number == 0
                ? [("alpha", "beta"), ("alpha", "gamma"), ("beta", "gamma")]
                : [("alpha", "beta")]
            for (a, b) in pairs {
                try await store.cast(.a, on: try await store.play(a, b))
                try await store.cast(.b, on: try await store.play(a, b))
            }
        }
        let names = ["alpha", "beta", "gamma"]
        let contenders = try names.map { try contender($0) }
        let roster = Roster(contenders: contenders, providers: ["local": SilentProvider()])
        for start in 1...2 {
            let ratings = RatingService(
                store: store, contenders: contenders, minimumVotes: 0, log: Logger(label: "test"))
            try await ratings.load()
            // Without a fit each of the three pairs has 1/3; alpha and beta have met most.
            let chance = try await ratings.pair(from: roster).probability
            #expect(abs(chance - 1.0 / 3) > 0.05, "start \(start): \(chance)")
        }
    }
}
