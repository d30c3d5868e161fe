package import struct Ratings.Coefficient

/// What one part of style is worth to a vote.
package struct StyleEffect: Sendable, Equatable, Codable {
    /// The coefficient, a standard deviation of the feature.
    package let coefficient: Coefficient
    /// The deviation of the feature (a − b)/(a + b); 0 where it never differed.
    package let deviation: Double

    /// A coefficient of a fit, and what its feature was divided by.
    package init(_ coefficient: Coefficient, deviation: Double) {
        self.coefficient = coefficient
        self.deviation = deviation
    }

    /// One of ``ReplyStyle/features``.
    package var feature: String { coefficient.name }

    /// The points that twice as much as the other answer has is worth, and half their 95% interval:
    /// (2 − 1)/(2 + 1) of the feature. 0 where it never differed.
    package var twice: (points: Double, half: Double) {
        guard deviation > 0 else { return (0, 0) }
        let scale = 1 / (3 * deviation)
        let interval = coefficient.interval
        let perLogOdds = coefficient.value == 0 ? 0 : coefficient.points / coefficient.value
        return (
            coefficient.points * scale, (interval.high - interval.low) / 2 * perLogOdds * scale
        )
    }

    /// ``twice`` in whole points, as `+23 ±8`.
    package var words: String {
        let (points, half) = twice
        let whole = Int(points.rounded())
        return (whole < 0 ? "−" : "+") + "\(abs(whole)) ±\(Int(half.rounded()))"
    }
}

extension [StyleEffect] {
    /// What a reader must know of a style-adjusted board, with the words of each feature in braces.
    package static var pattern: String {
        """
        The style of the answers is taken out. Twice the length of the other answer is worth \
        {length} points, twice its headings {headings}, twice its bold words {bold}, twice its \
        list items {list_items}.
        """
    }

    /// The words of each feature, by its name.
    package var parts: [String: String] {
        Dictionary(map { ($0.feature, $0.words) }) { first, _ in first }
    }

    /// ``pattern`` with its parts.
    package var sentence: String {
        parts.reduce(Self.pattern) { text, part in
            text.replacing("{\(part.key)}", with: part.value)
        }
    }
}
