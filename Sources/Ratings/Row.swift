/// The two inner loops of the linear algebra.
enum Row {
    /// The dot product of the first `count` entries, in eight running sums.
    @inline(__always)
    static func dot(
        _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int
    ) -> Double {
        var one = SIMD4<Double>.zero
        var two = SIMD4<Double>.zero
        var k = 0
        while k &+ 8 <= count {
            one += load(x + k) * load(y + k)
            two += load(x + (k &+ 4)) * load(y + (k &+ 4))
            k &+= 8
        }
        var sum = (one + two).sum()
        while k < count {
            sum += x[k] * y[k]
            k &+= 1
        }
        return sum
    }

    /// y += a·x over the first `count` entries.
    @inline(__always)
    static func add(
        _ a: Double, _ x: UnsafePointer<Double>, to y: UnsafeMutablePointer<Double>, count: Int
    ) {
        guard a != 0 else { return }
        var k = 0
        while k &+ 4 <= count {
            store(load(y + k) + a * load(x + k), y + k)
            k &+= 4
        }
        while k < count {
            y[k] += a * x[k]
            k &+= 1
        }
    }

    @inline(__always)
    static func load(_ pointer: UnsafePointer<Double>) -> SIMD4<Double> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Double>.self)
    }

    @inline(__always)
    static func store(_ value: SIMD4<Double>, _ pointer: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD4<Double>.self)
    }
}

/// Up to four neighbouring rows of a matrix.
struct RowBlock {
    private let first: UnsafeMutablePointer<Double>
    private let width: Int
    let count: Int

    init(_ matrix: UnsafeMutablePointer<Double>, width: Int, start: Int) {
        first = matrix + start * width
        self.width = width
        count = min(4, width - start)
    }

    @inline(__always)
    func row(_ lane: Int) -> UnsafeMutablePointer<Double> { first + lane * width }

    /// The dot product of each row with `x`, over the first `length` entries.
    @inline(__always)
    func dots(_ x: UnsafePointer<Double>, count length: Int) -> SIMD4<Double> {
        var result = SIMD4<Double>.zero
        guard count == 4 else {
            for lane in 0..<count { result[lane] = Row.dot(row(lane), x, count: length) }
            return result
        }
        var sums = (
            SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
        )
        let rows = (row(0), row(1), row(2), row(3))
        var k = 0
        while k &+ 4 <= length {
            let part = Row.load(x + k)
            sums.0 += part * Row.load(rows.0 + k)
            sums.1 += part * Row.load(rows.1 + k)
            sums.2 += part * Row.load(rows.2 + k)
            sums.3 += part * Row.load(rows.3 + k)
            k &+= 4
        }
        result = SIMD4(sums.0.sum(), sums.1.sum(), sums.2.sum(), sums.3.sum())
        while k < length {
            result += x[k] * SIMD4(rows.0[k], rows.1[k], rows.2[k], rows.3[k])
            k &+= 1
        }
        return result
    }

    /// Adds `x` to each row, times the row's factor, over the first `length` entries.
    @inline(__always)
    func add(_ x: UnsafePointer<Double>, times factor: (Int) -> Double, count length: Int) {
        guard count == 4 else {
            for lane in 0..<count { Row.add(factor(lane), x, to: row(lane), count: length) }
            return
        }
        let factors = (factor(0), factor(1), factor(2), factor(3))
        guard factors != (0, 0, 0, 0) else { return }
        let rows = (row(0), row(1), row(2), row(3))
        var k = 0
        while k &+ 4 <= length {
            let part = Row.load(x + k)
            Row.store(Row.load(rows.0 + k) + factors.0 * part, rows.0 + k)
            Row.store(Row.load(rows.1 + k) + factors.1 * part, rows.1 + k)
            Row.store(Row.load(rows.2 + k) + factors.2 * part, rows.2 + k)
            Row.store(Row.load(rows.3 + k) + factors.3 * part, rows.3 + k)
            k &+= 4
        }
        while k < length {
            rows.0[k] += factors.0 * x[k]
            rows.1[k] += factors.1 * x[k]
            rows.2[k] += factors.2 * x[k]
            rows.3[k] += factors.3 * x[k]
            k &+= 1
        }
    }
}
