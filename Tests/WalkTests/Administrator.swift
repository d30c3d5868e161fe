import Foundation
import Testing

/// Somebody with the link that the server printed, who acts through its pages as a person does.
struct Administrator {
    let visitor: Visitor

    /// Enters by a link.
    init(_ arena: Arena, link: String? = nil) async throws {
        visitor = try Visitor(arena.address)
        let code = try Self.code(in: link ?? arena.adminLink)
        let answer = try await visitor.post("/admin/enter", form: ["code": code, "name": "Ada"])
        try #require(answer.status == 303, "\(answer.body)")
    }

    /// The code of a link.
    static func code(in link: String) throws -> String {
        try #require(link.split(separator: "=").last)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The page between asking for a change and making it.
    func ask(_ path: String) async throws -> Visitor.Answer {
        let page = try await visitor.get(path)
        try #require(page.status == 200, "\(path): \(page.body)")
        return page
    }

    /// Asks for a change, looks at its page and confirms it.
    @discardableResult
    func confirm(_ path: String, _ further: [String: String] = [:]) async throws -> Visitor.Answer {
        let page = try await ask(path)
        let form = try #require(page.body.components(separatedBy: "<form class=\"adminform\"").last)
        let action = try #require(Self.value(of: "action", in: form))
        return try await visitor.post(
            action, form: Self.hidden(in: form).merging(further) { $1 })
    }

    /// What the hidden fields of a form send.
    static func hidden(in form: String) -> [String: String] {
        var fields: [String: String] = [:]
        for part in form.components(separatedBy: "<input type=\"hidden\"").dropFirst() {
            guard let name = value(of: "name", in: part), let value = value(of: "value", in: part)
            else { continue }
            fields[name] = value
        }
        return fields
    }

    /// The token of this session's forms.
    func token() async throws -> String {
        let page = try await visitor.get("/admin")
        return try #require(Self.hidden(in: page.body)["token"])
    }

    /// What was done, the newest first.
    func actions() async throws -> [String] {
        let answer = try await visitor.get("/api/v1/admin/audit")
        let log = try JSONDecoder().decode(Log.self, from: Data(answer.body.utf8))
        return log.items.map(\.action)
    }

    private struct Log: Decodable {
        struct Item: Decodable { let action: String }
        let items: [Item]
    }

    private static func value(of attribute: String, in text: String) -> String? {
        let parts = text.components(separatedBy: " \(attribute)=\"")
        guard parts.count > 1 else { return nil }
        return parts[1].components(separatedBy: "\"")[0].replacing("&amp;", with: "&")
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    }
}
