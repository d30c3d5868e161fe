package import struct Foundation.Date

/// Counts wrong tries by where they came from, so that nobody can try for long.
///
/// Everyone beyond ``origins`` places shares one count, so that the memory it takes is bounded.
package struct TryLimit: Sendable {
    /// Wrong tries that one place has in ``seconds``.
    package static let most = 10
    /// The time that is looked back, in seconds.
    package static let seconds = 900.0
    /// How many places are told apart.
    package static let origins = 1000

    private var tries: [String: [Date]] = [:]

    /// No tries yet.
    package init() {}

    /// Whether a place may try now.
    package mutating func allows(_ origin: String, at time: Date) -> Bool {
        forget(before: time)
        return tries[place(of: origin), default: []].count < Self.most
    }

    /// Notes a wrong try.
    package mutating func note(_ origin: String, at time: Date) {
        tries[place(of: origin), default: []].append(time)
    }

    private func place(of origin: String) -> String {
        tries[origin] != nil || tries.count < Self.origins ? origin : ""
    }

    private mutating func forget(before time: Date) {
        tries = tries.mapValues { $0.filter { time.timeIntervalSince($0) < Self.seconds } }
            .filter { !$0.value.isEmpty }
    }
}
