package import Arena

/// A key that many people have in their environment, and the provider it belongs to.
package struct WellKnownKey: Sendable, Equatable {
    /// The environment variable.
    package let variable: String
    /// The provider as it would be configured.
    package let provider: ProviderSettings

    /// The keys looked for.
    package static let all = [
        WellKnownKey("OPENAI_API_KEY", "openai", .openai, "https://api.openai.com/v1"),
        WellKnownKey("ANTHROPIC_API_KEY", "anthropic", .anthropic, "https://api.anthropic.com/v1"),
        WellKnownKey(
            "GEMINI_API_KEY", "google", .google,
            "https://generativelanguage.googleapis.com/v1beta"),
        WellKnownKey("OPENROUTER_API_KEY", "openrouter", .openai, "https://openrouter.ai/api/v1"),
    ]

    /// Those of them that are set; no value is kept.
    package static func present(in environment: [String: String]) -> [WellKnownKey] {
        all.filter { !Secret(environment[$0.variable] ?? "").isEmpty }
    }

    private init(
        _ variable: String, _ name: String, _ wireProtocol: ProviderSettings.WireProtocol,
        _ baseURL: String
    ) {
        self.variable = variable
        provider = ProviderSettings(
            name: name, wireProtocol: wireProtocol, baseURL: baseURL, apiKeyVariable: variable)
    }
}
