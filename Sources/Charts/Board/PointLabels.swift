/// Finds room for the names of points that lie anywhere on a plane.
struct PointLabels {
    /// Where a name stands: its left end on its line, and whether a line leads to its point.
    struct Place {
        let x: Double
        let y: Double
        let isLed: Bool
    }

    private let x: ClosedRange<Double>
    private let y: ClosedRange<Double>
    private var taken: [Box]

    private struct Box {
        let x: ClosedRange<Double>
        let y: ClosedRange<Double>

        func meets(_ other: Box) -> Bool {
            x.lowerBound < other.x.upperBound && other.x.lowerBound < x.upperBound
                && y.lowerBound < other.y.upperBound && other.y.lowerBound < y.upperBound
        }
    }

    /// Room within these edges, but for the marks of these points.
    init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, around points: [(x: Double, y: Double)]
    ) {
        self.x = x
        self.y = y
        taken = points.map { Box(x: $0.x - 6...$0.x + 6, y: $0.y - 6...$0.y + 6) }
    }

    /// Takes the first room that is free: above left, above right, below left, below right, then
    /// further away with a line to the point; `nil` where none is.
    mutating func place(width: Double, at point: (x: Double, y: Double)) -> Place? {
        for distance in [8.0, 24, 40, 58] {
            for (right, below) in [(false, false), (true, false), (false, true), (true, true)] {
                let left = right ? point.x + distance : point.x - distance - width
                let line = below ? point.y + distance * 0.8 + 12 : point.y - distance * 0.8 - 4
                let box = Box(x: left - 2...left + width + 2, y: line - 12...line + 4)
                guard x.lowerBound <= left, left + width <= x.upperBound,
                    y.lowerBound <= line - 12, line + 4 <= y.upperBound,
                    !taken.contains(where: box.meets)
                else { continue }
                taken.append(box)
                return Place(x: left, y: line, isLed: distance > 8)
            }
        }
        return nil
    }
}
