import Arena
import Catalogue
import Foundation
import GRDB
import SQLiteStore
import Testing

/// The operator's side in the database.
@Suite struct OperationTests {
    private let folder = TemporaryFolder()

    @Test func `an invitation lets in as many as it may, and each of them once`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let code = SecretCode()
        try await store.invite(
            try NewInvitation(code, name: "Team", days: 1, uses: 2), logging: entry(.invited))
        let (ada, bob, eve) = (VoterID(), VoterID(), VoterID())
        #expect(try await store.isMember(ada) == false)
        for _ in 0..<3 {
            #expect(try await store.join(ada, by: code.digest, at: time(1)) == .open)
        }
        #expect(try await store.join(bob, by: code.digest, at: time(2)) == .open)
        #expect(try await store.join(eve, by: code.digest, at: time(3)) == .usedUp)
        #expect(try await store.join(eve, by: SecretCode().digest, at: time(3)) == .unknown)
        #expect(try await store.isMember(ada))
        #expect(try await store.isMember(eve) == false)
        #expect(try await store.invitations().map(\.joined) == [2])
    }

    @Test func `an invitation that is over lets nobody in, and who is in stays`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let code = SecretCode()
        try await store.invite(
            try NewInvitation(code, name: "Team", days: 1, uses: 9), logging: entry(.invited))
        let ada = VoterID()
        _ = try await store.join(ada, by: code.digest, at: time(86_399))
        let late = try await store.join(VoterID(), by: code.digest, at: time(86_400))
        #expect(late == .expired)
        #expect(try await store.isMember(ada))
    }

    @Test func `revoking takes the right of all who joined, restoring gives it back`() async throws
    {
        let store = try SQLiteStore.open(folder: folder.path)
        let code = SecretCode()
        try await store.invite(
            try NewInvitation(code, name: "Team", days: 1, uses: 9), logging: entry(.invited))
        let ada = VoterID()
        _ = try await store.join(ada, by: code.digest, at: time(1))
        let revoking = entry(.invitationRevoked)
        #expect(try await store.setRevoked(true, invitation: 1, logging: revoking))
        #expect(try await store.isMember(ada) == false)
        #expect(try await store.join(ada, by: code.digest, at: time(2)) == .revoked)
        #expect(try await store.setRevoked(true, invitation: 1, logging: revoking) == false)
        #expect(
            try await store.setRevoked(false, invitation: 1, logging: entry(.invitationRestored)))
        #expect(try await store.isMember(ada))
        let log = try await store.auditLog(before: nil, limit: 9)
        #expect(
            log.map(\.entry.action) == [.invitationRestored, .invitationRevoked, .invited])
    }

    @Test func `five hundred who join at once leave as many in as may be`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let code = SecretCode()
        try await store.invite(
            try NewInvitation(code, name: "Team", days: 1, uses: 7), logging: entry(.invited))
        let admissions = try await withThrowingTaskGroup(of: Admission.self) { group in
            for _ in 0..<500 {
                group.addTask { try await store.join(VoterID(), by: code.digest, at: time(1)) }
            }
            return try await group.reduce(into: [Admission]()) { $0.append($1) }
        }
        #expect(admissions.count { $0 == .open } == 7)
        #expect(admissions.count { $0 == .usedUp } == 493)
    }

    @Test func `a session is found by its digest, ended once, and stays ended`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let token = SecretCode()
        let session = try await store.openSession(
            digest: token.digest, name: "Ada", at: time(0), until: time(60))
        #expect(try await store.session(of: token.digest) == session)
        #expect(try await store.session(of: SecretCode().digest) == nil)
        #expect(try await store.sessions(openAt: time(59)) == [session])
        #expect(try await store.sessions(openAt: time(60)) == [])
        for _ in 0..<2 {
            try await store.endSession(session.number, logging: entry(.sessionEnded))
        }
        #expect(try await store.session(of: token.digest)?.isOpen(at: time(1)) == false)
        let log = try await store.auditLog(before: nil, limit: 9).map(\.entry)
        #expect(log.map(\.action) == [.sessionEnded, .entered])
        #expect(log[1].author == "Ada (session 1)")
    }

    @Test func `no code and no token stands in the database files`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let (code, token) = (SecretCode(), SecretCode())
        try await store.invite(
            try NewInvitation(code, name: "Team", days: 1, uses: 2), logging: entry(.invited))
        _ = try await store.openSession(
            digest: token.digest, name: "Ada", at: time(0), until: time(60))
        _ = try await store.join(VoterID(), by: code.digest, at: time(1))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
            for secret in [code.text, token.text] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
            }
        }
    }

    @Test func `decisions on contenders and pairing outlive the process`() async throws {
        let alpha = try #require(ContenderID("alpha"))
        do {
            let store = try SQLiteStore.open(folder: folder.path)
            #expect(try await store.contenderStates() == [:])
            #expect(try await store.pairingPolicy() == nil)
            for state in [ContenderState(.paused), ContenderState(.retired, weight: 0.5)] {
                try await store.set(state, of: alpha, logging: entry(.contenderChanged))
            }
            for policy in [
                PairingPolicy(controlShare: 0.5),
                PairingPolicy(draw: .uniform, controlShare: 0.02),
            ] {
                try await store.set(policy, logging: entry(.pairingChanged))
            }
            try store.close()
        }
        let store = try SQLiteStore.open(folder: folder.path)
        #expect(
            try await store.contenderStates() == [alpha: ContenderState(.retired, weight: 0.5)])
        #expect(
            try await store.pairingPolicy() == PairingPolicy(draw: .uniform, controlShare: 0.02))
    }

    @Test func `the audit log is read in pages and cannot be bent`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        for _ in 0..<5 { try await store.note(entry(.providerTested)) }
        let first = try await store.auditLog(before: nil, limit: 3)
        #expect(first.map(\.number) == [5, 4, 3])
        #expect(try await store.auditLog(before: 3, limit: 3).map(\.number) == [2, 1])
        for statement in ["DELETE FROM audit_log", "UPDATE audit_log SET author = 'x'"] {
            await #expect(throws: ArenaError.self) {
                try await store.write { db in try db.execute(sql: statement) }
            }
        }
        #expect(try await store.auditLog(before: nil, limit: 9).count == 5)
    }

    @Test func `a change that cannot be stored leaves no line in the log`() async throws {
        let store = try SQLiteStore.open(folder: folder.path)
        let alpha = try #require(ContenderID("alpha"))
        await #expect(throws: ArenaError.self) {
            try await store.set(
                ContenderState(weight: 99), of: alpha, logging: entry(.contenderChanged))
        }
        let ruling = Ruling(
            sequence: 77, counts: false, reason: .byOperator, author: "Ada", at: time(0))
        await #expect(throws: ArenaError.self) {
            try await store.rule([ruling], logging: entry(.votesExcluded))
        }
        #expect(try await store.auditLog(before: nil, limit: 9).isEmpty)
    }

    private func entry(_ action: AuditEntry.Action) -> AuditEntry {
        AuditEntry(at: time(0), author: "Ada (session 1)", action: action, subject: "it")
    }
}
