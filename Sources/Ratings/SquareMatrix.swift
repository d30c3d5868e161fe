/// A square table of doubles, row by row.
public struct SquareMatrix: Sendable, Equatable, Codable {
    /// The number of rows, and of columns.
    public let count: Int
    /// The entries, row after row: entry (i, j) at `i * count + j`.
    public private(set) var values: [Double]

    /// Creates a matrix of zeros.
    public init(count: Int) {
        self.count = count
        values = [Double](repeating: 0, count: count * count)
    }

    /// The entry in row `i` and column `j`.
    public subscript(i: Int, j: Int) -> Double {
        get { values[i * count + j] }
        set { values[i * count + j] = newValue }
    }

    /// The variance of the difference of entries i and j, if this is a covariance:
    /// V_ii + V_jj − 2V_ij, never below zero.
    public func differenceVariance(_ i: Int, _ j: Int) -> Double {
        max(0, self[i, i] + self[j, j] - self[i, j] - self[j, i])
    }

    /// The matrix with rows and columns `places[i]` of `other` written to row and column i of it.
    mutating func write(_ other: SquareMatrix, at places: [Int], scale: Double) {
        for (i, row) in places.enumerated() {
            for (j, column) in places.enumerated() {
                self[row, column] = other[i, j] * scale
            }
        }
    }

    /// Calls `body` with the entries in place.
    @discardableResult
    mutating func withPointer<Result>(
        _ body: (UnsafeMutablePointer<Double>) -> Result
    ) -> Result? {
        values.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map(body)
        }
    }
}

extension SquareMatrix {
    /// T·M·Tᵀ with T = I − 1·wᵀ: a covariance of values from which their w-weighted mean is taken.
    ///
    /// O(n²).
    func centred(by weights: [Double]) -> SquareMatrix {
        var means = [Double](repeating: 0, count: count)
        for i in 0..<count {
            for j in 0..<count { means[i] += weights[j] * self[i, j] }
        }
        var total = 0.0
        for i in 0..<count { total += weights[i] * means[i] }
        var result = self
        for i in 0..<count {
            for j in 0..<count { result[i, j] += total - means[i] - means[j] }
        }
        return result
    }
}
