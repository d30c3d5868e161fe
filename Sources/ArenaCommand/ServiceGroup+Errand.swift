import ServiceLifecycle

extension ServiceGroup {
    /// Runs the services for as long as an errand takes, then stops them as a signal would, also
    /// where the errand fails: services that are only cancelled may wait for ever for their clients.
    ///
    /// - Throws: what a service throws, and what the errand throws once all services have ended.
    func run<Found: Sendable>(
        while errand: @escaping @Sendable () async throws -> Found
    ) async throws -> Found {
        let found = try await withThrowingTaskGroup(of: Result<Found, any Error>?.self) { tasks in
            tasks.addTask {
                try await self.run()
                return nil
            }
            tasks.addTask {
                let found: Result<Found, any Error>
                do { found = .success(try await errand()) } catch { found = .failure(error) }
                await self.triggerGracefulShutdown()
                return found
            }
            var found: Result<Found, any Error>?
            for try await part in tasks { found = part ?? found }
            return found
        }
        guard let found else { throw CancellationError() }
        return try found.get()
    }
}
