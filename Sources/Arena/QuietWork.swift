import ServiceLifecycle
import Synchronization

/// Long readings that nobody waits for, one after the other, for as long as the arena is served.
package final class QuietWork: Service {
    /// Something to be done.
    package typealias Job = @Sendable () async -> Void

    private let jobs: AsyncStream<Job>
    private let adder: AsyncStream<Job>.Continuation
    private let served = Atomic(false)

    /// Nothing to do yet.
    package init() {
        (jobs, adder) = AsyncStream.makeStream(of: Job.self)
    }

    /// Whether what is added is done soon.
    package var isServed: Bool { served.load(ordering: .relaxed) }

    /// Adds something; what is added before the start is done then.
    package func add(_ job: @escaping Job) {
        adder.yield(job)
    }

    /// Does what is added until the service group is told to stop.
    package func run() async throws {
        served.store(true, ordering: .relaxed)
        defer { served.store(false, ordering: .relaxed) }
        await cancelWhenGracefulShutdown {
            for await job in self.jobs { await job() }
        }
    }
}
