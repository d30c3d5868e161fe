import Ratings
import Testing

/// The votes do not depend on how the bytes arrive or on who reads them.
struct ChunkingTests {
    enum Format: CaseIterable {
        case lines, array, table
    }

    static func file(_ format: Format, seed: UInt64) -> (votes: [VoteFileMaker.Vote], text: String)
    {
        var maker = VoteFileMaker(seed: seed)
        let votes = maker.votes(60)
        switch format {
        case .lines: return (votes, maker.lines(votes))
        case .array: return (votes, maker.array(votes))
        case .table: return (votes, maker.table(votes))
        }
    }

    @Test(arguments: Format.allCases, 1...8 as ClosedRange<UInt64>)
    func `any chunking gives the same votes in the same order`(format: Format, seed: UInt64) throws
    {
        let (votes, text) = Self.file(format, seed: seed)
        let whole = try Reading.book(text, Reading.with { $0.details = .voter })
        #expect(whole.votes == votes.count)
        for chunk in [1, 2, 3, 7, 64, 1000] {
            let parts = try Reading.book(text, Reading.with { $0.details = .voter }, chunk: chunk)
            #expect(parts.digest == whole.digest, "chunks of \(chunk)")
            let kept = Set(whole.contenders)
            #expect(try parts.voterTally(of: kept) == whole.voterTally(of: kept))
        }
    }

    @Test(arguments: Format.allCases, [1, 2, 5])
    func `any number of tasks gives the same votes`(format: Format, tasks: Int) async throws {
        let text = Self.file(format, seed: 11).text
        let whole = try Reading.book(text)
        var rest = Array(text.utf8)[...]
        var reader = VoteReader()
        let book = try await reader.read(tasks: tasks) {
            let chunk = rest.prefix(97)
            rest = rest.dropFirst(97)
            return chunk.isEmpty ? nil : Array(chunk)
        }
        #expect(book.digest == whole.digest)
    }

    @Test(arguments: Format.allCases, [1, 3])
    func `any number of tasks names the same first fault`(format: Format, tasks: Int) async throws {
        let good = Self.file(format, seed: 5).text
        let text = Self.spoiled(good, format)
        let fault = try #require(Reading.fault(text))
        var rest = Array(text.utf8)[...]
        var reader = VoteReader()
        await #expect(throws: fault) {
            try await reader.read(tasks: tasks) {
                let chunk = rest.prefix(61)
                rest = rest.dropFirst(61)
                return chunk.isEmpty ? nil : Array(chunk)
            }
        }
    }

    /// Two faults, of which the first must be named.
    private static func spoiled(_ text: String, _ format: Format) -> String {
        let bad: String
        switch format {
        case .lines: bad = #"{"model_a":"p","model_b":"q","winner":"nobody"}"# + "\n"
        case .array: bad = #"{"model_a":"p","model_b":"q","winner":"nobody"},"#
        case .table: bad = ",nobody,p,,q\n"
        }
        switch format {
        case .lines, .table: return text + bad + "x\n" + bad
        case .array:
            return text.split(separator: "]\n").joined(separator: "]\n").trimmed + "," + bad + bad
                + "1]"
        }
    }

    @Test(arguments: Format.allCases)
    func `faults have the same lines in any chunking`(format: Format) throws {
        let text = Self.spoiled(Self.file(format, seed: 5).text, format)
        let fault = try #require(Reading.fault(text))
        for chunk in [1, 5, 100] {
            #expect(throws: fault) { try Reading.book(text, chunk: chunk) }
        }
    }
}

extension String {
    /// The text without white space and the closing bracket at its end.
    fileprivate var trimmed: String {
        var text = self
        while let last = text.last, last.isWhitespace || last == "]" { text.removeLast() }
        return text
    }
}
