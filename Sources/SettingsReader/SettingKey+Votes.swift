import Arena

extension SettingKey {
    /// The keys on what battles are about.
    static let onVotes = [
        SettingKey(
            "tags", "names with words", fallback: "none", variable: "ARENA_TAGS",
            access: Access(
                read: { (written, settings) throws(Refusal) in settings.tags = try tags(written) },
                write: { settings in
                    settings.tags.map { "\($0.name): \($0.words.joined(separator: ", "))" }
                        .joined(separator: "; ")
                }), "Categories of your own, by words that a prompt holds.")
    ]

    private static func tags(_ written: String) throws(Refusal) -> [Tag] {
        var tags: [Tag] = []
        for part in written.split(separator: ";") {
            let halves = part.split(separator: ":", maxSplits: 1).map { trimmed($0) }
            let words = (halves.dropFirst().first ?? "").split(separator: ",").map { trimmed($0) }
            guard let tag = Tag(halves.first ?? "", words: words.filter { !$0.isEmpty }),
                !tags.contains(where: { $0.name == tag.name })
            else {
                throw Refusal(
                    reason: "\(Secrets.quoted(trimmed(part))) is not a tag with its words.",
                    advice: "Write each name once, in small letters, digits and dashes, as "
                        + "support: ticket, refund; legal: contract.")
            }
            tags.append(tag)
        }
        return tags
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
