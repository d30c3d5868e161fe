import Arena
import Foundation
import Providers

/// One visitor who looks at one battle from everywhere before the vote.
final class LeakVisit {
    /// One answer, head and body, and how it was asked for.
    struct Sent {
        let view: String
        let text: String
    }

    private var client: LeakClient
    private(set) var sent: [Sent] = []

    init(_ base: String, loop: CurlLoop) {
        client = LeakClient(loop: loop, base: base)
    }

    /// Opens a battle and looks at all there is to see until its turn has ended.
    func look(prompt: String, turns: Int) async throws -> String {
        let opened = try await ask(.post, "/api/v1/battles", json: ["prompt": prompt])
        let id = try JSONDecoder().decode(OpenedDocument.self, from: Data(opened.body)).id
        try await watch(id)
        for _ in 1..<turns {
            _ = try await ask(.post, "/api/v1/battles/\(id)/turns", json: ["prompt": prompt])
            try await watch(id)
        }
        return id
    }

    /// What a vote is answered with; it is kept apart from what came before it.
    func vote(on id: String) async throws -> String {
        let body = try JSONEncoder().encode(["outcome": "tie"])
        let response = try await client.send(
            .post, "/api/v1/battles/\(id)/vote", body: Array(body))
        return String(decoding: response.body, as: UTF8.self)
    }

    private func watch(_ id: String) async throws {
        let page = try await ask(.get, "/b/\(id)")
        try await lookAround(id)
        let (text, visitor) = (String(decoding: page.body, as: UTF8.self), client)
        async let frames = Self.frames(in: text, by: visitor)
        let stream = try await ask(.get, "/api/v1/battles/\(id)/stream")
        sent += try await frames
        let last = String(decoding: stream.body, as: UTF8.self).split(separator: "\n")
            .last { $0.hasPrefix("id: ") }?.dropFirst(4)
        _ = try await ask(
            .get, "/api/v1/battles/\(id)/stream", also: ["Last-Event-ID": String(last ?? "")])
        _ = try await ask(.get, "/b/\(id)")
        try await lookAround(id)
    }

    /// Twins, errors and side doors.
    private func lookAround(_ id: String) async throws {
        for suffix in ["", ".md", ".json", "/nowhere"] {
            _ = try await ask(.get, "/b/\(id)\(suffix)")
            _ = try await ask(.get, "/api/v1/battles/\(id)\(suffix)")
        }
        _ = try await ask(.post, "/b/\(id)/vote", json: ["outcome": "a"])
        _ = try await ask(.post, "/api/v1/battles/\(id)/vote", json: ["outcome": "neither"])
        _ = try await ask(.post, "/api/v1/battles/\(id)/turns", json: ["prompt": ""])
        var other = client
        other.cookie = nil
        let stranger = try await other.send(.get, "/api/v1/battles/\(id)")
        keep("GET /api/v1/battles/{id} as a stranger", stranger)
    }

    /// The two frames of a page without script, while they are written.
    private static func frames(
        in page: String, by client: LeakClient
    ) async throws -> [Sent] {
        try await withThrowingTaskGroup(of: Sent.self) { group in
            for part in page.components(separatedBy: "<iframe src=\"").dropFirst() {
                let path = String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
                group.addTask {
                    Sent(view: "frame", text: text(of: try await client.send(.get, path)))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func ask(
        _ method: CurlRequest.Method, _ path: String, json: [String: String]? = nil,
        also headers: [String: String] = [:]
    ) async throws -> CurlResponse {
        let body = try json.map { Array(try JSONEncoder().encode($0)) } ?? []
        let response = try await client.send(method, path, body: body, also: headers)
        keep("\(method.rawValue) \(path)", response)
        if let new = response.head["set-cookie"]?.prefix(while: { $0 != ";" }) {
            client.cookie = String(new)
        }
        return response
    }

    private func keep(_ view: String, _ response: CurlResponse) {
        sent.append(Sent(view: view, text: Self.text(of: response)))
    }

    private static func text(of response: CurlResponse) -> String {
        response.head.headers.map { "\($0.name): \($0.value)\n" }.joined()
            + String(decoding: response.body, as: UTF8.self)
    }
}

/// What a visitor is over HTTP: an address and a cookie.
struct LeakClient: Sendable {
    let loop: CurlLoop
    let base: String
    var cookie: String?

    func send(
        _ method: CurlRequest.Method, _ path: String, body: [UInt8] = [],
        also: [String: String] = [:]
    ) async throws -> CurlResponse {
        var headers = also.map { CurlRequest.Header($0.key, $0.value) }
        headers.append(CurlRequest.Header("Content-Type", "application/json"))
        headers.append(CurlRequest.Header("Connection", "close"))
        if let cookie { headers.append(CurlRequest.Header("Cookie", cookie)) }
        return try await loop.send(
            CurlRequest(
                method, try WebAddress(base + path), headers: headers, body: body,
                limits: CurlLimits(firstByte: .seconds(60), stall: .seconds(60))))
    }
}
