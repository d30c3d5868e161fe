/// When a connection has taken too long over a request: decided from what came and when.
///
/// Waiting between requests is not its matter (the idle time is), nor is the answer.
package struct ReadingClock: Sendable {
    /// Time for a request's head, from its first byte.
    package static let head = Duration.seconds(5)
    /// Time for a request's body, from the end of its head.
    package static let body = Duration.seconds(10)

    private enum Reading: Equatable {
        case nothing
        case head
        case body
    }

    private var reading = Reading.nothing
    /// When to give up; `nil` while no request is being read.
    package private(set) var deadline: ContinuousClock.Instant?

    /// A connection on which nothing came yet.
    package init() {}

    /// Notes that bytes came. Only the first of a request count: sending on buys no time.
    package mutating func takeBytes(at now: ContinuousClock.Instant) {
        guard reading == .nothing else { return }
        reading = .head
        deadline = now + Self.head
    }

    /// Notes that a request's head is whole.
    package mutating func takeHead(at now: ContinuousClock.Instant) {
        reading = .body
        deadline = now + Self.body
    }

    /// Notes that a request is whole.
    package mutating func takeEnd() {
        reading = .nothing
        deadline = nil
    }

    /// Whether the connection is to be closed now.
    package func isOver(at now: ContinuousClock.Instant) -> Bool {
        deadline.map { $0 <= now } ?? false
    }
}
