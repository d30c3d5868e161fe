package import Catalogue

/// Every fact used on a page with where it comes from (B25).
package struct Sources: Sendable, Hashable {
    /// A fact used.
    package struct Row: Sendable, Hashable {
        /// The fact with all that was observed of it.
        package let origin: Origin
        /// Whether it is so old that it may have changed: 90 days for a price, a year for the rest.
        package let isOld: Bool
        /// What other sources say that cannot be true as well.
        package let contradictions: [Observation]

        /// The fact's address, an anchor on the page.
        package var path: String { origin.path }
    }

    /// The facts, by address.
    package let rows: [Row]
    /// The oldest and the newest day a fact is vouched for; `nil` without any.
    package let span: ClosedRange<Int>?
    /// The block as it is shown.
    package let section: Section

    init(_ sections: [Section], today: CalendarDate, votes: VoteEvidence?) {
        let rows = Self.origins(sections).map { Row($0, today: today) }
        self.rows = rows
        let days = rows.compactMap(\.origin.shown.asOf)
        let oldest = days.min { $0.firstDay < $1.firstDay }
        let newest = days.max { $0.lastDay < $1.lastDay }
        span = oldest.flatMap { oldest in newest.map { oldest.firstDay...$0.lastDay } }
        section = Section(
            .sources, "Sources and dates",
            sentences: Self.footer(oldest, newest, votes) + Self.contradictions(rows),
            tables: [Self.facts(rows)])
    }

    private static func origins(_ sections: [Section]) -> [Origin] {
        var seen: Set<String> = []
        var origins: [Origin] = []
        for section in sections {
            section.forEachSentence { sentence in
                for figure in sentence.figures {
                    for case .fact(let origin) in figure.inputs
                    where !origin.path.isEmpty && seen.insert(origin.path).inserted {
                        origins.append(origin)
                    }
                }
            }
        }
        return origins.sorted { $0.path < $1.path }
    }

    private static func footer(
        _ oldest: CalendarDate?, _ newest: CalendarDate?, _ votes: VoteEvidence?
    ) -> [Sentence] {
        var parts: [Sentence] = []
        let basis = Basis.rule("rule/span")
        if let oldest, let newest {
            let ends = [oldest, newest].map { Figure($0.description, .stated, of: basis) }
            parts.append(
                oldest == newest
                    ? "Facts as of \(ends[0])." : "Facts as of \(ends[0]) to \(ends[1]).")
        }
        if let votes {
            let day = Figure(
                votes.asOf.description, .stated, of: .votes("votes/\(votes.snapshot)"))
            parts.append(
                """
                Votes as of snapshot \(Name(votes.snapshot)) of \(day), by \(Name(votes.method)).
                """)
        }
        return parts
    }

    private static func contradictions(_ rows: [Row]) -> [Sentence] {
        rows.filter { !$0.contradictions.isEmpty }.map { row in
            let shown = row.origin.shown
            let said = row.figure(of: shown)
            let others = row.contradictions.map { other in
                "\(Name(other.source.title)) says \(row.figure(of: other))"
                    as Sentence
            }
            return """
                Sources disagree on \(Name(row.path)): shown is \(said) \
                (\(Name(shown.source.title))); \(others.listed).
                """
        }
    }

    private static func facts(_ rows: [Row]) -> Table {
        Table(
            "sources", "Facts used on this page",
            columns: ["Fact", "Value", "Source", "Kind", "As of", "Remark"],
            rows: rows.map { row in
                let shown = row.origin.shown
                let value = row.figure(of: shown)
                let asOf = shown.asOf.map {
                    Cell(Figure($0.description, .stated, of: .fact(row.origin)))
                }
                return TableRow(
                    row.path, Sentence(Name(row.path)),
                    [
                        Cell(value, value: shown.value.exact),
                        Cell(Sentence(Name(shown.source.title))), Cell(shown.source.kind.words),
                        asOf ?? Cell(.notSourced), Cell(row.remark),
                    ])
            })
    }
}

extension Sources.Row {
    fileprivate init(_ origin: Origin, today: CalendarDate) {
        self.origin = origin
        let isPrice = if case .money = origin.shown.value { true } else { false }
        let age = origin.shown.asOf.map { today.firstDay - $0.lastDay }
        isOld = age.map { $0 > (isPrice ? 90 : 365) } ?? false
        contradictions = origin.others.filter { !$0.agrees(with: origin.shown) }
    }

    /// What a source says of it.
    fileprivate func figure(of observation: Observation) -> Figure {
        Figure(
            origin.words(of: observation), .stated, of: .fact(origin), as: observation.value.kind)
    }

    /// What a reader should know of it.
    fileprivate var remark: Sentence {
        var parts: [Sentence] = []
        if isOld { parts.append("old") }
        if let step = origin.shown.precision {
            parts.append(
                "rounded by the source to \(Figure(step.shown, .stated, of: .fact(origin), as: .number))"
            )
        }
        if !contradictions.isEmpty { parts.append("sources disagree") }
        return parts.joined(by: "; ")
    }
}
