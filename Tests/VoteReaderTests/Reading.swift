import Ratings

/// Reads texts as files, for tests.
enum Reading {
    /// The book of a file, given in chunks of some length; nil for one chunk.
    static func book(
        _ text: String, _ reading: VoteReading = VoteReading(), chunk: Int? = nil
    ) throws(VoteFault) -> VoteBook {
        try book(Array(text.utf8), reading, chunk: chunk)
    }

    /// The book of a file of bytes.
    static func book(
        _ bytes: [UInt8], _ reading: VoteReading = VoteReading(), chunk: Int? = nil
    ) throws(VoteFault) -> VoteBook {
        var reader = VoteReader(reading)
        let length = max(1, chunk ?? bytes.count)
        for start in stride(from: 0, to: bytes.count, by: length) {
            try reader.read(Array(bytes[start..<min(bytes.count, start + length)]))
        }
        return try reader.finish()
    }

    /// The fault that ends the reading of a file, or nil.
    static func fault(_ text: String, _ reading: VoteReading = VoteReading()) -> VoteFault? {
        do throws(VoteFault) {
            _ = try book(text, reading)
            return nil
        } catch { return error }
    }

    /// A setting of the reading, changed in place.
    static func with(_ change: (inout VoteReading) -> Void) -> VoteReading {
        var reading = VoteReading()
        change(&reading)
        return reading
    }
}

extension VoteBook {
    /// Contenders and pairs as text, in order, so that also the order is compared.
    var digest: String {
        let tally = try? tally()
        let pairs = tally?.pairs.map {
            "\($0.first)-\($0.second) \($0.firstWins) \($0.secondWins) \($0.ties) \($0.bothBad)"
        }
        return (contenders + (pairs ?? [])).joined(separator: "\n")
    }
}
