package import struct Foundation.Date

/// A drawn battle that a voter could have voted on and did not: skipped, let expire, or left while
/// the answers were written.
package struct LeftBattle: Equatable, Sendable {
    /// On the left.
    package let left: String
    /// On the right.
    package let right: String
    /// When it was opened.
    package let openedAt: Date

    /// A battle without a vote.
    package init(left: String, right: String, openedAt: Date) {
        self.left = left
        self.right = right
        self.openedAt = openedAt
    }
}
