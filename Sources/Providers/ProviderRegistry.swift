package import Arena

/// The configured providers by name, made when asked for.
package struct ProviderRegistry: Sendable {
    private let settings: [String: ProviderSettings]
    private let limits: Settings.Limits
    private let keys: @Sendable (String) -> String?
    private let loop: CurlLoop

    /// A registry.
    ///
    /// - Parameter keys: the value of an environment variable, `nil` where it is not set.
    /// - Throws: ``ProviderError/twice(provider:)``.
    package init(
        _ providers: [ProviderSettings], limits: Settings.Limits,
        keys: @escaping @Sendable (String) -> String?, loop: CurlLoop
    ) throws(ProviderError) {
        var settings: [String: ProviderSettings] = [:]
        for provider in providers {
            guard settings.updateValue(provider, forKey: provider.name) == nil else {
                throw .twice(provider: provider.name)
            }
        }
        self.settings = settings
        self.limits = limits
        self.keys = keys
        self.loop = loop
    }

    /// The provider of a name, asked once more where it fails for a moment.
    ///
    /// - Throws: ``ProviderError``, with the variable's name where a key is missing.
    package func provider(_ name: String) throws(ProviderError) -> any ModelProvider {
        guard let settings = settings[name] else { throw .unknown(provider: name) }
        return RetryingProvider(try speaker(settings))
    }

    /// The providers that these contenders need, by name.
    ///
    /// - Throws: ``ProviderError`` for the first that cannot be used.
    package func providers(
        for contenders: [Contender]
    ) throws(ProviderError) -> [String: any ModelProvider] {
        var providers: [String: any ModelProvider] = [:]
        for contender in contenders where providers[contender.provider] == nil {
            providers[contender.provider] = try provider(contender.provider)
        }
        return providers
    }

    private func speaker(_ settings: ProviderSettings) throws(ProviderError) -> any ModelProvider {
        let base = try address(of: settings)
        let key = try key(of: settings)
        switch settings.wireProtocol {
        case .openai:
            return OpenAIProvider(
                at: base, key: key, streams: settings.streams, limits: limits, loop: loop)
        case .anthropic:
            return AnthropicProvider(
                at: base, key: key, streams: settings.streams, limits: limits, loop: loop)
        case .google:
            return GoogleProvider(
                at: base, key: key, streams: settings.streams, limits: limits, loop: loop)
        }
    }

    private func address(of settings: ProviderSettings) throws(ProviderError) -> WebAddress {
        do throws(CurlFailure) {
            return try WebAddress(settings.baseURL).allowingPrivate(settings.allowsPrivate)
        } catch {
            throw .badURL(provider: settings.name, reason: error.detail)
        }
    }

    private func key(of settings: ProviderSettings) throws(ProviderError) -> Secret? {
        guard let variable = settings.apiKeyVariable else { return nil }
        let key = Secret(keys(variable) ?? "")
        guard !key.isEmpty else {
            throw .missingKey(provider: settings.name, variable: variable)
        }
        guard key.exposed.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .badKey(provider: settings.name, variable: variable)
        }
        return key
    }
}
