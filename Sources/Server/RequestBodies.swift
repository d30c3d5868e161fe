import Arena
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Ratings

/// What a visitor may send to go on with a battle.
struct PromptRequest: Decodable {
    let prompt: String

    static let fields: Set<String> = ["prompt"]
}

/// What a visitor may send to open a battle: a prompt, and two models if he chooses the pair.
struct OpenRequest: Decodable {
    let prompt: String
    let kind: String?
    let pair: [String]?
    let publish: Bool?

    static let fields: Set<String> = ["prompt", "kind", "pair", "publish"]

    init(prompt: String, kind: String?, pair: [String]?, publish: Bool? = nil) {
        self.prompt = prompt
        self.kind = kind
        self.pair = pair
        self.publish = publish
    }

    /// What a form's fields ask for; it names the pair as `a` and `b`.
    init(form fields: [String: String]) {
        let names = [fields["a"], fields["b"]].compactMap { $0 }.filter { !$0.isEmpty }
        let isNamed = fields["named"] != nil && !names.isEmpty
        self.init(
            prompt: fields["prompt"] ?? "", kind: isNamed ? "named" : fields["kind"],
            pair: names.isEmpty ? nil : names, publish: fields["unpublished"] == nil)
    }

    /// How the battle is to be.
    func wish(in roster: Roster) throws(ArenaError) -> OpenWish {
        OpenWish(
            pair: try ChosenPair.requested(kind: kind, names: pair, in: roster),
            isPublished: publish ?? true)
    }
}

/// What a visitor may send to have a failed side answered after all.
struct RetryRequest: Decodable {
    /// Whether somebody else is to answer, in a new battle.
    let replace: Bool?

    static let fields: Set<String> = ["replace"]
}

extension Request {
    /// Decodes a JSON body that has these fields and no others.
    func json<Body: Decodable>(
        _ type: Body.Type, fields: Set<String>, upTo limit: Int
    ) async throws -> Body {
        try Self.decoded(type, fields: fields, from: try await jsonData(upTo: limit))
    }

    /// The bytes of a body that is said to be JSON.
    func jsonData(upTo limit: Int) async throws -> Data {
        guard headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw ArenaError.invalid(
                field: "", reason: "Send JSON with content-type application/json.")
        }
        return Data((try await body.collect(upTo: limit)).readableBytesView)
    }

    /// A value from JSON that has these fields and no others.
    static func decoded<Body: Decodable>(
        _ type: Body.Type, fields: Set<String>, from data: Data
    ) throws -> Body {
        guard let keys = try? JSONDecoder().decode([String: AnyValue].self, from: data).keys else {
            throw ArenaError.invalid(field: "", reason: "The body is not a JSON object.")
        }
        guard keys.count == JSONMembers.count(in: data) else {
            throw ArenaError.invalid(field: "", reason: "A field was sent twice.")
        }
        if let stray = keys.first(where: { !fields.contains($0) }) {
            throw ArenaError.invalid(
                field: String(stray.prefix(40)),
                reason:
                    "This field is not known here; known: \(fields.sorted().joined(separator: ", "))."
            )
        }
        guard let value = try? JSONDecoder().decode(type, from: data) else {
            throw ArenaError.invalid(
                field: fields.sorted().joined(separator: ","),
                reason: "A field is missing or is not text.")
        }
        return value
    }

    /// Decodes a submitted form into its fields; the last of equal names wins nothing: it is refused.
    func form(upTo limit: Int) async throws -> [String: String] {
        let buffer = try await body.collect(upTo: limit)
        var fields: [String: String] = [:]
        for pair in String(buffer: buffer).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.formDecoded(parts[0]),
                let value = Self.formDecoded(parts.count == 2 ? parts[1] : "")
            else { throw ArenaError.invalid(field: "form", reason: "It is not a valid form.") }
            guard fields.updateValue(value, forKey: name) == nil else {
                throw ArenaError.invalid(field: name, reason: "It was sent twice.")
            }
        }
        return fields
    }

    private static func formDecoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

/// Any JSON value; only its presence counts.
private struct AnyValue: Decodable {
    init(from decoder: any Decoder) throws {}
}
