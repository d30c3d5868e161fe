import Ratings
import Testing

/// JSON arrays of objects, on one line or many.
struct JSONArrayTests {
    private let good = #"{"model_a":"x","model_b":"y","winner":"model_a","q":"],[{"}"#

    @Test func `an array on one line and one over many lines give the same`() throws {
        let flat = try Reading.book("[\(good),\(good)]")
        let tall = try Reading.book("[\n  \(good.spread)\n,\n\(good.spread)\n]\n\n")
        #expect(flat.digest == tall.digest)
        #expect(flat.votes == 2)
    }

    @Test(arguments: ["[]", " [ \n ] \n"])
    func `an empty array holds no vote`(text: String) throws {
        #expect(try Reading.book(text).votes == 0)
    }

    @Test(arguments: [
        ("[{}", 1, VoteFaultReason.missing("model_a")), ("[1]", 1, .notJSON(.object)),
        ("[good,]", 2, .notJSON(.object)), ("[good", 2, .notJSON(.end)),
        ("[good,", 2, .notJSON(.end)), ("[good]x", 2, .notJSON(.rest)),
        ("[good][good]", 2, .notJSON(.rest)), ("[good good]", 2, .notJSON(.separator)),
        ("[good,\n\n{]", 2, .notJSON(.key)), ("[,good]", 1, .notJSON(.object)),
        ("[good}", 2, .notJSON(.separator)), ("[", 1, .notJSON(.end)),
    ])
    func `a broken array is refused`(pattern: String, record: Int, reason: VoteFaultReason) {
        let text = pattern.split(separator: "good", omittingEmptySubsequences: false)
            .joined(separator: good)
        for chunk in [1, 3, 1000] {
            #expect { try Reading.book(text, chunk: chunk) } throws: { error in
                let fault = error as? VoteFault
                return fault?.record == record && fault?.reason == reason
            }
        }
    }

    @Test func `a bad record is named by line and number`() {
        let bad = #"{"model_a":"x","model_b":"x","winner":"tie"}"#
        let fault = Reading.fault("[\n\(good),\n\n\(bad),\n\(good)]")
        #expect(fault == VoteFault(line: 4, record: 2, reason: .sameModel("x")))
    }

    @Test func `records that are no votes can be skipped, broken grammar cannot`() throws {
        let reading = Reading.with { $0.badRecords = .skip }
        let bad = #"{"model_a":"x","model_b":"x","winner":"tie"}"#
        let book = try Reading.book("[\(bad),\(good),{\"model_a\":3},\(good)]", reading)
        #expect(book.votes == 2)
        #expect(book.skipped == 2)
        #expect(Reading.fault("[\(good),{\"a\":}]", reading)?.reason == .notJSON(.value))
    }
}

extension String {
    /// An object with a line end after each comma between members.
    fileprivate var spread: String {
        split(separator: ",\"", omittingEmptySubsequences: false).joined(separator: ",\n \"")
    }
}
