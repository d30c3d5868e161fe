/// Dense linear algebra on row-major square matrices, as much as the fits need and no more.
///
/// Rows are contiguous, so every inner loop runs along a row, and four rows are worked on at a
/// time, so that a large matrix is read from memory a quarter as often. Only the fits' innermost
/// loops touch pointers: each is taken from an array whose size was set from the same `count` just
/// above.
enum Linear {
    /// Overwrites the lower triangle of a symmetric matrix with L, where M = L·Lᵀ.
    ///
    /// Only the lower triangle is read. O(n³/3).
    /// - Returns: False if the matrix is not positive definite.
    static func factor(_ matrix: inout SquareMatrix) -> Bool {
        let n = matrix.count
        return matrix.withPointer { l in
            for start in stride(from: 0, to: n, by: 4) {
                let block = RowBlock(l, width: n, start: start)
                for j in 0..<start {
                    let other = l + j * n
                    let dots = block.dots(other, count: j)
                    for lane in 0..<block.count {
                        let row = block.row(lane)
                        row[j] = (row[j] - dots[lane]) / other[j]
                    }
                }
                for i in start..<(start + block.count) {
                    guard finish(l, n, row: i, from: start) else { return false }
                }
            }
            return true
        } ?? true
    }

    /// Solves L·Lᵀ·x = b in place. O(n²).
    static func solve(_ factor: SquareMatrix, _ vector: inout [Double]) {
        let n = factor.count
        factor.values.withUnsafeBufferPointer { entries in
            vector.withUnsafeMutableBufferPointer { x in
                guard let l = entries.baseAddress, let x = x.baseAddress else { return }
                for i in 0..<n {
                    x[i] = (x[i] - Row.dot(l + i * n, x, count: i)) / l[i * n + i]
                }
                for i in stride(from: n - 1, through: 0, by: -1) {
                    x[i] /= l[i * n + i]
                    Row.add(-x[i], l + i * n, to: x, count: i)
                }
            }
        }
    }

    /// The inverse of L·Lᵀ, both triangles filled. O(n³/2).
    static func inverse(_ factor: SquareMatrix) -> SquareMatrix {
        let n = factor.count
        var result = SquareMatrix(count: n)
        lowerInverse(factor).values.withUnsafeBufferPointer { entries in
            result.withPointer { r in
                guard let m = entries.baseAddress else { return }
                for start in stride(from: 0, to: n, by: 4) {
                    let block = RowBlock(r, width: n, start: start)
                    let end = start + block.count
                    for k in start..<n {
                        block.add(m + k * n, times: { m[k * n + start + $0] }, count: end)
                    }
                }
            }
        }
        result.mirror()
        return result
    }

    /// L⁻¹. O(n³/6).
    private static func lowerInverse(_ factor: SquareMatrix) -> SquareMatrix {
        let n = factor.count
        var lower = SquareMatrix(count: n)
        factor.values.withUnsafeBufferPointer { entries in
            lower.withPointer { m in
                guard let l = entries.baseAddress else { return }
                for start in stride(from: 0, to: n, by: 4) {
                    let block = RowBlock(m, width: n, start: start)
                    for k in 0..<start {
                        block.add(
                            m + k * n, times: { -l[(start + $0) * n + k] }, count: k + 1)
                    }
                    for i in start..<(start + block.count) {
                        let row = m + i * n
                        for k in start..<i {
                            Row.add(-l[i * n + k], m + k * n, to: row, count: k + 1)
                        }
                        row[i] = 1
                        for k in 0...i { row[k] /= l[i * n + i] }
                    }
                }
            }
        }
        return lower
    }

    /// A·Σ g(e_i − e_j)(e_i − e_j)ᵀ·A for a symmetric A: the two outer factors of a sandwich.
    ///
    /// An index of −1 stands for a contender that is no parameter. O(pairs·n + n³/2).
    static func sandwich(
        _ bread: SquareMatrix, meat: [(i: Int, j: Int, weight: Double)]
    ) -> SquareMatrix {
        let n = bread.count
        var middle = SquareMatrix(count: n)
        for (i, j, weight) in meat {
            if i >= 0 { middle[i, i] += weight }
            if j >= 0 { middle[j, j] += weight }
            if i >= 0 && j >= 0 {
                middle[i, j] -= weight
                middle[j, i] -= weight
            }
        }
        return product(bread, multiply(middle, bread))
    }

    /// A·B; entries of A that are zero cost nothing. O(n³).
    static func multiply(_ left: SquareMatrix, _ right: SquareMatrix) -> SquareMatrix {
        product(left, right, columns: { _ in left.count })
    }

    /// A·B where the product is known to be symmetric: the lower triangle is computed, the upper
    /// copied. O(n³/2).
    static func product(_ left: SquareMatrix, _ right: SquareMatrix) -> SquareMatrix {
        var result = product(left, right, columns: { $0 })
        result.mirror()
        return result
    }

    /// The first `columns(end)` entries of each row of A·B, `end` after the row's block.
    private static func product(
        _ left: SquareMatrix, _ right: SquareMatrix, columns: (Int) -> Int
    ) -> SquareMatrix {
        let n = left.count
        var result = SquareMatrix(count: n)
        left.values.withUnsafeBufferPointer { a in
            right.values.withUnsafeBufferPointer { b in
                result.withPointer { r in
                    guard let a = a.baseAddress, let b = b.baseAddress else { return }
                    for start in stride(from: 0, to: n, by: 4) {
                        let block = RowBlock(r, width: n, start: start)
                        let count = columns(start + block.count)
                        for k in 0..<n {
                            block.add(
                                b + k * n, times: { a[(start + $0) * n + k] }, count: count)
                        }
                    }
                }
            }
        }
        return result
    }

    /// The entries of row `i` of L from column `start` on, those before it known.
    private static func finish(
        _ l: UnsafeMutablePointer<Double>, _ n: Int, row i: Int, from start: Int
    ) -> Bool {
        let row = l + i * n
        for j in start..<i {
            row[j] = (row[j] - Row.dot(row, l + j * n, count: j)) / l[j * n + j]
        }
        let pivot = row[i] - Row.dot(row, row, count: i)
        guard pivot > 0, pivot.isFinite else { return false }
        row[i] = pivot.squareRoot()
        return true
    }
}

extension SquareMatrix {
    /// Copies the lower triangle to the upper.
    mutating func mirror() {
        let n = count
        withPointer { entries in
            for i in 0..<n {
                for j in 0..<i { entries[j * n + i] = entries[i * n + j] }
            }
        }
    }

    /// L with M = L·Lᵀ for a covariance that may be singular: a pivot lost in rounding gives a
    /// column of zeros. O(n³/3).
    func semidefiniteFactor() -> SquareMatrix {
        let floor = (0..<count).reduce(0) { max($0, self[$1, $1]) } * 1e-12
        var factor = SquareMatrix(count: count)
        for j in 0..<count {
            var pivot = self[j, j]
            for k in 0..<j { pivot -= factor[j, k] * factor[j, k] }
            guard pivot > floor else { continue }
            factor[j, j] = pivot.squareRoot()
            for i in (j + 1)..<max(count, j + 1) {
                var sum = self[i, j]
                for k in 0..<j { sum -= factor[i, k] * factor[j, k] }
                factor[i, j] = sum / factor[j, j]
            }
        }
        return factor
    }
}
