package import Ratings

extension Snapshot {
    /// Points of one contender less those of another, with the standard error from the whole
    /// covariance, √(V_aa + V_bb − 2V_ab); `nil` where one of them is not on the board.
    ///
    /// Not connected where no chain of votes leads from one to the other: the points then mean
    /// nothing.
    package func gap(_ one: ContenderID, _ other: ContenderID) -> Gap? {
        guard let i = row(of: one), let j = row(of: other) else { return nil }
        return gap(i, j)
    }

    /// Points of a contender less those of the median contender it is linked with; `nil` where it is
    /// not on the board or is the median itself.
    ///
    /// Of an even number the better of the two in the middle is the median.
    package func gapToMedian(of contender: ContenderID) -> Gap? {
        guard let i = row(of: contender) else { return nil }
        let group = rows.indices.filter { rows[$0].component == rows[i].component }
            .sorted { rows[$0].rating < rows[$1].rating }
        let median = group[group.count / 2]
        return median == i ? nil : gap(i, median)
    }

    /// The place of a contender in ``rows``.
    package func row(of contender: ContenderID) -> Int? {
        rows.firstIndex { $0.contender == contender }
    }

    /// The gap of two rows.
    package func gap(_ i: Int, _ j: Int) -> Gap {
        let value = { (row: Int, column: Int) in covariance[row * rows.count + column] }
        let variance = value(i, i) + value(j, j) - value(i, j) - value(j, i)
        return Gap(
            points: rows[i].rating - rows[j].rating, standardError: max(0, variance).squareRoot(),
            connected: rows[i].component == rows[j].component)
    }
}
