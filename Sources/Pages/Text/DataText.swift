package import Arena

package import struct Foundation.Date

/// How much data there is to take, as it was some minutes ago.
package struct DataHoldings: Equatable, Sendable {
    /// Votes in the ratings.
    package var votes: Int
    /// Models with a rating.
    package var models: Int
    /// When this was counted; `nil` before the first rating.
    package var asOf: Date?

    /// So much data.
    package init(votes: Int = 0, models: Int = 0, asOf: Date? = nil) {
        self.votes = votes
        self.models = models
        self.asOf = asOf
    }
}

extension TextDocument {
    /// `/data`: the exports, their columns and what may be done with them.
    package static func data(_ holdings: DataHoldings) -> TextDocument {
        TextDocument(
            title: "Data",
            summary:
                "Votes, battles and ratings of this arena as CSV and JSON Lines, without texts "
                + "and without identities.",
            blocks: [.paragraph(counts(holdings))] + downloads + columns + terms)
    }

    private static func counts(_ holdings: DataHoldings) -> String {
        guard let asOf = holdings.asOf else { return "There are no ratings yet." }
        return "\(holdings.votes.counted("vote", "votes")) and "
            + "\(holdings.models.counted("rated model", "rated models")), as of "
            + "\(asOf.minuteText). Counts on this page move every quarter of an hour at most, and "
            + "only after ten further votes."
    }

    private static var downloads: [Block] {
        let row = { (name: String, what: String) in
            [name, what]
                + ExportFormat.allCases.map { format in
                    "[\(format.rawValue)](/api/v1/exports/\(name).\(format.rawValue))"
                }
        }
        return [
            .heading("Downloads", id: "downloads"),
            .table(
                "Files", columns: ["File", "What is in it", "CSV", "JSON Lines"],
                rows: [
                    row("votes", "One row a vote, in the order they were cast."),
                    row("battles", "One row a battle that is over, without its texts."),
                    row("ratings", "The newest ratings: the leaderboard’s rows."),
                ]),
            .paragraph(
                "Add `?pool=practice` for the practice guides’ board; `votes` and `battles` hold "
                    + "both pools unless you name one. Each file is written while it is sent. "
                    + "Comparisons and models have their own data: put `.json`, `.csv` or `.md` "
                    + "behind their addresses. The [API](/api) gives the rest."),
            .code(
                "curl -O https://ARENA/api/v1/exports/votes.jsonl\narena rate votes.jsonl"),
        ]
    }

    private static var columns: [Block] {
        [
            .heading("Columns of votes", id: "votes"),
            .table(
                "Columns of votes", columns: ["Column", "Meaning"], rows: rows(VoteRow.columns)),
            .heading("Columns of battles", id: "battles"),
            .table(
                "Columns of battles", columns: ["Column", "Meaning"],
                rows: rows(BattleExport.columns)),
            .heading("Columns of ratings", id: "ratings"),
            .table(
                "Columns of ratings", columns: ["Column", "Meaning"],
                rows: rows(RatingExport.columns)),
        ]
    }

    private static func rows(_ names: [String]) -> [[String]] {
        names.map { ["`\($0)`", ExportColumn.meanings[$0] ?? ""] }
    }

    private static let terms: [Block] = [
        .heading("What is left out", id: "left-out"),
        .list([
            "Texts of prompts and answers: they are not published.",
            "Who voted: pseudonyms are drawn anew for each export, so two exports cannot be joined.",
            "Exact times (cut to the hour), names of battles, and the newest fifteen minutes.",
            "Battles without a vote for their first day, and the names of models in them for good.",
            "Battles that their voters asked not to publish, and votes that were withdrawn.",
        ]),
        .heading("Licence", id: "licence"),
        .paragraph(
            "The program does not put a licence on its operator’s data. Ask whoever runs this arena "
                + "before you publish a copy; the numbers themselves are facts about votes."),
    ]
}
