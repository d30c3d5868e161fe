import Arena
import Testing

@Suite struct RemarkTests {
    @Test func `a comment is trimmed, and one that is too long is refused`() throws {
        #expect(try Remark(.before, comment: "  so so \n").comment == "so so")
        #expect(try Remark(.before, comment: " \n").isEmpty)
        #expect(try !Remark(.after, reasons: Sides(a: [.clear], b: [])).isEmpty)
        _ = try Remark(.before, comment: String(repeating: "é", count: 500))
        #expect(throws: ArenaError.self) {
            try Remark(.before, comment: String(repeating: "é", count: 501))
        }
    }
}
