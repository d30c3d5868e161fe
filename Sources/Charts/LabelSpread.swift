/// Puts labels of one line beside one another, each as near to its wanted place as the others let.
enum LabelSpread {
    /// The middles of the labels.
    ///
    /// The order stays. A label that would touch the one before it is pushed on; what is pushed
    /// beyond the end pushes back. If all together are longer than the line, they touch and run
    /// over its end.
    static func middles(
        wanted: [Double], sizes: [Double], gap: Double, within edges: ClosedRange<Double>
    ) -> [Double] {
        var starts: [Double] = []
        var free = edges.lowerBound
        for (middle, size) in zip(wanted, sizes) {
            starts.append(max(middle - size / 2, free))
            free = starts[starts.count - 1] + size + gap
        }
        var end = edges.upperBound
        for index in starts.indices.reversed() {
            starts[index] = min(starts[index], end - sizes[index])
            end = starts[index] - gap
        }
        guard let first = starts.first, first < edges.lowerBound else {
            return zip(starts, sizes).map { $0 + $1 / 2 }
        }
        let back = edges.lowerBound - first
        return zip(starts, sizes).map { $0 + back + $1 / 2 }
    }
}
