/// Puts the solved components of a problem together on the scale of points.
extension Problem {
    /// The fit made of solved components, with the draws of a bootstrap where there are any.
    func fit(_ solutions: [Solution], draws: [Draws?]) -> Fit {
        let placements = solutions.enumerated().map { index, solution in
            Placement(solution, anchor: anchorPlace(in: solution.table), draws: draws[index])
        }
        return fit(
            placements, notes: notes + voterNotes(solutions), method: BradleyTerry.method,
            rounds: solutions.reduce(0) { $0 + $1.rounds },
            gradient: solutions.reduce(0) { max($0, $1.gradient) })
    }

    /// The fit made of placed tables, one a component.
    func fit(
        _ placements: [Placement], notes: [Note], method: String, rounds: Int, gradient: Double
    ) -> Fit {
        let contenders = tally.contenders
        let records = tally.records
        let square = Scale.pointsPerLogOdds * Scale.pointsPerLogOdds
        var covariance = SquareMatrix(count: contenders.count)
        var ratings: [Int: Rating] = [:]
        for (index, placed) in placements.enumerated() {
            covariance.write(placed.covariance, at: tables[index].members, scale: square)
            for (place, member) in tables[index].members.enumerated() {
                ratings[member] = Rating(
                    contender: contenders[member], strength: placed.strengths[place],
                    points: placed.points(place), standardError: placed.standardError(place),
                    interval: placed.interval(place), component: index,
                    standing: tables[index].standing(of: place, records[member]),
                    record: records[member])
            }
        }
        return Fit(
            ratings: contenders.indices.compactMap { ratings[$0] }, covariance: covariance,
            components: zip(tables, placements).map(component), notes: notes,
            votes: tally.votes, rounds: rounds, gradient: gradient, method: method,
            parameters: parameters)
    }

    /// The place of the anchor among a table's members, or nil if it is not there.
    func anchorPlace(in table: Table) -> Int? {
        guard let anchor = parameters.anchor,
            let member = tally.index(of: anchor.contender)
        else { return nil }
        return table.members.firstIndex(of: member)
    }

    /// What holds for every fit of this problem.
    var notes: [Note] {
        var notes: [Note] = []
        if tables.count > 1 { notes.append(.separateTables(tables.count)) }
        if parameters.prior != nil { notes.append(.shrunk) }
        let unbounded = tables.reduce(0) { $0 + $1.members.count - $1.core.count }
        if unbounded > 0 { notes.append(.unbounded(unbounded)) }
        return notes
    }

    private func component(_ table: Table, _ placed: Placement) -> Component {
        let order = table.members.indices.sorted { placed.strengths[$0] > placed.strengths[$1] }
        let core = Set(table.core)
        return Component(
            members: order.map { table.members[$0] },
            bounded: order.filter { core.contains($0) }.map { table.members[$0] },
            votes: table.votes)
    }

    private func voterNotes(_ solutions: [Solution]) -> [Note] {
        guard parameters.interval == .clustered else { return [] }
        var notes: [Note] = []
        for (index, solution) in solutions.enumerated()
        where !solution.isClustered && solution.leaders.count > 1 {
            notes.append(.tooFewVoters(component: index, voters: solution.voters))
        }
        let unsigned = tables.reduce(0) { $0 + $1.unsigned.reduce(0) { $0 + $1.votes } }
        return unsigned > 0 ? notes + [.unsignedVotes(unsigned)] : notes
    }
}

extension Table {
    /// What the votes say about one member.
    fileprivate func standing(of place: Int, _ record: Record) -> Boundedness {
        if core.contains(place) { return .bounded }
        if record.votes == 0 { return .unmet }
        if record.wins == record.votes { return .onlyWins }
        return record.losses == record.votes ? .onlyLosses : .separated
    }
}
