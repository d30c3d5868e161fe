package import Arena

package import struct Foundation.Date

/// Asks for the work of a vote, and checks it; nothing is stored for it.
///
/// A challenge is `bits.expires.signature`, the signature this server's over battle, voter, bits and
/// expiry. A battle takes one vote, so work that was used once is of no use again.
package struct WorkDesk: Sendable {
    /// Seconds for which a challenge stands.
    package static let lifetime = 600.0

    private let key: SigningKey
    private let bits: Int
    private let now: @Sendable () -> Date

    /// A desk that asks for so many bits; `nil` for none.
    package init?(key: SigningKey, bits: Int, now: @escaping @Sendable () -> Date = { Date() }) {
        guard bits > 0 else { return nil }
        self.key = key
        self.bits = bits
        self.now = now
    }

    /// What this voter is asked to solve for his vote on this battle.
    package func challenge(for battle: BattleID, _ voter: VoterID) -> String {
        let expiry = Int(now().timeIntervalSince1970 + Self.lifetime)
        return "\(bits).\(expiry)." + signature(battle, voter, expiry: expiry)
    }

    /// Whether what came with a vote is this voter's work for this battle, done in time.
    package func accepts(_ work: String?, for battle: BattleID, _ voter: VoterID) -> Bool {
        guard let work, work.utf8.count <= 120 else { return false }
        let parts = work.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "\(bits)", let expiry = Int(parts[1]),
            now().timeIntervalSince1970 <= Double(expiry), !parts[3].isEmpty,
            key.verify(
                parts[2], of: Self.text(battle, voter, bits: bits, expiry: expiry), for: .work)
        else { return false }
        return VoteWork.isDone(
            parts[..<3].joined(separator: "."), nonce: parts[3], bits: bits)
    }

    private func signature(_ battle: BattleID, _ voter: VoterID, expiry: Int) -> String {
        key.sign(Self.text(battle, voter, bits: bits, expiry: expiry), for: .work)
    }

    private static func text(
        _ battle: BattleID, _ voter: VoterID, bits: Int, expiry: Int
    ) -> String {
        "\(battle.text)|\(voter.text)|\(bits)|\(expiry)"
    }
}
