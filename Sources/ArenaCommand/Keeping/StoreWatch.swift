import Arena
import Foundation
import Logging
import SQLiteStore
import ServiceLifecycle

/// Looks after the store while the server runs: walks the whole chain once, empties the write-ahead
/// log when nothing is written, and ends the process when the disk has failed.
///
/// After a failed `fsync` nothing that this process wrote or will write can be trusted, so it ends
/// and a supervisor starts it again from what is on the disk.
struct StoreWatch: Service {
    let store: SQLiteStore
    let log: Logger

    /// From a failure to the end of the process: time for answers that are on their way.
    private static let grace = Duration.milliseconds(300)
    private static let pause = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await endAfterFailure() }
                group.addTask { await walk() }
                group.addTask { await tend() }
            }
        }
    }

    private func endAfterFailure() async {
        for await words in store.failures {
            log.critical(
                "the disk failed; nothing was acknowledged since, and the process ends",
                metadata: ["error": "\(words)"])
            try? await Task.sleep(for: Self.grace)
            Failure.exit(
                with: Failure(
                    .internalError, "disk-failed",
                    "The disk failed (\(words)). Start the arena again, then run: arena verify"),
                from: Program.self)
        }
    }

    private func walk() async {
        guard await store.damage() == nil else { return }
        do {
            let votes = try await store.inspectChain()
            log.info("the chain of votes is whole", metadata: ["votes": "\(votes)"])
        } catch let damage as LedgerDamage {
            log.critical(
                "read-only: the votes are not those that were acknowledged",
                metadata: ["damage": "\(damage)"])
        } catch is CancellationError {
            return
        } catch {
            log.error("the chain of votes could not be read", metadata: ["error": "\(error)"])
        }
    }

    private func tend() async {
        var last = store.log
        while (try? await Task.sleep(for: Self.pause)) != nil {
            let now = store.log
            if now.bytes > SQLiteStore.largeLog {
                log.warning(
                    "the write-ahead log is large: somebody reads for long",
                    metadata: ["bytes": "\(now.bytes)"])
            }
            if now == last, now.bytes > 0 { try? await store.emptyLog() }
            last = store.log
        }
    }
}
