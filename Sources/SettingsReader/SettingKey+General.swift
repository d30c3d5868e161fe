import Arena

extension SettingKey {
    /// The keys outside providers and contenders.
    package static let general =
        [config, dataFolder, catalogue] + server + people + battles + limits + storage

    /// Which file is read; stands in no file itself.
    static let config = SettingKey(
        "config", "path", fallback: "arena.yaml in the data folder, else in the working folder",
        variable: "ARENA_CONFIG", flag: "--config", "The settings file.")

    static let dataFolder = SettingKey(
        "data", "path",
        fallback: "./arena-data if it exists, else $XDG_DATA_HOME/arena or ~/.local/share/arena",
        variable: "ARENA_DATA", flag: "--data", access: .line(\.dataFolder),
        "The folder of the database; in the file, relative to the folder of the file.")

    private static let catalogue = SettingKey(
        "catalogue", "path", fallback: "catalogue in the data folder",
        variable: "ARENA_CATALOGUE",
        access: Access(
            read: { (written, settings) throws(Refusal) in
                settings.catalogue = try ValueForm.line(written)
            }, write: \.catalogueFolder),
        "The folder of your own model facts, which extend those that come with the program.")

    private static let server = [
        SettingKey(
            "server.host", "host name or address", variable: "ARENA_HOST", flag: "--host",
            access: .line(\.listen.host), "The address on which the server listens."),
        SettingKey(
            "server.port", "0 to 65535", variable: "ARENA_PORT", flag: "--port",
            access: .whole(\.listen.port, in: 0...65_535),
            "The port on which the server listens; 0 takes a free one."),
        SettingKey(
            "server.public_url", "http or https address", fallback: "the address of each request",
            variable: "ARENA_PUBLIC_URL",
            access: Access(
                read: { (written, settings) throws(Refusal) in
                    settings.listen.publicURL = try WebAddress.read(ValueForm.line(written))
                }, write: { $0.listen.publicURL ?? "" }),
            "The address people reach it by; it stands in links for search engines and feeds."),
    ]

    private static let battles = [
        SettingKey(
            "pacing", "even, strict, live or hold", variable: "ARENA_PACING", flag: "--pacing",
            access: .word(\.pacing),
            "How answers are shown: at one even pace, at one fixed rate, as they come, or whole."),
        SettingKey(
            "minimum_votes", "0 to 1000000", variable: "ARENA_MINIMUM_VOTES",
            flag: "--minimum-votes", access: .whole(\.minimumVotes, in: 0...1_000_000),
            "The votes a contender needs before it is ranked."),
        SettingKey(
            "counters", "live or batched", fallback: "live on loopback, else batched",
            variable: "ARENA_COUNTERS",
            access: Access(
                read: { (written, settings) throws(Refusal) in
                    settings.counters = try ValueForm.word(written)
                }, write: { $0.publication.rawValue }),
            "When public pages show newer ratings: at once, or at most every 15 minutes and 10 votes."
        ),
        SettingKey(
            "control_share", "0 to 0.5", variable: "ARENA_CONTROL_SHARE",
            flag: "--control-share", access: .share(\.controlShare, upTo: 0.5),
            "The share of battles that are secretly one model against itself, to measure bias."),
        SettingKey(
            "require_both_seen", "true or false", variable: "ARENA_REQUIRE_BOTH_SEEN",
            flag: "--require-both-seen", access: .yesOrNo(\.requiresBothSeen),
            "Whether a vote counts only when both answers were on the screen."),
        SettingKey(
            "integrity", "auto, on or off", variable: "ARENA_INTEGRITY",
            access: .word(\.integrity),
            "Whether votes are guarded against being bought; auto: where anyone may vote from elsewhere."
        ),
        SettingKey(
            "counted_votes_per_day", "1 to 1000000", variable: "ARENA_COUNTED_VOTES_PER_DAY",
            access: .whole(\.countedVotesPerDay, in: 1...1_000_000),
            "Counted votes of one voter in a day (UTC), where votes are guarded."),
        SettingKey(
            "vote_work_bits", "0 to 22", variable: "ARENA_VOTE_WORK_BITS",
            access: .whole(\.voteWorkBits, in: VoteWork.bits),
            "Zero bits of the work a vote is asked for, where votes are guarded; 0: none."),
        SettingKey(
            "detect", "true or false", variable: "ARENA_DETECT", flag: "--detect",
            access: .yesOrNo(\.detects),
            "Whether to look for model servers on this machine when no contender is set up."),
    ]

    private static let limits = [
        limit("connect_seconds", .seconds(\.limits.connectSeconds), "Seconds to connect."),
        limit(
            "first_byte_seconds", .seconds(\.limits.firstByteSeconds),
            "Seconds from a request to the first byte of its answer."),
        limit(
            "stall_seconds", .seconds(\.limits.stallSeconds), "Seconds a stream may pause."),
        limit(
            "total_seconds", .seconds(\.limits.totalSeconds), "Seconds for a whole answer."),
        limit(
            "line_bytes", .whole(\.limits.lineBytes, in: 1024...16_777_216),
            "Bytes of one line of a provider's stream.", form: "1024 to 16777216"),
        limit(
            "answer_bytes", .whole(\.limits.answerBytes, in: 1024...16_777_216),
            "Bytes of one answer's text.", form: "1024 to 16777216"),
        limit(
            "concurrent_replies", .whole(\.limits.concurrentReplies, in: 2...10_000),
            "Answers that may be written at the same time, two a battle.", form: "2 to 10000"),
        limit(
            "unwatched_seconds", .seconds(\.limits.unwatchedSeconds),
            "Seconds without a watcher after which a battle's answers are cancelled."),
        limit(
            "leave_grace_seconds", .seconds(\.limits.leaveGraceSeconds),
            "Seconds for a reader who left to come back before the answers are cancelled."),
        limit(
            "stop_seconds", .seconds(\.limits.stopSeconds),
            "Seconds that answers may go on once the server is told to stop."),
        limit(
            "connections", .whole(\.traffic.connections, in: 16...1_000_000),
            "Connections in all.", form: "16 to 1000000"),
        limit(
            "connections_per_address",
            .whole(\.traffic.connectionsPerAddress, in: 1...1_000_000),
            "Connections of one address, of one /64 in IPv6.", form: "1 to 1000000"),
        limit(
            "openings_per_minute", .whole(\.traffic.openingsPerMinute, in: 1...1_000_000),
            "Battles and further turns that one address may begin.", form: "1 to 1000000"),
        limit(
            "votes_per_minute", .whole(\.traffic.votesPerMinute, in: 1...1_000_000),
            "Votes that one address may send.", form: "1 to 1000000"),
        limit(
            "changes_per_minute", .whole(\.traffic.changesPerMinute, in: 1...1_000_000),
            "Other changes that one address may make.", form: "1 to 1000000"),
        limit(
            "reads_per_minute", .whole(\.traffic.readsPerMinute, in: 1...1_000_000),
            "Pages and documents that one address may read.", form: "1 to 1000000"),
    ]

    private static func limit(
        _ name: String, _ access: Access, _ sentence: String, form: String = "0.001 to 86400"
    ) -> SettingKey {
        SettingKey(
            "limits.\(name)", form, variable: "ARENA_\(name.uppercased())", access: access,
            sentence)
    }
}
