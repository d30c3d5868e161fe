/// Hides, until the vote, addresses in a reply whose host belongs to a maker or provider of models.
///
/// The rule is the same for every battle and both sides, whoever wrote: it knows a closed table of
/// makers and providers and the hosts of the settings, and nothing of the contenders in play. The
/// stored reply keeps its addresses; see `Decisions/links-behind-a-veil.md`.
package struct LinkVeil: Sendable, Equatable {
    /// What stands in an address's place.
    package static let word = "[link]"

    /// Domains that are hidden with all hosts below them.
    private var domains: Set<String>
    /// Hosts of this machine or network, with their ports: alone they would be any server there.
    private var places: Set<String> = []
    /// The labels of the longest domain.
    private var longest: Int

    /// The closed table, and the hosts of these addresses, as `https://llm.example/v1`.
    package init(addresses: [String] = []) {
        domains = Set(Self.makers)
        longest = 0
        for address in addresses { add(address) }
        longest = domains.map { $0.count { $0 == "." } + 1 }.max() ?? 0
    }

    /// A text as it is shown before the vote.
    ///
    /// Complexity: linear.
    package func hide(_ text: String) -> String {
        var veiled = VeiledText(under: self)
        return (veiled.feed(text) + veiled.finish()).map(\.shown).joined()
    }

    /// The texts of turns as they are shown. Linear in the texts.
    func texts(of turns: some Sequence<Turn>) -> [Sides<String>] {
        turns.map { $0.replies.map { hide($0.text) } }
    }

    /// The part of a text of which `shown` bytes stand on a page; an address of which any part of
    /// ``word`` stands there counts whole.
    func source(of shown: Int, in text: String) -> String {
        var veiled = VeiledText(under: self)
        var (given, end) = (0, 0)
        for piece in veiled.feed(text) + veiled.finish() {
            if given >= shown, !piece.shown.isEmpty { break }
            given += piece.shown.utf8.count
            end += piece.source
            if given > shown, !piece.isHidden { end -= given - shown }
        }
        return String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }

    /// Whether a host, in small letters, is hidden: one of the domains stands in it, at its end or,
    /// as in `openai.com.example`, before.
    func hides(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1 else { return false }
        return labels.indices.contains { start in
            (2...longest).contains { count in
                start + count <= labels.count
                    && domains.contains(labels[start..<start + count].joined(separator: "."))
            }
        }
    }

    /// Whether a host is hidden with some port.
    func mayHide(_ host: String) -> Bool {
        !places.isEmpty && places.contains { $0.hasPrefix(host + ":") }
    }

    /// Whether a host is hidden with this port.
    func hides(_ host: String, port: String) -> Bool { places.contains(host + ":" + port) }

    private mutating func add(_ address: String) {
        let parts = address.lowercased().split(separator: "://", maxSplits: 1)
        guard parts.count == 2 else { return }
        let authority = parts[1].prefix { !"/?#".contains($0) }
        let place = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = place.first, place.count <= 2, !host.isEmpty else { return }
        let port = place.count == 2 ? String(place[1]) : parts[0] == "http" ? "80" : "443"
        if Self.isLocal(host) {
            places.insert("\(host):\(port)")
        } else {
            domains.insert(Self.domain(of: host))
        }
    }

    /// Whether a host is one of this machine or network: a bare word, or an address set aside for
    /// them.
    private static func isLocal(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".")
        guard labels.count > 1 else { return true }
        guard labels.allSatisfy({ Int($0) != nil }) else {
            return ["internal", "local", "localhost", "lan"].contains(labels.last)
        }
        let isMiddle = (16...31).contains(Int(labels[1]) ?? 0)
        return ["0", "10", "127"].contains(labels[0]) || host.hasPrefix("192.168.")
            || labels[0] == "172" && isMiddle
    }

    /// What a host is registered under, as far as that can be told without a list of registries:
    /// its last two labels, or three where the last but one is as short as `co`.
    private static func domain(of host: Substring) -> String {
        let labels = host.split(separator: ".")
        guard !labels.allSatisfy({ Int($0) != nil }) else { return String(host) }
        let isShort =
            labels.count > 2 && labels[labels.count - 2].count <= 3
            && labels[labels.count - 1].count == 2
        return labels.suffix(isShort ? 3 : 2).joined(separator: ".")
    }
}
