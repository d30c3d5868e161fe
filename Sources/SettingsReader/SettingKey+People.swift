import Arena
import Catalogue

extension SettingKey {
    /// The keys on who may read and vote, and on what may be spent.
    static let people = [
        SettingKey(
            "access", "public, invited or header:NAME",
            fallback: "public on a loopback address, else invited", variable: "ARENA_ACCESS",
            access: Access(
                read: { (written, settings) throws(Refusal) in
                    settings.chosenAccess = try access(written)
                }, write: \.access.description),
            "Who may vote: anyone, people with an invitation link, or whom a proxy names."),
        SettingKey(
            "trusted_proxies", "addresses or networks", fallback: "this machine's own addresses",
            variable: "ARENA_TRUSTED_PROXIES",
            access: Access(
                read: { (written, settings) throws(Refusal) in
                    settings.trustedProxies = try ranges(written)
                }, write: { $0.trustedProxies.map(\.description).joined(separator: " ") }),
            "Further proxies that may name a user with access header:NAME."),
        SettingKey(
            "reading", "everyone or members", variable: "ARENA_READING",
            access: .word(\.reading), "Who may read the pages: anyone, or only who may vote."),
        SettingKey(
            "daily_budget", "US dollars", fallback: "no ceiling", variable: "ARENA_DAILY_BUDGET",
            access: Access(
                read: { (written, settings) throws(Refusal) in
                    settings.dailyBudget = try ValueForm.dollars(written)
                }, write: { $0.dailyBudget?.description ?? "" }),
            "What may be spent in a day (UTC); then contenders that cost money wait."),
    ]

    private static func access(_ written: String) throws(Refusal) -> Arena.Access {
        guard let access = Arena.Access(written) else {
            throw Refusal(
                reason: "\(Secrets.quoted(written)) is not a way to tell who may vote.",
                advice: "Write public, invited, or header: and a header's name, "
                    + "as header:X-Forwarded-User.")
        }
        return access
    }

    private static func ranges(_ written: String) throws(Refusal) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for part in written.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let range = AddressRange(String(part)) else {
                throw Refusal(
                    reason: "\(Secrets.quoted(String(part))) is not an address or a network.",
                    advice: "Write numbers, as 10.0.0.7 or 10.0.0.0/8, with blanks between them.")
            }
            ranges.append(range)
        }
        return ranges
    }
}
