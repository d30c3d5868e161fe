package import Arena
import Phrases

/// `/registry`: every version that was ever in play here, retired and replaced ones too.
package struct RegistryPage: Page {
    private let book: RegistryBook

    /// The registry as it stands.
    package init(_ book: RegistryBook) {
        self.book = book
    }

    /// The tab's title.
    package func title(in context: PageContext) -> String { context.say.text("Registry") }

    /// The style sheet, and where the same is to be had for programs.
    package var head: HTML {
        """
        <link rel="stylesheet" href="\(Layout.textStylesheet)">
        <link rel="alternate" type="application/json" href="/api/v1/registry">
        """
    }

    /// What it is, how many were tested of each maker, and all of them.
    package func main(in context: PageContext) -> HTML {
        let say = context.say
        return """
            <article class="paper">
            <h1>\(say("Registry"))</h1>
            <p>\(say("""
                Every version of a model that was ever put in play here, whatever became of it. None \
                is ever left out. A version is what answered: provider, address, model, sampling and \
                system prompt; any change makes a new one. Counts are up to 15 minutes old.
                """))</p>
            \(kin(in: say), when: !book.kin.isEmpty)
            \(provisional(in: say), when: book.entries.contains(where: \.isProvisional))
            \(table(in: say), when: !book.entries.isEmpty)
            \(say("<p>No model was in play yet.</p>"), when: book.entries.isEmpty)
            <p class="fine"><a href="/api/v1/registry">\(say("This page as JSON"))</a></p>
            </article>
            """
    }

    private func kin(in say: Phrasebook) -> HTML {
        """
        <h2>\(say("Tested together"))</h2>
        <ul>\(book.kin.map { "<li><bdi>\($0.name)</bdi>: \($0.words(in: say))</li>" as HTML })</ul>
        """
    }

    private func provisional(in say: Phrasebook) -> HTML {
        """
        <p>\(say(
            """
            Who tries many versions and shows one of them shows the luckiest. Where more than {tried} \
            others of a maker were tried that are not in play, a version is provisional until it has \
            {votes} votes of its own.
            """,
            [
                "tried": "\(String(RegistryBook.manyTried - 1))",
                "votes": "\(say.fixed(Double(RegistryBook.provenVotes)))",
            ]))</p>
        """
    }

    private func table(in say: Phrasebook) -> HTML {
        let columns = ["Model", "Version", "In play since", "Last vote", "Votes", "Status"]
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(say.text("All versions"))">
            <table class="grid-table"><caption>\(say("All versions"))</caption>
            <thead><tr>\(columns.map { "<th scope=\"col\">\(say($0))</th>" as HTML })</tr></thead>
            <tbody>\(book.entries.map { row($0, in: say) })</tbody></table></div>
            """
    }

    private func row(_ entry: RegistryBook.Entry, in say: Phrasebook) -> HTML {
        let line = entry.line
        return """
            <tr><th scope="row"><bdi>\(line.name)</bdi><br><code>\(line.contender.text)</code></th>
            <td><code>\(String(line.version.prefix(8)))</code></td>
            <td>\(line.firstSeen.dayText)</td><td>\(line.lastVote?.dayText ?? "–")</td>
            <td>\(say.fixed(Double(line.votes)))</td><td>\(status(of: entry, in: say))</td></tr>
            """
    }

    private func status(of entry: RegistryBook.Entry, in say: Phrasebook) -> HTML {
        let line = entry.line
        let word = say(entry.standing.rawValue)
        let mark: HTML = entry.isProvisional ? "<br>\(say("provisional"))" : ""
        guard entry.standing == .retired, let since = line.since else { return "\(word)\(mark)" }
        let when = say("retired on {day}", ["day": "\(since.dayText)"])
        let why: HTML = line.reason.isEmpty ? "" : ": <bdi>\(line.reason)</bdi>"
        return "\(when)\(why)\(mark)"
    }
}

extension Kin {
    /// `1 of 27 tested versions in play`.
    func words(in say: Phrasebook) -> HTML {
        say(
            "{n} of {count} tested versions in play",
            ["n": "\(String(inPlay))", "count": "\(String(tested))"])
    }
}
