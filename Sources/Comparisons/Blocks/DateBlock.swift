import Catalogue

/// When each was released, how long ago, and what it can know (B15).
package struct DateBlock: Sendable, Hashable {
    /// The time between the releases; `nil` where one is not sourced.
    package let gap: ReleaseGap?
    /// The side whose knowledge goes further, by three months or more.
    package let knowsLater: PairSide?
    /// The side whose valid cut-off is later at all.
    package let laterCutoff: PairSide?
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let releases: Sides<Fact<CalendarDate>>? = material.subjects.map {
            $0.fact(.releaseDate, as: CalendarDate.self)
        }.both()
        gap = releases.map { ReleaseGap($0.a, $0.b) }
        let cutoffs: Sides<Fact<CalendarDate>>? = material.subjects.map(\.cutoff).both()
        laterCutoff = cutoffs.flatMap(Self.later)
        knowsLater = cutoffs.flatMap { cutoffs in
            let days = abs(cutoffs.a.value.firstDay - cutoffs.b.value.firstDay)
            return days >= 89 ? Self.later(cutoffs) : nil
        }
        section = DateWords(material, gap, releases, cutoffs).section
    }

    /// The side whose date is surely later.
    static func later(_ dates: Sides<Fact<CalendarDate>>) -> PairSide? {
        if dates.a.value.isSurelyBefore(dates.b.value) { return .b }
        return dates.b.value.isSurelyBefore(dates.a.value) ? .a : nil
    }
}

/// The sentences and the table of dates.
private struct DateWords {
    let material: Material
    let gap: ReleaseGap?
    let releases: Sides<Fact<CalendarDate>>?
    let cutoffs: Sides<Fact<CalendarDate>>?

    init(
        _ material: Material, _ gap: ReleaseGap?, _ releases: Sides<Fact<CalendarDate>>?,
        _ cutoffs: Sides<Fact<CalendarDate>>?
    ) {
        self.material = material
        self.gap = gap
        self.releases = releases
        self.cutoffs = cutoffs
    }

    private var names: Sides<Name> { material.names }

    var section: Section {
        Section(
            .dates, "Dates", sentences: release + cutoff + flaws,
            tables: [
                Table("dates", "Dates as sourced", columns: material.columns("Date"), rows: rows)
            ])
    }

    private var release: [Sentence] {
        guard let gap, let releases else {
            return PairSide.allCases.map { side in
                material.subjects[side].fact(.releaseDate, as: CalendarDate.self)
                    .map { "\(names[side]) was released on \($0)." }
                    ?? "\(names[side]): release date not sourced."
            }
        }
        switch gap.length {
        case .none where releases.a.value.precision == .day:
            return ["Both were released on the same day (\(releases.a))."]
        case .none: return ["Both were released in the same month."]
        case .unknown:
            return ["\(names.a) was released in \(releases.a), \(names.b) in \(releases.b)."]
        case .days, .months:
            let later = DateBlock.later(releases) ?? .a
            return [
                """
                \(names[later]) was released \(gap.words) after \(names[later.other]) \
                (\(releases[later]) against \(releases[later.other])).
                """
            ]
        }
    }

    private var cutoff: [Sentence] {
        guard let cutoffs else {
            return PairSide.allCases.compactMap { side in
                let subject = material.subjects[side]
                if subject.impossibleCutoff != nil { return nil }
                return subject.cutoff.map { "\(names[side])'s knowledge ends at \($0)." }
                    ?? "\(names[side]): knowledge cut-off \(subject.missing(.knowledgeCutoff).words)."
            }
        }
        guard let later = DateBlock.later(cutoffs) else {
            return ["The knowledge of both ends at about the same time (\(cutoffs.a))."]
        }
        return [
            """
            \(names[later])'s knowledge ends later than \(names[later.other])'s \
            (\(cutoffs[later]) against \(cutoffs[later.other])).
            """
        ]
    }

    private var flaws: [Sentence] {
        PairSide.allCases.compactMap { side in
            material.subjects[side].impossibleCutoff.map { flaw in
                """
                \(names[side])'s sourced cut-off (\(flaw.cutoff)) is later than its release \
                (\(flaw.release)), which cannot be, so it is not compared.
                """
            }
        }
    }

    private var rows: [TableRow] {
        [
            TableRow(
                "release", "Released", Sides { cell(.releaseDate, $0) },
                between: gap.map { Cell($0.words) } ?? Cell(.notComparable)),
            TableRow("age", "Age", Sides { age($0) }),
            TableRow(
                "cutoff", "Knowledge cut-off", Sides { cell(.knowledgeCutoff, $0) },
                between: cutoffs.map { Cell(ReleaseGap($0.a, $0.b).short) } ?? Cell(.notComparable)
            ),
        ]
    }

    private func cell(_ field: Field, _ side: PairSide) -> Cell {
        Specification.cell(field, material.subjects[side])
    }

    private func age(_ side: PairSide) -> Cell {
        guard let release: Fact<CalendarDate> = material.subjects[side].fact(.releaseDate) else {
            return Cell(.notSourced)
        }
        let today = material.settings.today
        guard !today.isSurelyBefore(release.value) else { return Cell("not yet released") }
        let age = ReleaseGap(release.value, today, of: [release.basis, .rule("rule/today")])
        return age.length == .unknown ? Cell(.notComparable) : Cell(age.short)
    }
}
