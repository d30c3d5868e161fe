import Foundation
import Providers
import Testing

/// A program that talks to the arena over a socket and keeps every byte it was sent.
final class Visitor {
    private let loop: CurlLoop
    private let base: String
    private var cookies: [String: String] = [:]
    /// All heads and bodies received so far.
    private(set) var received = ""

    init(_ base: String) throws {
        loop = try CurlLoop()
        self.base = base
    }

    /// The same visitor at another address, with the same cookies.
    func moved(to base: String) throws -> Visitor {
        let visitor = try Visitor(base)
        visitor.cookies = cookies
        return visitor
    }

    /// What an answer was.
    struct Answer {
        let status: Int
        let headers: [CurlRequest.Header]
        let body: String

        /// A field of a JSON object, by the path to it.
        func field(_ path: String...) throws -> String {
            var value: Any? = try JSONSerialization.jsonObject(with: Data(body.utf8))
            for name in path {
                value = (value as? [String: Any])?[name] ?? (value as? [Any])?[Int(name) ?? 0]
            }
            return "\(try #require(value, "no \(path.joined(separator: ".")) in \(body)"))"
        }
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }

    /// Asks again and again, at most 500 times, until an answer is as wanted.
    func get(_ path: String, until isWanted: (Answer) throws -> Bool) async throws -> Answer {
        for _ in 0..<500 {
            let answer = try await get(path)
            if try isWanted(answer) { return answer }
        }
        Issue.record("\(path) never became what was wanted")
        return try await get(path)
    }

    func post(
        _ path: String, json: [String: String], headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = Array(try JSONSerialization.data(withJSONObject: json))
        return try await post(path, body: body, headers: headers)
    }

    /// Sends JSON as it is.
    func post(
        _ path: String, body: [UInt8], headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(
            .post, path,
            headers: headers.merging(["Content-Type": "application/json"]) { $1 }, body: body)
    }

    func post(
        _ path: String, form: [String: String], headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = form.map { name, value in
            let safe = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return "\(name)=\(safe)"
        }.joined(separator: "&")
        return try await send(
            .post, path,
            headers: headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 },
            body: Array(body.utf8))
    }

    private func send(
        _ method: CurlRequest.Method, _ path: String, headers: [String: String],
        body: [UInt8] = []
    ) async throws -> Answer {
        var all = headers.map { CurlRequest.Header($0.key, $0.value) }
        if !cookies.isEmpty {
            let pairs = cookies.map { "\($0.key)=\($0.value)" }.sorted()
            all.append(CurlRequest.Header("Cookie", pairs.joined(separator: "; ")))
        }
        let response = try await loop.send(
            CurlRequest(method, try WebAddress(base + path), headers: all, body: body))
        for header in response.head.headers {
            received += "\(header.name): \(header.value)\n"
            if header.name == "set-cookie" { keep(header.value) }
        }
        let text = String(decoding: response.body, as: UTF8.self)
        received += text
        return Answer(status: response.status, headers: response.head.headers, body: text)
    }

    /// Keeps the two cookies that make somebody of a visitor.
    private func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        guard let name = pair.first, ["arena_voter", "arena_admin"].contains(name) else { return }
        cookies[String(name)] = pair.count == 2 ? String(pair[1]) : nil
    }
}
