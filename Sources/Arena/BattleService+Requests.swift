package import struct Foundation.Data

extension BattleService {
    /// The answer that was given before to a voter's request; `nil` for a new one.
    ///
    /// - Throws: ``ArenaError/keyReused`` where something else was asked under the key;
    ///   ``ArenaError/storage(_:)``.
    package func keptAnswer(
        to key: RequestKey, of voter: VoterID
    ) async throws(ArenaError) -> Data? {
        try await store.keptAnswer(to: key, of: voter)
    }
}

extension Battle {
    /// The request for a new battle, with what its voter is told of it.
    func request(under key: RequestKey?) -> KeptRequest? {
        let document = OpenedDocument(blind(under: LinkVeil()))
        return key.map { key in
            KeptRequest(key) { _ in try JSONForm.encoder.encode(document) }
        }
    }

    /// The request for the vote that was just cast, with the reveal that answers it.
    func voteRequest(under key: RequestKey?) -> KeptRequest? {
        key.map { key in
            KeptRequest(key) { [battle = self] kept in
                var battle = battle
                if let kept { battle.note(kept) }
                guard let reveal = battle.reveal else { throw ArenaError.noSuchBattle }
                return try JSONForm.encoder.encode(VoteDocument(reveal))
            }
        }
    }
}
