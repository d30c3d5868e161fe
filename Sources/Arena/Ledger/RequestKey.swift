import Crypto
package import Foundation

/// What makes a request that is sent twice one request: a key of the client's own choice, and what
/// was asked under it.
package struct RequestKey: Equatable, Sendable {
    /// Days for which the answer to a request is kept.
    package static let days = 30

    /// The key: a UUID in lower case.
    package let text: String
    /// SHA-256 over the key, the path and the body, in hexadecimal.
    package let digest: String

    /// A key from a header; `nil` unless it is a UUID.
    package init?(_ text: String, path: String, body: Data) {
        guard text.utf8.count == 36, let key = UUID(uuidString: text) else { return nil }
        self.text = key.uuidString.lowercased()
        var hash = SHA256()
        hash.update(data: Data("\(self.text)\n\(path)\n".utf8))
        hash.update(data: body)
        digest = RandomText.hex(hash.finalize())
    }
}

/// A request with the answer that is kept for it.
///
/// The answer is written inside the transaction of what was asked, when it is known what became of it.
package struct KeptRequest: Sendable {
    /// What is asked.
    package let key: RequestKey
    /// The answer, once the vote is kept; `nil` for requests that are none for a vote.
    package let answer: @Sendable (KeptVote?) throws -> Data

    /// A request and how it is answered.
    package init(_ key: RequestKey, answer: @escaping @Sendable (KeptVote?) throws -> Data) {
        self.key = key
        self.answer = answer
    }
}
