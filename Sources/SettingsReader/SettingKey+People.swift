import Arena
import Catalogue

extension SettingKey {
    /// The keys on who may read and vote, and on what may be spent.
    static let people =
        [
            SettingKey(
                "access", "public, invited or header:NAME",
                fallback: "public on a loopback address, else invited", variable: "ARENA_ACCESS",
                access: Access(
                    read: { (written, settings) throws(Refusal) in
                        settings.chosenAccess = try access(written)
                    }, write: \.access.description),
                "Who may vote: anyone, people with an invitation link, or whom a proxy names."),
            SettingKey(
                "trusted_proxies", "addresses or networks",
                fallback: "this machine's own addresses",
                variable: "ARENA_TRUSTED_PROXIES",
                access: Access(
                    read: { (written, settings) throws(Refusal) in
                        settings.trustedProxies = try ranges(written)
                    }, write: { $0.trustedProxies.map(\.description).joined(separator: " ") }),
                "Further proxies that may name a user with access header:NAME."),
            SettingKey(
                "reading", "everyone or members", variable: "ARENA_READING",
                access: .word(\.reading), "Who may read the pages: anyone, or only who may vote."),
        ] + money

    /// The keys on what may be spent.
    private static let money = [
        ceiling(
            "daily_budget", \.ceilings.day,
            "What may be spent in a day (UTC); then contenders that cost money wait."),
        ceiling(
            "minute_budget", \.ceilings.minute, "What may be spent in a minute of the clock."),
        ceiling(
            "voter_daily_budget", \.voterCeilings.day,
            "What the battles of one voter may cost in a day (UTC)."),
        ceiling(
            "voter_minute_budget", \.voterCeilings.minute,
            "What the battles of one voter may cost in a minute of the clock."),
        SettingKey(
            "unpriced", "refuse or allow", variable: "ARENA_UNPRICED", access: .word(\.unpriced),
            "Whether a contender without a price plays while there is a ceiling."),
    ]

    private static func ceiling(
        _ name: String, _ path: Access.Path<Money?>, _ sentence: String
    ) -> SettingKey {
        SettingKey(
            name, "US dollars", fallback: "no ceiling", variable: "ARENA_\(name.uppercased())",
            access: Access(
                path, write: { $0?.description ?? "" },
                read: { (written) throws(Refusal) in try ValueForm.dollars(written) }),
            sentence)
    }

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
