/// Counts requests by kind and by who sends them: a bucket holds a minute's worth and fills evenly.
///
/// Memory is bounded: beyond ``places`` addresses those that are full again are forgotten, and
/// where all are in use the newcomers share one.
package struct RequestBuckets: Sendable {
    /// What a request is for.
    package enum Kind: String, Sendable, CaseIterable {
        /// Opens a battle or a further turn: costs money.
        case opening
        /// Votes.
        case vote
        /// Changes something else.
        case change
        /// Reads.
        case read
    }

    /// How many addresses are told apart.
    package static let places = 65_536

    private struct Place: Hashable {
        let prefix: [UInt8]
        let kind: Kind
    }

    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    private let perMinute: [Kind: Int]
    private let most: Int
    private var buckets: [Place: Bucket] = [:]

    /// Full buckets, with so many requests a minute by kind.
    package init(perMinute: [Kind: Int], places: Int = Self.places) {
        self.perMinute = perMinute
        most = places
    }

    /// How many buckets are kept.
    package var count: Int { buckets.count }

    /// Takes a request: `nil` where it may go on, else the seconds to wait.
    package mutating func take(
        _ kind: Kind, from prefix: [UInt8], at now: ContinuousClock.Instant
    ) -> Int? {
        guard let size = perMinute[kind].map(Double.init), size > 0 else { return nil }
        let place = makeRoom(for: Place(prefix: prefix, kind: kind), at: now)
        var bucket = buckets[place] ?? Bucket(level: size, at: now)
        bucket.level = Self.level(of: bucket, size: size, at: now)
        bucket.at = now
        defer { buckets[place] = bucket }
        guard bucket.level >= 1 else {
            return max(1, Int(((1 - bucket.level) * 60 / size).rounded(.up)))
        }
        bucket.level -= 1
        return nil
    }

    private mutating func makeRoom(for place: Place, at now: ContinuousClock.Instant) -> Place {
        guard buckets[place] == nil, buckets.count >= most else { return place }
        let sizes = perMinute
        buckets = buckets.filter { key, bucket in
            let size = Double(sizes[key.kind] ?? 0)
            return Self.level(of: bucket, size: size, at: now) < size
        }
        return buckets.count < most ? place : Place(prefix: [], kind: place.kind)
    }

    private static func level(
        of bucket: Bucket, size: Double, at now: ContinuousClock.Instant
    ) -> Double {
        min(size, bucket.level + (now - bucket.at) / .seconds(60) * size)
    }
}
