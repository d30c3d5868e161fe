import Arena
import Catalogue
import Comparisons
import Hummingbird

/// What a reader of a comparison may choose in its address: blend, tier and traffic.
struct TrafficQuery {
    private let fields: [String: String]

    /// The choices of a request.
    init(_ request: Request) {
        var fields: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { fields[String(name)] = String(value) }
        self.fields = fields
    }

    /// How tokens in and out are weighed; `nil` for the page's own choice.
    var blend: Blend? {
        get throws(ArenaError) {
            guard let text = fields["blend"], !text.isEmpty else { return nil }
            guard let blend = Blend(text) else {
                throw .invalid(field: "blend", reason: "It is like 3:1, 70:30 or arena.")
            }
            return blend
        }
    }

    /// The service level whose routes are priced.
    var tier: Route.Tier {
        get throws(ArenaError) {
            guard let text = fields["tier"], !text.isEmpty else { return .standard }
            guard let tier = Route.Tier(rawValue: text) else {
                let words = Route.Tier.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid(field: "tier", reason: "It is one of \(words).")
            }
            return tier
        }
    }

    /// A month's traffic; `nil` where none is asked for.
    var traffic: Traffic? {
        get throws(ArenaError) {
            guard ["requests", "in", "out"].contains(where: { fields[$0] != nil }) else {
                return nil
            }
            let traffic = Traffic(
                requests: try whole("requests", or: 100_000), tokensIn: try whole("in", or: 500),
                tokensOut: try whole("out", or: 300), cached: try hundredths("cached") ?? 0,
                retries: try hundredths("retries"))
            guard let traffic else {
                throw .invalid(
                    field: "requests",
                    reason: "Requests are 1 to 100 million, tokens up to 10 million each, "
                        + "shares 0 to 100 %.")
            }
            return traffic
        }
    }

    private func whole(_ name: String, or usual: Int) throws(ArenaError) -> Int {
        guard let text = fields[name]?.filter({ $0 != "," && $0 != " " }), !text.isEmpty else {
            return usual
        }
        guard let number = Int(text) else {
            throw .invalid(field: name, reason: "It is a whole number.")
        }
        return number
    }

    /// A percentage with at most two decimals, in hundredths of a percent.
    private func hundredths(_ name: String) throws(ArenaError) -> Int? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        guard let number = FixedPoint(decimal: text), number.millionths % 10_000 == 0 else {
            throw .invalid(field: name, reason: "It is a percentage with at most two decimals.")
        }
        return Int(number.millionths / 10_000)
    }
}
