import Arena
import Foundation
import SettingsReader
import TestSupport
import Testing

/// Spoilt settings files: each is read, or refused in words with a place.
struct MutationTests {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a spoilt file is read or refused in words`(seed: UInt64) throws {
        let corpus = try Mutation.corpus("settings") + [Array(correct.utf8)]
        var mutation = Mutation(seed: seed)
        let folder = try WorkingFolder("")
        for _ in 0..<250 {
            let bytes = mutation.spoil(
                mutation.one(of: corpus) ?? [],
                with: [
                    "server:", "- id: ", "limits: {", "&a ", "*a", "!!map ", "|\n", "? ",
                    "\u{2028}",
                ])
            try folder.write(bytes, to: "arena.yaml")
            do throws(SettingProblems) {
                _ = try folder.read()
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { !$0.reason.isEmpty && !$0.advice.isEmpty })
            }
        }
    }
}
