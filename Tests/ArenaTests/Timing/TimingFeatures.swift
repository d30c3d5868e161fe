import Arena
import Foundation

extension PacedBattle {
    /// One side's times and sizes in numbers: when it began, how regularly and how much came.
    func features(of side: Side) -> [Double] {
        let pieces = shown[side]
        let gaps = zip(pieces.dropFirst(), pieces).map { $0.time - $1.time }
        let sizes = pieces.map { Double($0.characters) }
        let span = max((pieces.last?.time ?? 0) - (pieces.first?.time ?? 0), 1e-3)
        return [
            pieces.first?.time ?? 0, log(mean(gaps) + 1e-4), log(deviation(gaps) + 1e-4),
            log(median(gaps) + 1e-4), log(mean(sizes)), log(deviation(sizes) + 1e-3),
            log(sizes.reduce(0, +) / span + 1), log(end + 1e-3),
        ]
    }

    /// What could tell which of two known contenders is on which side: both sides' numbers, their
    /// differences, and how the pace changes around the end of the shorter text, signed by which
    /// side that is.
    var sideFeatures: [Double] {
        let (a, b) = (features(of: .a), features(of: .b))
        let ends = shown.map { $0.last?.time ?? 0 }
        let isShorter = ends.a == ends.b ? 0.0 : ends.a < ends.b ? 1.0 : -1.0
        let longer: Side = isShorter > 0 ? .b : .a
        let cut = min(ends.a, ends.b)
        let rates = [-6.0, -3, -1.5, 0, 1.5, 3, 6].map { log(rate(of: longer, from: cut + $0) + 1) }
        let before = log(rate(of: longer, from: shown[longer].first?.time ?? 0, to: cut) + 1)
        let after = log(rate(of: longer, from: cut, to: ends[longer]) + 1)
        let signed =
            rates + [
                after - before, before, after, ends[longer] - cut, end, cut,
                log(largest(of: longer, after: cut) + 1), roughness(of: longer, from: 0, to: cut),
                roughness(of: longer, from: cut, to: end),
            ]
        return a + b + zip(a, b).map { $0 - $1 } + [isShorter] + signed.map { $0 * isShorter }
    }

    private func rate(of side: Side, from start: Double) -> Double {
        rate(of: side, from: start, to: start + 1.5)
    }

    private func rate(of side: Side, from start: Double, to end: Double) -> Double {
        guard end > start else { return 0 }
        let text = shown[side].filter { $0.time > start && $0.time <= end }
        return Double(text.reduce(0) { $0 + $1.characters }) / (end - start)
    }

    private func largest(of side: Side, after start: Double) -> Double {
        Double(shown[side].filter { $0.time > start }.map(\.characters).max() ?? 0)
    }

    /// How unevenly text came in a stretch.
    private func roughness(of side: Side, from start: Double, to end: Double) -> Double {
        let sizes = shown[side].filter { $0.time > start && $0.time <= end }
            .map { Double($0.characters) }
        return sizes.isEmpty ? 0 : log(deviation(sizes) / (mean(sizes) + 1e-3) + 1e-2)
    }
}

private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

private func deviation(_ values: [Double]) -> Double {
    let centre = mean(values)
    return mean(values.map { ($0 - centre) * ($0 - centre) }).squareRoot()
}

private func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
}
