import Arena
import Foundation
import Testing

/// The chain of votes as a value. The hashes were computed by another program from the words in
/// ``VoteLeaf``, ``VoteCommitments`` and ``TextsDigest``.
@Suite struct LedgerTests {
    private let salt = [UInt8](0..<16)
    private let voter = String(repeating: "v", count: 22)

    @Test func `texts, commitments, leaves and heads are those of the fixed vectors`() throws {
        let texts = texts("Because é.")
        #expect(
            texts.description
                == "d0d692671e81342976dcd58ca669141dcedf63b659dcea54c66bcad7a14a53ae")
        let commitments = VoteCommitments(voter: voter, texts: texts, salt: salt)
        #expect(
            commitments.voter.description
                == "e8307a29d2ceed969e02978df8f20f209f8ad993daceb6a54e27feef5fab4016")
        #expect(
            commitments.answers.description
                == "bd93ab61ed6528494848d5ab2e7709c55b716c3ad40649e838b76819041bf947")
        let chain = receipts(3)
        #expect(
            chain[0].leaf.description
                == "2406c168380c0a1510ac2d2f76468c5355385f86fbe1a02c560c9f7bd2db4b76")
        #expect(
            chain[2].leaf.description
                == "dd8f0160e48d7c5da273cc3c2dd9d71206e6565048131dee8f2a98a1ecb66427")
        #expect(
            chain.map(\.head.description) == [
                "82836e584a6f8a5a635b05e4dfe14599dbde6cc70c46156d85576f4101d2a7ae",
                "821bf9b31d5414f61e78f3fe7935fb16c473f5299a9c4a10942ab562161a6091",
                "f58046d64d4aec637da561ec6eac7055116b79c497830b8a976852401c8dba24",
            ])
    }

    @Test func `a whole chain is walked to its end, from the start or from a believed head`() throws
    {
        let chain = receipts(3)
        var walk = LedgerWalk()
        for number in 1...3 { try walk.step(entry(number, kept: chain[number - 1])) }
        #expect(walk == LedgerWalk(after: 3, head: chain[2].head))
        var tail = LedgerWalk(after: 2, head: chain[1].head)
        try tail.step(entry(3, kept: chain[2]))
        #expect(tail == walk)
    }

    @Test func `every kind of change is found at the vote that was changed`() throws {
        let chain = receipts(3)
        let changes: [(LedgerEntry, LedgerFault)] = [
            (entry(3, kept: chain[2]), LedgerFault(2, .missing)),
            (entry(2, kept: nil), LedgerFault(2, .unchained)),
            (entry(2, outcome: "a", kept: chain[1]), LedgerFault(2, .leaf)),
            (entry(2, kept: chain[1], voter: "somebody else"), LedgerFault(2, .voter)),
            (entry(2, kept: chain[1], text: "Another."), LedgerFault(2, .texts)),
            (entry(2, kept: chain[1], isOpen: false), LedgerFault(2, .unopened)),
            (
                entry(2, kept: VoteReceipt(sequence: 2, leaf: chain[1].leaf, head: chain[0].head)),
                LedgerFault(2, .head)
            ),
        ]
        for (entry, fault) in changes {
            var walk = LedgerWalk(after: 1, head: chain[0].head)
            #expect(throws: fault) { try walk.step(entry) }
            #expect(walk == LedgerWalk(after: 1, head: chain[0].head))
            #expect(fault.description.contains("2"))
        }
    }

    @Test func `an erased vote is sound without its random bytes`() throws {
        let chain = receipts(2)
        var walk = LedgerWalk(after: 1, head: chain[0].head)
        try walk.step(entry(2, kept: chain[1], isOpen: false, isErased: true))
        #expect(walk.sequence == 2)
    }

    @Test func `a vote may be missing only where somebody accepted it`() throws {
        let chain = receipts(3)
        let kept = VoteReceipt(sequence: 3, leaf: chain[2].leaf, after: chain[0].head)
        var walk = LedgerWalk(after: 1, head: chain[0].head)
        #expect(throws: LedgerFault(2, .missing)) {
            try walk.step(entry(3, kept: kept), mayMiss: { $0 == 3 })
        }
        try walk.step(entry(3, kept: kept), mayMiss: { $0 == 2 })
        #expect(walk.sequence == 3)
    }

    @Test func `of two slots the newest whole one counts, and a torn one leaves the other`() throws
    {
        let chain = receipts(2)
        let first = LedgerAnchor().next(sequence: 1, head: chain[0].head)
        let second = first.next(sequence: 2, head: chain[1].head)
        #expect(first.offset == LedgerAnchor.slotSize && second.offset == 0)
        var file = second.slot + first.slot
        #expect(LedgerAnchor(file: file) == second)
        #expect(LedgerAnchor(file: first.slot) == first)
        file[20] ^= 1
        #expect(LedgerAnchor(file: file) == first)
        file[LedgerAnchor.slotSize + 30] ^= 1
        #expect(LedgerAnchor(file: file) == nil)
        #expect(LedgerAnchor(file: Data()) == nil)
        #expect(first.slot.count == LedgerAnchor.slotSize)
    }

    @Test func `an anchor that is ahead, beside or absent is damage; one that is behind is not`() {
        let chain = receipts(3)
        let anchor = LedgerAnchor(generation: 5, sequence: 2, head: chain[1].head)
        #expect(LedgerDamage(anchor, last: 3, head: chain[1].head) == nil)
        #expect(LedgerDamage(LedgerAnchor(), last: 3, head: nil) == nil)
        #expect(LedgerDamage(nil, last: 0, head: nil) == nil)
        #expect(LedgerDamage(nil, last: 1, head: nil)?.kind == .anchor)
        let lost = LedgerDamage(anchor, last: 1, head: nil)
        #expect(lost?.kind == .lost && lost?.sequence == 2)
        let rewritten = LedgerDamage(anchor, last: 3, head: chain[0].head)
        #expect(rewritten?.kind == .rewritten && rewritten?.sequence == 2)
    }

    @Test func `a receipt is read back from its JSON`() throws {
        let receipt = receipts(1)[0]
        let json = try JSONForm.encoder.encode(receipt)
        #expect(try JSONForm.decoder.decode(VoteReceipt.self, from: json) == receipt)
        #expect(LedgerHash(hex: String(repeating: "G", count: 64)) == nil)
        #expect(LedgerHash([1, 2, 3]) == nil)
    }

    @Test func `a request's key is a UUID, and its digest follows path and body`() throws {
        let uuid = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
        let key = try #require(RequestKey(uuid, path: "/b", body: Data("{}".utf8)))
        #expect(key.text == uuid.lowercased())
        #expect(key == RequestKey(uuid.lowercased(), path: "/b", body: Data("{}".utf8)))
        #expect(key.digest != RequestKey(uuid, path: "/c", body: Data("{}".utf8))?.digest)
        #expect(key.digest != RequestKey(uuid, path: "/b", body: Data("{ }".utf8))?.digest)
        #expect(RequestKey("1", path: "/b", body: Data()) == nil)
    }

    private func texts(_ b: String) -> LedgerHash {
        var digest = TextsDigest()
        digest.add(
            turn: 1, prompt: Array("Why is the sky blue?".utf8),
            answers: Sides(a: Array("Rayleigh scattering.".utf8), b: Array(b.utf8)))
        return digest.finish()
    }

    private var commitments: VoteCommitments {
        VoteCommitments(voter: voter, texts: texts("Because é."), salt: salt)
    }

    private var record: LedgerHash { VoteLeaf.Player.record(of: ["x", nil, "été"]) }

    private func leaf(_ number: Int, outcome: String? = nil) -> VoteLeaf {
        VoteLeaf(
            sequence: Int64(number), battle: String(repeating: "b", count: 21) + "\(number)",
            outcome: outcome ?? ["a", "both_bad", "tie"][number - 1], pool: "real",
            kind: "random", castAt: 1_800_000_060_000,
            players: Sides(
                a: VoteLeaf.Player(
                    contender: "alpha", version: String(repeating: "0", count: 32), record: record),
                b: VoteLeaf.Player(
                    contender: "beta", version: String(repeating: "1", count: 32), record: record)),
            commitments: commitments)
    }

    private func receipts(_ count: Int) -> [VoteReceipt] {
        var chain: [VoteReceipt] = []
        for number in 1...count {
            chain.append(
                VoteReceipt(
                    sequence: Int64(number), leaf: leaf(number).hash,
                    after: chain.last?.head ?? .start))
        }
        return chain
    }

    private func entry(
        _ number: Int, outcome: String? = nil, kept: VoteReceipt?, voter: String? = nil,
        text: String = "Because é.", isOpen: Bool = true, isErased: Bool = false
    ) -> LedgerEntry {
        let opened = LedgerEntry.Opened(
            voter: VoteCommitments.voter(voter ?? self.voter, salt: salt),
            answers: VoteCommitments(voter: "", texts: texts(text), salt: salt).answers)
        return LedgerEntry(
            leaf: leaf(number, outcome: outcome), commitments: commitments,
            opened: isOpen ? opened : nil, kept: kept, isErased: isErased)
    }
}
