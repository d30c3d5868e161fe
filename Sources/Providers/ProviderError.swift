/// Why a configured provider cannot be used; names the setting at fault, never a key.
package enum ProviderError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No provider of this name is configured.
    case unknown(provider: String)
    /// Two providers bear this name.
    case twice(provider: String)
    /// The environment variable that should hold the key is not set, or empty.
    case missingKey(provider: String, variable: String)
    /// The key in this variable holds characters that cannot be in a header.
    case badKey(provider: String, variable: String)
    /// The base URL is not one.
    case badURL(provider: String, reason: String)

    /// One sentence for the operator.
    package var description: String {
        switch self {
        case .unknown(let provider):
            "No provider is called \"\(provider)\"."
        case .twice(let provider):
            "Two providers are called \"\(provider)\"."
        case .missingKey(let provider, let variable):
            "The provider \"\(provider)\" needs a key: set the environment variable \(variable)."
        case .badKey(let provider, let variable):
            "The key of \"\(provider)\" in \(variable) holds control characters."
        case .badURL(let provider, let reason):
            "The base URL of \"\(provider)\" cannot be used. \(reason)"
        }
    }
}
