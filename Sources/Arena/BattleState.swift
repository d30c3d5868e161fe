/// How far a battle has come.
package enum BattleState: String, Sendable, Codable, CaseIterable {
    /// Opened; nothing is being written yet.
    case created
    /// Replies are being written.
    case streaming
    /// Both replies are complete: it can be voted on, or go on for another turn.
    case ready
    /// The voter has chosen; names may be told.
    case voted
    /// No turn was ever complete, so there is nothing to vote on.
    case failed
    /// Nobody voted in time, or nobody was there while replies were written.
    case expired
    /// The voter left it without a choice.
    case skipped

    /// Whether nothing can happen to it any more.
    package var isOver: Bool {
        switch self {
        case .created, .streaming, .ready: false
        case .voted, .failed, .expired, .skipped: true
        }
    }
}
