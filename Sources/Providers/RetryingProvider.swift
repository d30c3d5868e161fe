package import Arena
import Synchronization

/// A provider that is asked once more when it failed for a moment, before any text had come.
///
/// Never a third time, never after text, never when it asks for a long wait.
package struct RetryingProvider: ModelProvider {
    private let provider: any ModelProvider
    private let rule: RetryRule

    /// Puts a rule before a provider.
    package init(_ provider: any ModelProvider, by rule: RetryRule = RetryRule()) {
        self.provider = provider
        self.rule = rule
    }

    /// Sends a conversation, and sends it once more if the rule says so. The report is that of the
    /// request which was answered.
    package func reply(
        to request: ReplyRequest, onText: @Sendable (String) async -> Void
    ) async throws(ReplyFault) -> ReplyReport {
        let hasText = Atomic(false)
        do throws(ReplyFault) {
            return try await provider.reply(to: request) { text in
                hasText.store(true, ordering: .relaxed)
                await onText(text)
            }
        } catch {
            guard !hasText.load(ordering: .relaxed), let pause = rule.pause(after: error),
                await request.mayRepeat.allows(after: error)
            else { throw error }
            try await rest(pause)
            return try await provider.reply(to: request, onText: onText)
        }
    }

    private func rest(_ pause: Duration) async throws(ReplyFault) {
        do {
            try await Task.sleep(for: pause)
        } catch {
            throw ReplyFault(.cancelled)
        }
    }
}

/// Which faults pass by themselves, and how long to wait for that.
package struct RetryRule: Sendable, Equatable {
    /// The wait where the provider names none.
    package var usualPause: Duration
    /// The longest wait that is waited; a voter is watching.
    package var longestPause: Duration

    /// A rule.
    package init(
        usualPause: Duration = .milliseconds(500), longestPause: Duration = .seconds(5)
    ) {
        self.usualPause = usualPause
        self.longestPause = longestPause
    }

    /// How long to wait before asking once more; `nil` when that would be of no use.
    package func pause(after fault: ReplyFault) -> Duration? {
        switch fault.kind {
        case .rateLimited, .unavailable, .unreachable, .brokeOff:
            let pause = fault.retryAfter.map { Duration.seconds($0) } ?? usualPause
            return pause <= longestPause ? pause : nil
        default: return nil
        }
    }
}
