/// What somebody may have meant.
enum Spelling {
    /// The nearest of some words; `nil` when none is near: more than a third of it would have to be
    /// changed.
    static func nearest(to written: String, among words: [String]) -> String? {
        guard written.utf8.count <= 40 else { return nil }
        let near = words.map { (word: $0, distance: distance(written.lowercased(), $0)) }
            .filter { $0.distance <= max(1, $0.word.utf8.count / 3) }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// Letters to add, take away, change or swap with their neighbour (Damerau 1964, restricted).
    static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        var rows = [Array(0...other.count)]
        for (line, letter) in one.enumerated() {
            var row = [line + 1]
            for (column, counterpart) in other.enumerated() {
                let change = rows[line][column] + (letter == counterpart ? 0 : 1)
                var least = min(change, rows[line][column + 1] + 1, row[column] + 1)
                if line > 0, column > 0, letter == other[column - 1],
                    one[line - 1] == counterpart
                {
                    least = min(least, rows[line - 1][column - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
