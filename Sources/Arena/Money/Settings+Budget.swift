extension Settings {
    /// What may be spent: in all, with each provider and by each voter.
    ///
    /// - Parameter found: providers that stand in no settings.
    package func budget(with found: [ProviderSettings] = []) -> Budget {
        let providers = providers + found
        let limited = providers.filter(\.ceilings.isLimited).map { ($0.name, $0.ceilings) }
        return Budget(
            ceilings, byProvider: Dictionary(limited) { first, _ in first },
            perVoter: voterCeilings, unpriced: unpriced,
            freeProviders: Set(providers.filter(\.isFree).map(\.name)),
            estimating: Set(providers.filter { $0.onCancel == .estimate }.map(\.name)))
    }
}

extension ProviderSettings {
    /// Whether it asks for nothing, as was said or as a server on this machine.
    package var isFree: Bool { free ?? isOnLoopback }

    /// Whether its address names this machine; one with a name before the host never does.
    private var isOnLoopback: Bool {
        guard let scheme = baseURL.firstRange(of: "://") else { return false }
        let authority = baseURL[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
        guard !authority.contains("@") else { return false }
        let host =
            authority.hasPrefix("[")
            ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return Settings.Listen(host: host.lowercased()).isLoopback
    }
}
