import Arena
import Foundation
import HTTPTypes
import Hummingbird

/// A request that a client may repeat with the same `Idempotency-Key`: done once, answered always.
struct Repeatable: Sendable {
    let battles: BattleService
    let key: RequestKey?
    let voter: VoterID

    /// Does what was asked, unless it was done before; then the answer is the one of then.
    func answer(
        _ work: () async throws -> Response
    ) async throws -> Response {
        if let kept = try await keptAnswer() { return kept }
        do {
            return try await work()
        } catch let error as ArenaError {
            // The same request, at the same time, may have come first.
            guard let kept = try await keptAnswer() else { throw error }
            return kept
        }
    }

    private func keptAnswer() async throws -> Response? {
        guard let key, let body = try await battles.keptAnswer(to: key, of: voter) else {
            return nil
        }
        var response = Response(
            status: .created, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        if let name = HTTPField.Name("Idempotent-Replayed") { response.headers[name] = "true" }
        if let opened = try? JSONForm.decoder.decode(OpenedDocument.self, from: body) {
            response.headers[.location] = "/api/v1/battles/\(opened.id)"
        }
        return response
    }
}

extension Request {
    /// Decodes a JSON body as ``json(_:fields:upTo:)`` does, with the key that was sent with it.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)`` for a key that is no UUID.
    func keyedJSON<Body: Decodable>(
        _ type: Body.Type, fields: Set<String>, upTo limit: Int
    ) async throws -> (body: Body, key: RequestKey?) {
        let data = try await jsonData(upTo: limit)
        let value = try Self.decoded(type, fields: fields, from: data)
        guard let name = HTTPField.Name("Idempotency-Key"), let text = headers[name] else {
            return (value, nil)
        }
        guard let key = RequestKey(text, path: uri.path, body: data) else {
            throw ArenaError.invalid(
                field: "Idempotency-Key", reason: "It is a UUID, a fresh one for each request.")
        }
        return (value, key)
    }
}
