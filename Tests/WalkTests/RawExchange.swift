import Foundation

/// One request by hand and its answer, for the matrices of routes.
struct RawExchange {
    let status: Int
    /// By lower-case name; several of one name joined by a line feed.
    let headers: [String: String]
    let body: String

    /// Sends a request and reads the answer to its end.
    init(
        _ method: String, _ path: String, at address: String, headers: [String: String] = [:],
        body: String = ""
    ) async throws {
        let client = try RawClient(address)
        let host = address.replacing("http://", with: "")
        var head = "\(method) \(path) HTTP/1.1\r\nConnection: close\r\n"
        for (name, value) in headers.merging(["Host": host], uniquingKeysWith: { mine, _ in mine })
        {
            head += "\(name): \(value)\r\n"
        }
        if method != "GET" { head += "Content-Length: \(body.utf8.count)\r\n" }
        client.send(head + "\r\n" + body)
        guard let text = await client.readToEnd() else { throw CocoaError(.fileReadUnknown) }
        let parts = text.components(separatedBy: "\r\n\r\n")
        let lines = parts[0].components(separatedBy: "\r\n")
        status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            fields[line[..<colon].lowercased(), default: ""] +=
                (fields[line[..<colon].lowercased()] == nil ? "" : "\n") + value
        }
        self.headers = fields
        self.body = parts.dropFirst().joined(separator: "\r\n\r\n")
    }

    /// What a `Set-Cookie` of this answer makes a browser send, by the start of its name.
    func cookie(_ start: String) -> String? {
        headers["set-cookie"]?.split(separator: "\n").first { $0.hasPrefix(start) }
            .map { String($0.prefix { $0 != ";" }) }
    }
}

/// Everybody who can stand before a route, in one arena with a finished battle.
struct RouteRig {
    let arena: Arena
    let owner: String
    let other: String
    let admin: String
    let ended: String

    init(_ settings: String? = nil) async throws {
        let upstreams = try Upstreams()
        arena = try await Arena(
            settings: upstreams.configuration + "\npacing: live\n" + (settings ?? ""),
            upstreams: [upstreams.openAI, upstreams.anthropic])
        let address = arena.address
        let voter = { try await RawExchange("GET", "/", at: address).cookie("arena_voter") }
        (owner, other) = (try await voter() ?? "", try await voter() ?? "")
        let enter = { (link: String) in
            try await RawExchange(
                "POST", "/admin/enter", at: address,
                headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: "code=\(try Administrator.code(in: link))&name=Ada"
            ).cookie("arena_admin") ?? ""
        }
        admin = try await enter(arena.adminLink)
        let made = try await Program.run(["admin-link", "--data", arena.folder.path])
        let line = made.output.split(separator: "\n").first { $0.contains("code=") } ?? ""
        ended = try await enter(String(line))
        let page = try await RawExchange("GET", "/admin", at: address, headers: ["Cookie": ended])
        let token = Administrator.hidden(in: page.body)["token"] ?? ""
        _ = try await RawExchange(
            "POST", "/admin/leave", at: address,
            headers: ["Cookie": ended, "Content-Type": "application/x-www-form-urlencoded"],
            body: "token=\(token)")
    }

    /// A finished battle of the owner's.
    func battle() async throws -> String {
        let opened = try await RawExchange(
            "POST", "/api/v1/battles", at: arena.address,
            headers: ["Cookie": owner, "Content-Type": "application/json"],
            body: #"{"prompt":"Why is the sky blue?"}"#)
        let id = opened.body.components(separatedBy: #""id":""#).dropFirst().first.map {
            String($0.prefix(22))
        }
        _ = try await RawExchange(
            "GET", "/api/v1/battles/\(id ?? "")/stream", at: arena.address,
            headers: ["Cookie": owner])
        return id ?? ""
    }

    /// A path with its names in braces filled in.
    static func path(_ pattern: String, battle: String) -> String {
        let samples = [
            "{a}": "aspen", "{b}": "birch", "{pair}": "aspen-vs-birch", "{model}": "aspen",
            "{side}": "a", "{figure}": "ratings.svg", "{name}": "local-one", "{number}": "1",
            "{code}": "validation",
        ]
        var path =
            pattern.contains("contenders/{id}") ? pattern.replacing("{id}", with: "aspen") : pattern
        path = path.replacing("{id}", with: battle).replacing("**", with: "x")
        path = path.replacing(
            "{file}", with: pattern.contains("badge") ? "aspen.svg" : "votes.jsonl")
        for (name, sample) in samples { path = path.replacing(name, with: sample) }
        return path
    }
}
