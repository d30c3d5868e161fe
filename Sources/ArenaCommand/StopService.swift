import Arena
import ServiceLifecycle
import UnixSignals

/// Waits for the word to stop, then lets what is under way end; when it returns, the rest of the
/// group stops. A second word stops at once.
///
/// Until then the listener stays open: readiness says no, nothing new begins, votes are taken.
struct StopService: Service {
    /// Time that cancelled work has to be kept.
    private static let keeping = Duration.seconds(1)
    private static let look = Duration.milliseconds(50)

    let battles: BattleService
    let limits: Settings.Limits
    /// The words, heard from before the server says that it is there.
    let words: UnixSignalsSequence

    func run() async throws {
        let (events, teller) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                for await _ in words.cancelOnGracefulShutdown() { teller.yield() }
                teller.finish()
            }
            // The first event is the word to stop; the second is another one, or that all is done.
            var isStopping = false
            for await _ in events {
                if isStopping { break }
                isStopping = true
                await battles.close()
                tasks.addTask {
                    await wait(until: .now + .seconds(limits.stopSeconds))
                    teller.yield()
                }
            }
            tasks.cancelAll()
        }
        await battles.interrupt()
        await wait(until: .now + Self.keeping)
    }

    /// Waits until nothing is written any more, at most until an instant.
    private func wait(until end: ContinuousClock.Instant) async {
        while !Task.isCancelled, .now < end, !(await battles.isQuiet) {
            try? await Task.sleep(for: Self.look)
        }
    }
}
