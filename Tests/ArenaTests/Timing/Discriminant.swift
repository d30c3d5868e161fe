/// Fisher's linear discriminant: classes told apart by their means under one common covariance.
struct Discriminant {
    private let means: [[Double]]
    private let inverse: [[Double]]

    /// Learns from rows of features and their classes, 0 ..< `classes`.
    init(_ rows: [[Double]], _ labels: [Int], classes: Int) {
        let width = rows[0].count
        var means = [[Double]](repeating: [Double](repeating: 0, count: width), count: classes)
        var counts = [Double](repeating: 0, count: classes)
        for (row, label) in zip(rows, labels) {
            counts[label] += 1
            for column in 0..<width { means[label][column] += row[column] }
        }
        for label in 0..<classes {
            for column in 0..<width { means[label][column] /= max(counts[label], 1) }
        }
        var covariance = means[0].map { _ in [Double](repeating: 0, count: width) }
        for (row, label) in zip(rows, labels) {
            let rest = zip(row, means[label]).map { $0 - $1 }
            for i in 0..<width {
                for j in 0..<width { covariance[i][j] += rest[i] * rest[j] / Double(rows.count) }
            }
        }
        for i in 0..<width { covariance[i][i] += 1e-2 }
        self.means = means
        inverse = Self.inverted(covariance)
    }

    /// The class whose mean is nearest.
    func label(of row: [Double]) -> Int {
        let distances = means.map { mean in
            let rest = zip(row, mean).map { $0 - $1 }
            return zip(inverse, rest).reduce(0.0) { sum, line in
                sum + line.1 * zip(line.0, rest).reduce(0.0) { $0 + $1.0 * $1.1 }
            }
        }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }

    /// The share of rows whose class is told rightly by one learnt from the other half.
    static func accuracy(_ rows: [[Double]], _ labels: [Int], classes: Int) -> Double {
        let rows = standardised(rows)
        let half = rows.count / 2
        let parts = [0..<half, half..<rows.count]
        var right = 0
        for (training, test) in [(parts[0], parts[1]), (parts[1], parts[0])] {
            let learnt = Discriminant(
                Array(rows[training]), Array(labels[training]), classes: classes)
            right += test.count { learnt.label(of: rows[$0]) == labels[$0] }
        }
        return Double(right) / Double(rows.count)
    }

    private static func standardised(_ rows: [[Double]]) -> [[Double]] {
        var rows = rows
        for column in rows[0].indices {
            let values = rows.map { $0[column] }
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let scale = (variance / Double(values.count)).squareRoot() + 1e-9
            for index in rows.indices { rows[index][column] = (rows[index][column] - mean) / scale }
        }
        return rows
    }

    /// Gauss and Jordan's elimination; the matrix is positive definite, so no row is exchanged.
    private static func inverted(_ matrix: [[Double]]) -> [[Double]] {
        let size = matrix.count
        var rows = matrix.enumerated().map { index, row in
            row + (0..<size).map { $0 == index ? 1.0 : 0 }
        }
        for pivot in 0..<size {
            let scale = rows[pivot][pivot]
            for column in 0..<(2 * size) { rows[pivot][column] /= scale }
            for other in 0..<size where other != pivot {
                let factor = rows[other][pivot]
                guard factor != 0 else { continue }
                for column in 0..<(2 * size) {
                    rows[other][column] -= factor * rows[pivot][column]
                }
            }
        }
        return rows.map { Array($0[size...]) }
    }
}
