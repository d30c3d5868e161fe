import Crypto

/// 128 random bits that open a door once they are shown; only their digest is ever stored.
package struct SecretCode: Sendable {
    /// The 22 characters of base64url; for the one who may use it, and for nobody else.
    package let text: String

    /// Draws a new code from the system's cryptographic generator.
    package init() {
        text = RandomText.base64URL(bytes: 16)
    }

    /// Accepts the text of a code; `nil` if it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 22, text.utf8.allSatisfy(RandomText.isBase64URL) else {
            return nil
        }
        self.text = text
    }

    /// SHA-256 of the text in hexadecimal, 64 digits. Codes are found by it, so that no comparison
    /// of a code takes a time that tells anything.
    package var digest: String {
        RandomText.hex(SHA256.hash(data: Array(text.utf8)))
    }
}
