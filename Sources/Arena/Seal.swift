import Crypto

/// A commitment to the two names, shown before the vote and opened after it.
///
/// The digest is SHA-256 over the UTF-8 text `battle|a|b|nonce`, in hexadecimal, so anyone can
/// check it with `printf '%s' 'battle|a|b|nonce' | sha256sum`.
package struct Seal: Equatable, Sendable {
    /// 128 random bits as base64url; secret until the vote.
    package let nonce: String
    /// 64 hexadecimal digits; public from the start.
    package let digest: String

    /// Seals the names of a battle.
    package init(
        battle: BattleID, names: Sides<ContenderID>,
        nonce: String = RandomText.base64URL(bytes: 16)
    ) {
        self.nonce = nonce
        let text = "\(battle)|\(names.a)|\(names.b)|\(nonce)"
        digest = RandomText.hex(SHA256.hash(data: Array(text.utf8)))
    }
}
