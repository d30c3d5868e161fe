import Arena
import Foundation
import Providers
import Ratings

/// The arena's own API, called over HTTP like any program would.
struct ArenaClient {
    private let loop: CurlLoop
    private let base: WebAddress
    private let jar: VoterJar

    /// A client of the arena at an address.
    ///
    /// - Throws: ``Failure`` with code `bad-address`.
    init(_ address: String, jar: VoterJar) throws {
        do {
            base = try WebAddress(address).allowingPrivate()
            loop = try CurlLoop()
        } catch {
            throw Failure(.usage, "bad-address", "\(address) is not an http or https address.")
        }
        self.jar = jar
    }

    /// Opens a battle on a prompt.
    func open(_ prompt: String) async throws -> OpenedDocument {
        let body = try JSONEncoder().encode(["prompt": prompt])
        let response = try await sendOnce("/api/v1/battles", body: Array(body))
        if let cookie = response.head["set-cookie"]?.prefix(while: { $0 != ";" }) {
            jar.keep(String(cookie))
        }
        return try decode(OpenedDocument.self, from: response)
    }

    /// Reads a battle's stream to its end, telling how far it is, and gives the battle then.
    func follow(_ opened: OpenedDocument) async throws -> BattleDocument {
        let request = CurlRequest(
            .get, address(opened.stream), headers: headers,
            limits: CurlLimits(
                firstByte: .seconds(60), stall: .seconds(60), total: .seconds(3600)))
        do {
            try await loop.exchange(request) { transfer throws(CurlFailure) in
                var characters = 0
                while let chunks = try await transfer.chunks() {
                    characters += chunks.reduce(0) { $0 + $1.bytes.count }
                    Progress.show("writing… \(characters) bytes")
                }
            }
        } catch {
            throw unreachable(error)
        }
        Progress.clear()
        let response = try await send(.get, "/api/v1/battles/\(opened.id)")
        return try decode(BattleDocument.self, from: response)
    }

    /// Votes, and gives the names.
    func vote(_ outcome: VoteOutcome, on battle: BattleDocument) async throws -> VoteDocument {
        var fields = ["outcome": outcome.rawValue]
        if battle.work != nil { fields["work"] = try await work(for: battle.id) }
        let body = try JSONEncoder().encode(fields)
        let response = try await sendOnce(
            "/api/v1/battles/\(battle.id)/vote", body: Array(body))
        return try decode(VoteDocument.self, from: response)
    }

    /// Does the work of a vote, by a challenge that stands long enough for it.
    private func work(for battle: String) async throws -> String? {
        let response = try await send(.get, "/api/v1/battles/\(battle)")
        return try decode(BattleDocument.self, from: response).work.flatMap(VoteWork.solution)
    }

    /// Sends what must happen once under a key of its own, and once more where no answer came: a
    /// server that did it before says so again.
    private func sendOnce(_ path: String, body: [UInt8]) async throws -> CurlResponse {
        let key = CurlRequest.Header("Idempotency-Key", UUID().uuidString)
        do {
            return try await send(.post, path, body: body, with: [key])
        } catch let failure as Failure where failure.code == "unreachable" && jar.cookie != nil {
            return try await send(.post, path, body: body, with: [key])
        }
    }

    private var headers: [CurlRequest.Header] {
        [CurlRequest.Header("Content-Type", "application/json")]
            + (jar.cookie.map { [CurlRequest.Header("Cookie", $0)] } ?? [])
    }

    private func address(_ path: String) -> WebAddress {
        base.appending(path)
    }

    private func send(
        _ method: CurlRequest.Method, _ path: String, body: [UInt8] = [],
        with further: [CurlRequest.Header] = []
    ) async throws -> CurlResponse {
        let request = CurlRequest(method, address(path), headers: headers + further, body: body)
        let response: CurlResponse
        do {
            response = try await loop.send(request)
        } catch {
            throw unreachable(error)
        }
        guard response.status < 400 else { throw refusal(response) }
        return response
    }

    private func decode<Value: Decodable>(
        _ type: Value.Type, from response: CurlResponse
    ) throws -> Value {
        do {
            return try JSONForm.decoder.decode(type, from: Data(response.body))
        } catch {
            throw Failure(.unreachable, "not-an-arena", "The server does not answer like an arena.")
        }
    }

    private struct Problem: Decodable {
        let code: String
        let detail: String
    }

    private func refusal(_ response: CurlResponse) -> Failure {
        guard let problem = try? JSONDecoder().decode(Problem.self, from: Data(response.body))
        else { return Failure(.unreachable, "http-\(response.status)", "The server refused.") }
        let exit: Failure.Exit =
            switch response.status {
            case 404: .noInput
            case 409 where problem.code == "need-two-models": .nothingToDo
            case 429, 500...: .tryLater
            case 401, 403: .notAllowed
            default: .badData
            }
        return Failure(exit, problem.code, problem.detail)
    }

    private func unreachable(_ error: any Error) -> Failure {
        Failure(
            .unreachable, "unreachable",
            "The arena at \(base) cannot be reached. Is `arena serve` running?")
    }
}
