import Arena
import Testing

/// The work that a vote is asked for.
@Suite struct VoteWorkTests {
    @Test func `the digest begins with as many zero bits as were asked for`() {
        // SHA-256("8.1.x.107") = 0038…: ten zero bits and no eleventh (Python's hashlib).
        #expect(VoteWork.isDone("8.1.x", nonce: "107", bits: 10))
        #expect(!VoteWork.isDone("8.1.x", nonce: "107", bits: 11))
        #expect(!VoteWork.isDone("8.1.x", nonce: "106", bits: 8))
        #expect(VoteWork.isDone("8.1.x", nonce: "anything", bits: 0))
    }

    @Test func `what is found is the work, what asks for too much is not begun`() throws {
        let found = try #require(VoteWork.solution(of: "8.1.x"))
        #expect(found == "8.1.x.107")
        #expect(VoteWork.solution(of: "40.1.x") == nil)
        #expect(VoteWork.solution(of: "soon") == nil)
        #expect(VoteWork.solution(of: "") == nil)
    }
}
