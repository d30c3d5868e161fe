import Foundation
import Ratings
import Testing

/// The reader agrees with Foundation's decoder, on good files and on broken ones.
struct FoundationTests {
    private struct Line: Decodable {
        let modelA: String
        let modelB: String
        let winner: String
        let judge: String?

        enum CodingKeys: String, CodingKey {
            case modelA = "model_a"
            case modelB = "model_b"
            case winner, judge
        }
    }

    private static let outcomes: [String: Outcome] = [
        "model_a": .a, "model_b": .b, "tie": .tie, "tie (bothbad)": .bothBad, "both_bad": .bothBad,
        "bothbad": .bothBad,
    ]

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `generated lines give the votes that Foundation decodes`(seed: UInt64) throws {
        var maker = VoteFileMaker(seed: seed)
        let votes = maker.votes(300)
        let text = maker.lines(votes)
        var expected = VoterTally()
        for line in text.split(whereSeparator: \.isNewline) where line.contains("{") {
            let vote = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            let outcome = try #require(Self.outcomes[vote.winner])
            try expected.add(outcome, between: vote.modelA, and: vote.modelB, by: vote.judge)
        }
        let book = try Reading.book(text, Reading.with { $0.details = .voter })
        #expect(try book.voterTally(of: Set(book.contenders)) == expected)
        #expect(book.contenders == expected.total.contenders)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a mutated line is JSON for both or for neither`(seed: UInt64) {
        var maker = VoteFileMaker(seed: seed)
        for vote in maker.votes(400) {
            let bytes = Self.mutated(Array(maker.lines([vote]).utf8), &maker)
            let isJSON = Self.isJSON(bytes)
            let fault = Self.fault(bytes)
            let shown = String(decoding: bytes, as: UTF8.self)
            if case .notJSON = fault { #expect(!isJSON, "\(shown)") }
            if fault == nil { #expect(isJSON, "\(shown)") }
        }
    }

    @Test(arguments: ChunkingTests.Format.allCases, 20...24 as ClosedRange<UInt64>)
    func `no mutated file ends the process, and chunks do not matter`(
        format: ChunkingTests.Format, seed: UInt64
    ) {
        var maker = VoteFileMaker(seed: seed)
        let good = Array(ChunkingTests.file(format, seed: seed).text.utf8)
        for _ in 0..<60 {
            let bytes = Self.mutated(good, &maker)
            for reading in [VoteReading(), Reading.with { $0.badRecords = .skip }] {
                let whole = Result { () throws(VoteFault) in try Reading.book(bytes, reading) }
                let parts = Result { () throws(VoteFault) in
                    try Reading.book(bytes, reading, chunk: 50)
                }
                #expect(whole.map(\.digest) == parts.map(\.digest))
            }
        }
    }

    private static func mutated(_ bytes: [UInt8], _ maker: inout VoteFileMaker) -> [UInt8] {
        var bytes = bytes
        let marks = Array("\"\\{}[],: \n\r\u{0}0e-ux".utf8) + [0x80, 0xC3, 0xFF]
        for _ in 0...maker.pick(3) where !bytes.isEmpty {
            let place = maker.pick(bytes.count)
            switch maker.pick(4) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = marks[maker.pick(marks.count)]
            case 2: bytes.insert(marks[maker.pick(marks.count)], at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + maker.pick(9)))
            }
        }
        return bytes
    }

    /// Whether a file of one line is one object of JSON.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: 0x0A).filter { line in
            !line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
        }
        guard lines.count == 1, let line = lines.first else { return false }
        let value = try? JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)
        return value is [String: Any]
    }

    private static func fault(_ bytes: [UInt8]) -> VoteFaultReason? {
        do throws(VoteFault) {
            _ = try Reading.book(bytes)
            return nil
        } catch { return error.reason }
    }
}
