/// The checks that a value of a model goes through.
struct ConflictCheck {
    let subject: String
    let today: CalendarDate

    func conflict(
        _ kind: Conflict.Kind, _ field: String, _ observations: [Observation], _ sentence: String
    ) -> Conflict {
        Conflict(kind, of: subject, in: field, observations, sentence)
    }

    /// What an output limit and a context say together.
    func limits(context: Fact<Int>?, output: Fact<Int>?, field: String) -> [Conflict] {
        guard let context, let output else { return [] }
        let both = [output.origin.shown, context.origin.shown]
        if context.value == output.value {
            return [
                conflict(
                    .outputEqualsContext, field, both,
                    "The output limit equals the whole context of \(Self.grouped(context.value)) "
                        + "tokens: no separate output limit is sourced.")
            ]
        }
        guard output.value > context.value, !both[0].agrees(with: both[1]) else { return [] }
        return [
            conflict(
                .outputAboveContext, field, both,
                "The output limit of \(Self.grouped(output.value)) tokens is above the context of "
                    + "\(Self.grouped(context.value)).")
        ]
    }

    /// What the prices of a route say together.
    func prices(in read: Fact<Money>?, out written: Fact<Money>?, field: String) -> [Conflict] {
        guard let read, let written, written.value < read.value,
            !written.origin.shown.agrees(with: read.origin.shown)
        else { return [] }
        return [
            conflict(
                .outputPriceBelowInput, field, [written.origin.shown, read.origin.shown],
                "A million tokens written cost $\(written.value), less than the $\(read.value) for "
                    + "those read.")
        ]
    }

    /// A price of nothing where the route is not free.
    func zero(_ sorted: [Observation], _ field: String) -> [Conflict] {
        guard let shown = sorted.first, shown.value == .money(.zero) else { return [] }
        return [
            conflict(
                .zeroPrice, field, [shown],
                "The price is 0, but \(shown.source.title) does not call the route free.")
        ]
    }

    /// The sources that contradict the one that is shown.
    func disagreements(_ sorted: [Observation], _ field: String) -> [Conflict] {
        guard let shown = sorted.first else { return [] }
        return sorted.dropFirst().filter { other in
            guard other.source != shown.source else { return false }
            return shown.gap(to: other).map { $0 > 0.01 } ?? !shown.agrees(with: other)
        }.map { other in
            conflict(
                .disagreement, field, [shown, other],
                "\(shown.source.title) says \(shown.value.words), \(other.source.title) says "
                    + "\(other.value.words).")
        }
    }

    /// Whether the value that is shown is older than so many days, or bears no date.
    func age(_ sorted: [Observation], _ field: String, days limit: Int) -> [Conflict] {
        guard let shown = sorted.first else { return [] }
        guard let date = shown.asOf else {
            return [
                conflict(
                    .old, field, [shown], "\(shown.source.title) gives no date for this value.")
            ]
        }
        guard today.firstDay - date.firstDay > limit else { return [] }
        return [
            conflict(
                .old, field, [shown],
                "The value is as of \(date), more than \(limit) days ago.")
        ]
    }

    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits[max(0, end - 3)..<end])
        }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}

extension FactValue {
    /// The value as plain text, as a file has it: exact, without a unit.
    package var words: String {
        switch self {
        case .text(let text): text
        case .count(let count): String(count)
        case .number(let number): number.description
        case .money(let money): money.description
        case .date(let date): date.description
        case .flag(let flag): flag ? "yes" : "no"
        case .words(let words): words.joined(separator: ", ")
        case .notPublished: "not published"
        case .doesNotApply: "does not apply"
        }
    }
}
