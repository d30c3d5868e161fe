import Ratings
import Testing

/// Numbers, times and names, the small parts of a record.
struct TextTests {
    @Test(arguments: [
        "0", "-0", "1682351591.1322", "123456789012345", "0.1", "1e3", "-2.5E-3",
        "3.14159265358979",
        "12345678901234567890", "1.7976931348623157e308", "0.30000000000000004", "5e-324",
    ])
    func `numbers are read to the nearest double`(text: String) {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: ByteView.padding)
        let value = bytes.withPaddedView { NumberText($0, 0..<$0.count).value }
        #expect(value == Double(text))
    }

    @Test(arguments: ["", "-", "01", "1.", ".5", "1e", "+1", "0x1", "nan", "1 ", "1e999"])
    func `what JSON does not call a number is none`(text: String) {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: ByteView.padding)
        #expect(bytes.withPaddedView { NumberText($0, 0..<$0.count).value } == nil)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("2026-11-21", 1_795_219_200), ("2000-02-29T12:00:00Z", 951_825_600),
        ("1999-12-31 23:59:59", 946_684_799), ("2024-10-15T12:34:56.25+02:00", 1_728_988_496.25),
        ("1900-03-01", -2_203_891_200), ("0000-01-01", -62_167_219_200),
        ("2016-12-31T23:59:60Z", 1_483_228_799), ("2026-11-21T08:00", 1_795_248_000),
    ])
    func `times are read as RFC 3339 has them`(text: String, seconds: Double) {
        #expect(TimeText.seconds(text) == seconds)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-11-21T", "2026-11-21T25:00:00Z",
        "2026-11-21T08:00:00.Z", "2026-11-21T08:00:00+2", "21.11.2026", "2026-11-21T08:00:00Zx",
    ])
    func `other texts are no times`(text: String) {
        #expect(TimeText.seconds(text) == nil)
    }

    @Test func `names get the same number however often they come, and keep their bytes`() {
        var table = NameTable()
        var names = (0..<500).map { number in
            "model-\(number % 250)-\(String(repeating: "é", count: number % 250 / 8))"
        }
        names += ["", "a", "a\u{0}", "a\u{0}\u{0}"]
        let indices = names.map { name in
            (Array(name.utf8) + [UInt8](repeating: 0, count: ByteView.padding)).withPaddedView {
                table.index(of: $0, start: 0, length: $0.count)
            }
        }
        #expect(table.count == 254)
        #expect(Array(indices[..<250]) == Array(indices[250..<500]))
        #expect(table.names == Array(names[..<250] + names[500...]))
    }

    @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 63, 200])
    func `a byte is counted in any length`(length: Int) {
        let bytes = (0..<length).map { UInt8($0 % 3 == 0 ? 0x0A : $0 % 256) }
        let count = bytes.count { $0 == 0x0A }
        let padded = bytes + [UInt8](repeating: 0, count: ByteView.padding)
        #expect(padded.withPaddedView { $0.occurrences(of: 0x0A, before: length) } == count)
        #expect(bytes.isOdd(countOf: 0x0A) == (count & 1 == 1))
    }

    @Test func `one record may not outgrow the memory`() throws {
        var splitter = SlabSplitter(.jsonLines)
        let chunk = [UInt8](repeating: 0x20, count: SlabSplitter.longestRecord / 4)
        for _ in 0..<4 {
            let slab = try splitter.split(chunk)
            #expect(slab?.padded == nil)
        }
        #expect(throws: VoteFault.self) { () throws in _ = try splitter.split(chunk) }
    }
}
