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
    package func allows(_ origin: String, at time: Date) -> Bool {
        Self.recent(tries[place(of: origin)] ?? [], at: time).count < Self.most
    }

    /// Notes a wrong try.
    package mutating func note(_ origin: String, at time: Date) {
        tries = tries.mapValues { Self.recent($0, at: time) }.filter { !$0.value.isEmpty }
        tries[place(of: origin), default: []].append(time)
    }

    private func place(of origin: String) -> String {
        tries[origin] != nil || tries.count < Self.origins ? origin : ""
    }

    private static func recent(_ tries: [Date], at time: Date) -> [Date] {
        tries.filter { time.timeIntervalSince($0) < seconds }
    }
}
