import Ratings

/// The blocks of a model's page that rest on votes.
extension PortraitBlocks {
    private var snapshot: String { "votes/\(evidence.snapshot ?? "")" }

    var opponents: Section {
        guard !evidence.opponents.isEmpty else {
            return Section(.opponents, "Against each opponent")
        }
        let rows = evidence.opponents.sorted {
            ($0.record.votes, $1.name) > ($1.record.votes, $0.name)
        }
        return Section(
            .opponents, "Against each opponent",
            tables: [
                Table(
                    "opponents", "Direct battles, and the share expected by all battles",
                    columns: [
                        "Opponent", "Battles", "Won", "Tie", "Both bad", "Lost", "Expected share",
                        "Finding",
                    ], rows: rows.map(row))
            ])
    }

    private func row(_ opponent: Opponent) -> TableRow {
        let basis = Basis.votes("\(snapshot)/opponents/\(opponent.slug ?? opponent.name)")
        func count(_ number: Int) -> Cell {
            Cell(Figure(Form.count(number), .counted, of: basis), value: .count(number))
        }
        let name = Name(opponent.name)
        let certainty = Certainty(
            opponent.gap, votes: Sides(a: evidence.place?.votes ?? 0, b: opponent.votes),
            minimum: settings.minimumVotes)
        let words = CertaintyWords(
            certainty, Sides(a: subject.name, b: name), path: "\(snapshot)/\(opponent.name)")
        let record = opponent.record
        return TableRow(
            opponent.slug ?? opponent.name, Sentence(name),
            [
                count(record.votes), count(record.firstWins), count(record.ties),
                count(record.bothBad), count(record.secondWins),
                share(words), finding(words),
            ])
    }

    private func share(_ words: CertaintyWords) -> Cell {
        guard let share = words.shares?.a, let range = words.interval(of: .a) else {
            return Cell(words.certainty.state == .unmet ? .notMet : .tooFewVotes)
        }
        return Cell(
            "\(share) (\(range))", value: .number(words.certainty.gap.expectedShare),
            mark: words.certainty.mark(.a))
    }

    private func finding(_ words: CertaintyWords) -> Cell {
        let state = Name(word: words.certainty.state.rawValue)
        guard words.certainty.hasNumbers else { return Cell(Sentence(state)) }
        return Cell("\(state), \(words.sure) sure of \(words.names[words.certainty.front])")
    }

    var categories: Section {
        let own = evidence.strengths.sorted { $0.category < $1.category }
        guard !own.isEmpty else { return Section(.categories, "Strengths by category") }
        return Section(
            .categories, "Strengths by category",
            tables: [
                Table(
                    "categories", "Expected share against the median contender by category",
                    columns: ["Category", "Expected share", "Votes"], rows: own.map(strength))
            ])
    }

    private func strength(_ strength: CategoryStrength) -> TableRow {
        let path = "\(snapshot)/strengths/\(strength.category)"
        let certainty = Certainty(
            strength.gap, votes: Sides(a: strength.votes, b: strength.votes),
            minimum: settings.minimumVotes)
        let words = CertaintyWords(
            certainty, Sides(a: subject.name, b: Name(word: "the median contender")), path: path)
        let votes = Figure(Form.count(strength.votes), .counted, of: .votes(path))
        return TableRow(
            strength.category, Sentence(Name(word: strength.category)),
            [share(words), Cell(votes, value: .count(strength.votes))])
    }

    var bestFor: Section {
        let lines = Strength.lines(evidence.strengths, path: "\(snapshot)/strengths")
        return Section(
            .bestFor, "Best for", lists: lines.isEmpty ? [] : [SentenceList("Best for", lines)])
    }
}
