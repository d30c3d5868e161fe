import Arena
import Server
import Testing

/// What is decided about connections and requests, without any.
struct EdgeValueTests {
    private let start = ContinuousClock.now

    @Test func `sending on buys no time for a head or a body`() {
        var clock = ReadingClock()
        #expect(!clock.isOver(at: start + .seconds(1000)), "waiting is not its matter")
        clock.takeBytes(at: start)
        for second in 1...4 { clock.takeBytes(at: start + .seconds(second)) }
        #expect(!clock.isOver(at: start + .seconds(4.9)))
        #expect(clock.isOver(at: start + .seconds(5)))
        clock.takeHead(at: start + .seconds(4))
        clock.takeBytes(at: start + .seconds(13))
        #expect(!clock.isOver(at: start + .seconds(13.9)))
        #expect(clock.isOver(at: start + .seconds(14)))
        clock.takeEnd()
        #expect(clock.deadline == nil)
    }

    @Test func `a body is measured by what it says and by what comes`() {
        var meter = BodyMeter()
        let announced = [BodyMeter.limit, BodyMeter.limit + 1, nil].map {
            meter.begin(announced: $0)
        }
        #expect(announced == [false, true, false])
        let pieces = [BodyMeter.limit, 1].map { meter.take($0) }
        #expect(pieces == [false, true])
        _ = meter.begin(announced: nil)
        let isTooMuch = meter.take(1)
        #expect(!isTooMuch, "each request counts from zero")
    }

    @Test func `connections are counted in all and by address`() throws {
        var tally = ConnectionTally(most: 5, mostPerPrefix: 2)
        let one = try #require(NetworkAddress("2a00::1"))
        let same = try #require(NetworkAddress("2a00::2"))
        let other = try #require(NetworkAddress("8.8.8.8"))
        let admissions = [one, same, one, other, nil, nil].map { tally.open(from: $0) }
        #expect(admissions == [.all, .all, .none, .all, .all, .healthOnly])
        for _ in 0..<3 { tally.close(from: one) }
        #expect(tally.open == 3)
        let again = [one, same].map { tally.open(from: $0) }
        #expect(again == [.all, .all])
    }

    @Test func `a bucket holds a minute's worth and fills evenly`() {
        var buckets = RequestBuckets(perMinute: [.vote: 60])
        for _ in 0..<60 { #expect(buckets.take(.vote, from: [1], at: start) == nil) }
        #expect(buckets.take(.vote, from: [1], at: start) == 1)
        #expect(buckets.take(.vote, from: [2], at: start) == nil, "another address")
        #expect(buckets.take(.read, from: [1], at: start) == nil, "no limit on this kind")
        #expect(buckets.take(.vote, from: [1], at: start + .seconds(1)) == nil)
        #expect(buckets.take(.vote, from: [1], at: start + .seconds(1)) == 1)
        #expect(buckets.take(.vote, from: [1], at: start + .seconds(3600)) == nil)
    }

    @Test func `a million addresses take bounded memory, and newcomers are still counted`() {
        var buckets = RequestBuckets(perMinute: [.vote: 2], places: 100)
        for number in 0..<1000 {
            _ = buckets.take(.vote, from: [UInt8(number / 256), UInt8(number % 256)], at: start)
        }
        #expect(buckets.count <= 101)
        #expect(buckets.take(.vote, from: [99, 99], at: start) != nil, "they share one bucket")
        _ = buckets.take(.vote, from: [98, 98], at: start + .seconds(600))
        #expect(buckets.count < 100, "full buckets are forgotten")
    }

    @Test func `connections leave descriptors for everything else`() {
        #expect(Settings.Traffic().fitting(descriptors: 65_536, replies: 64).connections == 4096)
        #expect(Settings.Traffic().fitting(descriptors: 1024, replies: 64).connections == 832)
        #expect(Settings.Traffic().fitting(descriptors: 64, replies: 64).connections == 16)
    }
}
