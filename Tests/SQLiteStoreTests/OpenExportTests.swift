import Arena
import Foundation
import Ratings
import SQLiteStore
import Testing

/// What is given to everyone, and what is not.
struct OpenExportTests {
    private let folder = TemporaryFolder()

    @Test func `an export for everyone has no text, no name of a battle and whole hours`()
        async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let battle = try await store.play(openedAt: time(100), prompt: "canary prompt")
        try await store.cast(.a, on: battle, at: time(200))
        let late = try await store.play(openedAt: time(300))
        try await store.cast(.b, on: late, at: time(9000))
        let skipped = try await store.play(openedAt: time(400))
        try await store.end(skipped.id, as: .skipped)
        let reader = ExportReader.everyone(until: time(5000))
        for format in ExportFormat.allCases {
            var votes = ""
            let count = try await VoteExport(store: store, pool: nil, for: reader)
                .write(as: format) { votes += $0 }
            #expect(count == 1)
            #expect(!votes.contains(battle.voter.text) && votes.contains("00:00Z"))
            var battles = ""
            let told = try await BattleExport(store: store, pool: nil, for: reader)
                .write(as: format) { battles += $0 }
            #expect(told == 1, "\(battles)")
            for secret in ["canary", "Rayleigh", battle.id.text, battle.voter.text] {
                #expect(!battles.contains(secret) && !votes.contains(secret), "\(secret)")
            }
            #expect(battles.contains("00:00Z") && battles.contains("alpha"))
        }
        var dayLater = ""
        _ = try await BattleExport(
            store: store, pool: nil, for: .everyone(until: time(86_800))
        ).write(as: .csv) { dayLater += $0 }
        #expect(dayLater.contains(",skipped,real,random,,,,1,20,2,1\r\n"), "\(dayLater)")
        var own = ""
        _ = try await BattleExport(store: store, pool: nil, for: .owner)
            .write(as: .jsonl) { own += $0 }
        #expect(own.contains("canary prompt") && own.contains(battle.id.text))
    }
}
