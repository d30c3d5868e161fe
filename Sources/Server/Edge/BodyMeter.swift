/// Counts a request's body while it comes: what is too large is refused before it is kept.
package struct BodyMeter: Sendable {
    /// The most bytes a body may have, whatever it is for.
    package static let limit = 131_072

    private var count = 0

    /// A meter at zero.
    package init() {}

    /// Takes what a head says of its body; whether that is too much.
    package mutating func begin(announced: Int?) -> Bool {
        count = 0
        return (announced ?? 0) > Self.limit
    }

    /// Takes a piece; whether all of them are too much.
    package mutating func take(_ bytes: Int) -> Bool {
        count += bytes
        return count > Self.limit
    }
}
