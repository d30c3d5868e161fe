import Arena
import Foundation
import Synchronization
import TestSupport
import Testing

/// Readings that take long, and who waits for them.
@Suite struct LastReadingTests {
    /// A thing that is read, slowly if need be, and the time.
    private final class Source: Sendable {
        let count = Mutex(0)
        let time = Mutex(Date(timeIntervalSince1970: 0))
        let fails = Mutex(false)
        let gate: Gate?

        init(gate: Gate? = nil) {
            self.gate = gate
        }

        func later(by seconds: TimeInterval) {
            time.withLock { $0 += seconds }
        }

        func reading(
            aside: QuietWork = QuietWork(), patience: Duration = .zero
        ) -> LastReading<Int, Int> {
            let now: @Sendable () -> Date = { self.time.withLock { $0 } }
            return LastReading(pause: 60, patience: patience, aside: aside, now: now) {
                key, _ throws(ArenaError) in
                let number = self.count.withLock { count in
                    count += 1
                    return count
                }
                if number > 1 { await self.gate?.wait() }
                guard !self.fails.withLock({ $0 }) else { throw .storage("no") }
                return key * number
            }
        }
    }

    /// Waits until all that was added is done.
    private func done(_ aside: QuietWork) async {
        let gate = Gate()
        aside.add { gate.open() }
        await gate.wait()
    }

    /// Does something while work is done aside.
    private func serving(_ aside: QuietWork, _ body: () async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await aside.run() }
            await done(aside)
            await body()
            group.cancelAll()
        }
    }

    @Test func `what was read stands for the pause, and is then read by whoever asks`()
        async throws
    {
        let source = Source()
        let reading = source.reading()
        #expect(try await reading.value(of: 10) == 10)
        source.later(by: 59)
        #expect(try await reading.value(of: 10) == 10)
        #expect(try await reading.value(of: 100) == 200)
        source.later(by: 2)
        #expect(try await reading.value(of: 10) == 30)
        // A clock that was set back is no reason to keep it for long.
        source.later(by: -3600)
        #expect(try await reading.value(of: 10) == 40)
    }

    @Test(.timeLimit(.minutes(5)))
    func `where work is done aside nobody waits for a newer reading`() async throws {
        let gate = Gate()
        let source = Source(gate: gate)
        let aside = QuietWork()
        await serving(aside) {
            let reading = source.reading(aside: aside)
            #expect((try? await reading.value(of: 10)) == 10)
            source.later(by: 61)
            for _ in 0..<3 { #expect((try? await reading.value(of: 10)) == 10) }
            gate.open()
            await done(aside)
            #expect((try? await reading.value(of: 10)) == 20)
            #expect(source.count.withLock { $0 } == 2)
        }
        #expect(!aside.isServed)
    }

    @Test func `a quick reading is made for whoever asks, though work is done aside`() async throws
    {
        let source = Source()
        let aside = QuietWork()
        await serving(aside) {
            let reading = source.reading(aside: aside, patience: .seconds(3600))
            #expect((try? await reading.value(of: 10)) == 10)
            source.later(by: 61)
            #expect((try? await reading.value(of: 10)) == 20)
        }
    }

    @Test func `the last reading outlives one that fails aside, and errors go to who waits`()
        async throws
    {
        let source = Source()
        source.fails.withLock { $0 = true }
        let aside = QuietWork()
        let reading = source.reading(aside: aside)
        await #expect(throws: ArenaError.storage("no")) { try await reading.value(of: 1) }
        source.fails.withLock { $0 = false }
        #expect(try await reading.value(of: 1) == 2)
        source.fails.withLock { $0 = true }
        source.later(by: 61)
        await serving(aside) {
            #expect((try? await reading.value(of: 1)) == 2)
            await done(aside)
            #expect((try? await reading.value(of: 1)) == 2)
        }
    }

    @Test func `what was read of the same votes stands, of few votes only so long`() async throws {
        let source = Source()
        let reading = source.reading()
        let many = [VoteMark(last: 9_000, votes: 8_000), VoteMark(last: 9_001, votes: 8_001)]
        #expect(try await reading.value(of: 1, at: many[0]) == 1)
        #expect(try await reading.value(of: 1, at: many[1]) == 1)
        source.later(by: 61)
        #expect(try await reading.value(of: 1, at: many[0]) == 1)
        #expect(try await reading.value(of: 1, at: many[1]) == 2)
        let few = [VoteMark(last: 9, votes: 8), VoteMark(last: 9, votes: 7)]
        #expect(try await reading.value(of: 1, at: few[0]) == 3)
        source.later(by: 61)
        #expect(try await reading.value(of: 1, at: few[0]) == 3)
        #expect(try await reading.value(of: 1, at: few[1]) == 4)
    }
}
