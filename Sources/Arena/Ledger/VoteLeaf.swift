import Crypto

/// What the chain binds of one vote.
///
/// The leaf is SHA-256 over `0x00` and these lines in UTF-8, each ended by a line feed: `arena vote
/// 1`, sequence, battle, outcome, pool, kind, milliseconds since 1970, contender, version and record
/// of side a, the same of side b, and the two commitments in hexadecimal.
package struct VoteLeaf: Equatable, Sendable {
    /// A contender by name, the version of it that answered, and what is recorded of that version.
    package struct Player: Equatable, Sendable {
        let contender: String
        let version: String
        let record: LedgerHash

        /// Who answered on one side.
        package init(contender: String, version: String, record: LedgerHash) {
            self.contender = contender
            self.version = version
            self.record = record
        }

        /// The digest of what is recorded of a version: SHA-256 over `0x04` and each value,
        /// preceded by its length in bytes and a colon; `-` for what is absent.
        package static func record(of values: [String?]) -> LedgerHash {
            let parts = values.map { value in value.map { "\($0.utf8.count):\($0)" } ?? "-" }
            return LedgerHash(tag: 4, Array(parts.joined().utf8))
        }

        fileprivate var lines: [String] { [contender, version, record.description] }
    }

    /// The number of the vote, from 1.
    package let sequence: Int64
    private let facts: [String]
    private let commitments: VoteCommitments

    /// A leaf of these values; `castAt` in milliseconds since 1970.
    package init(
        sequence: Int64, battle: String, outcome: String, pool: String, kind: String,
        castAt: Int64, players: Sides<Player>, commitments: VoteCommitments
    ) {
        self.sequence = sequence
        self.commitments = commitments
        facts =
            [battle, outcome, pool, kind, "\(castAt)"] + players.a.lines + players.b.lines
    }

    /// What is hashed, as text.
    package var text: String {
        (["arena vote 1", "\(sequence)"] + facts + [
            commitments.voter.description, commitments.answers.description,
        ]).map { $0 + "\n" }.joined()
    }

    /// The leaf.
    package var hash: LedgerHash { LedgerHash(tag: 0, Array(text.utf8)) }
}

/// What a leaf says of the voter and of the texts without telling either.
///
/// Each is SHA-256 over a tag (`0x02` voter, `0x03` texts), 16 random bytes and the value. Once the
/// random bytes are destroyed nobody can tell any more whose vote it was or what was written, and
/// the leaf still stands.
package struct VoteCommitments: Equatable, Sendable {
    /// Commits to the voter.
    package let voter: LedgerHash
    /// Commits to the prompts and answers.
    package let answers: LedgerHash

    /// Commitments as they were kept.
    package init(voter: LedgerHash, answers: LedgerHash) {
        self.voter = voter
        self.answers = answers
    }

    /// Commits to a voter and to the texts of his battle.
    package init(voter: String, texts: LedgerHash, salt: [UInt8]) {
        self.voter = Self.voter(voter, salt: salt)
        answers = LedgerHash(tag: 3, salt, texts.bytes)
    }

    /// Commits to a voter alone.
    package static func voter(_ voter: String, salt: [UInt8]) -> LedgerHash {
        LedgerHash(tag: 2, salt, Array(voter.utf8))
    }

    /// Random bytes for a vote, from the system's cryptographic generator.
    package static func salt() -> [UInt8] {
        RandomText.random(bytes: 16)
    }
}

/// The digest of all texts of a battle: SHA-256 over each turn's number, prompt and two answers,
/// each text preceded by its length in bytes and a colon.
package struct TextsDigest {
    private var hash = SHA256()

    /// A digest of nothing yet.
    package init() {}

    /// Adds a turn; texts as the bytes that are stored.
    package mutating func add(turn: Int, prompt: [UInt8], answers: Sides<[UInt8]>) {
        hash.update(data: Array("turn \(turn)\n".utf8))
        for text in [prompt, answers.a, answers.b] {
            hash.update(data: Array("\(text.count):".utf8))
            hash.update(data: text)
        }
    }

    /// The digest of what was added.
    package func finish() -> LedgerHash { LedgerHash(unchecked: Array(hash.finalize())) }
}
