package import Logging
import ServiceLifecycle

package import struct Foundation.Date

/// Deletes the texts of battles that are older than the operator keeps them, and what told near prompts
/// apart; votes, times and counts stay.
package struct Retention: Service {
    /// Battles whose texts go in one transaction, so that no vote waits for long.
    private static let batch = 200
    private static let pause = Duration.seconds(3600)

    private let store: any OperationStore
    private let days: Int?
    private let now: @Sendable () -> Date
    private let log: Logger

    /// Keeps texts for so many days; for good without a number.
    package init(
        store: any OperationStore, days: Int?, now: @escaping @Sendable () -> Date = { Date() },
        log: Logger
    ) {
        self.store = store
        self.days = days
        self.now = now
        self.log = log
    }

    /// Looks once an hour until the service group is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                do throws(ArenaError) {
                    let count = try await clear()
                    if count > 0 {
                        log.info("old texts deleted", metadata: ["battles": "\(count)"])
                    }
                } catch {
                    log.error("old texts could not be deleted", metadata: ["error": "\(error)"])
                }
            } while (try? await Task.sleep(for: Self.pause)) != nil
        }
    }

    /// Deletes what is due now; returns of how many battles the texts went.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    package func clear() async throws(ArenaError) -> Int {
        let time = now()
        try await store.forgetSketches(at: time)
        guard let days else { return 0 }
        let deadline = time.addingTimeInterval(-Double(days) * 86_400)
        var all = 0
        while !Task.isCancelled {
            let count = try await store.fade(openedBefore: deadline, limit: Self.batch, at: time)
            all += count
            if count < Self.batch { break }
        }
        if all > 0 { try await store.sweepTexts() }
        return all
    }
}
