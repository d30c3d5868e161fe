import Crypto
import Foundation

/// What enters a battle: a model at a provider, with its settings and system prompt.
package struct Contender: Hashable, Sendable {
    /// The short name, unique in the configuration.
    package let id: ContenderID
    /// The name people read after the reveal.
    package let name: String
    /// The slug of a catalogue record, where there is one.
    package let model: String?
    /// Which configured provider serves it.
    package let provider: String
    /// Where and how it is asked, see ``ProviderSettings/endpoint``; `nil` where the address is
    /// made up at each start, as that of the practice guides.
    package let endpoint: String?
    /// What the provider calls the model.
    package let upstreamModel: String
    /// How replies are sampled.
    package let settings: Sampling
    /// The instruction set before every conversation, if any.
    package let systemPrompt: String?
    /// What the provider asks; `nil` when not known.
    package let price: Price?
    /// Which ratings its votes enter.
    package let pool: Pool

    /// Why it does not play any more, where the configuration says so.
    package let retirement: String?

    /// What answered, as 32 hexadecimal digits: it changes when anything changes that can change
    /// an answer, so that votes stay bound to the very version that was judged.
    ///
    /// SHA-256, cut to 128 bits, over provider, upstream model, settings, system prompt and, where
    /// there is one, the endpoint, each preceded by its length in bytes.
    package let version: String

    /// Puts a contender together; nothing is checked here beyond the types.
    ///
    /// - Parameter version: as the store holds it; `nil` to make it from the rest. What is stored
    ///   is never computed anew, so that history stays what it was.
    package init(
        id: ContenderID, name: String? = nil, model: String? = nil, provider: String,
        upstreamModel: String, settings: Sampling = Sampling(), systemPrompt: String? = nil,
        price: Price? = nil, pool: Pool = .real, endpoint: String? = nil, version: String? = nil,
        retirement: String? = nil
    ) {
        self.retirement = retirement
        self.id = id
        self.name = name ?? id.text
        self.model = model
        self.provider = provider
        self.upstreamModel = upstreamModel
        self.settings = settings
        self.systemPrompt = systemPrompt
        self.price = price
        self.pool = pool
        self.endpoint = endpoint
        let parts = [provider, upstreamModel, settings.canonical, systemPrompt ?? "\u{0}"]
        self.version = version ?? Self.version(of: parts + (endpoint.map { [$0] } ?? []))
    }

    /// The same contender, asked at the endpoint of its provider.
    package func asked(of providers: [ProviderSettings]) -> Contender {
        Contender(
            id: id, name: name, model: model, provider: provider, upstreamModel: upstreamModel,
            settings: settings, systemPrompt: systemPrompt, price: price, pool: pool,
            endpoint: providers.first { $0.name == provider }?.endpoint, retirement: retirement)
    }

    /// The host of its endpoint; `nil` where it has none.
    package var host: String? {
        let address = endpoint?.split(separator: " ").last.flatMap { URL(string: String($0)) }
        return address?.host(percentEncoded: false).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func version(of parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array("\(part.utf8.count):".utf8))
            hash.update(data: Array(part.utf8))
        }
        return RandomText.hex(hash.finalize().prefix(16))
    }
}

/// Which ratings a vote enters.
package enum Pool: String, Sendable, Codable, CaseIterable {
    /// Language models.
    case real
    /// The built-in practice guides; never mixed with models.
    case practice
}

/// The sampling settings sent with every prompt; what is `nil` is not sent.
package struct Sampling: Hashable, Sendable, Codable {
    /// Randomness, 0 to 2.
    package var temperature: Double?
    /// Nucleus mass, 0 to 1.
    package var topP: Double?
    /// The most tokens a reply may have.
    package var maxTokens: Int
    /// A seed for providers that take one.
    package var seed: Int?

    /// The settings; a reply has at most 2,048 tokens unless told otherwise.
    package init(
        temperature: Double? = nil, topP: Double? = nil, maxTokens: Int = 2048, seed: Int? = nil
    ) {
        self.temperature = temperature
        self.topP = topP
        self.maxTokens = maxTokens
        self.seed = seed
    }

    /// One text for equal settings, used in ``Contender/version``.
    var canonical: String {
        let written = { (value: (any CustomStringConvertible)?) in value?.description ?? "-" }
        return [written(temperature), written(topP), written(maxTokens), written(seed)]
            .joined(separator: ",")
    }
}
