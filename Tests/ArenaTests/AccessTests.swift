import Arena
import Foundation
import Testing

/// Who may read and vote, decided by plain calls.
@Suite struct AccessTests {
    @Test func `three ways to tell who may vote are read, and nothing else`() {
        #expect(Access("public") == .everyone)
        #expect(Access("invited") == .invited)
        #expect(Access("header:X-Forwarded-User") == .named(header: "X-Forwarded-User"))
        for text in [
            "", "Public", "header:", "header:Cookie", "header:authorization", "header:a b",
            "header:a\r\nb", "header:X-Forwarded-For", "everyone",
        ] {
            #expect(Access(text) == nil, "\(text)")
        }
        for access in [Access.everyone, .invited, .named(header: "X-User")] {
            #expect(Access(access.description) == access)
        }
    }

    @Test func `an arena that listens for others is by invitation unless it is told otherwise`() {
        var settings = Settings()
        #expect(settings.access == .everyone)
        for host in ["localhost", "127.0.0.1", "127.1.2.3", "::1"] {
            settings.listen.host = host
            #expect(settings.access == .everyone, "\(host)")
        }
        for host in ["0.0.0.0", "::", "10.0.0.7", "arena.example"] {
            settings.listen.host = host
            #expect(settings.access == .invited, "\(host)")
        }
        settings.chosenAccess = .everyone
        #expect(settings.access == .everyone)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("10.0.0.7", "10.0.0.7", true), ("10.0.0.7", "10.0.0.8", false),
        ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
        ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("fd00::/8", "fdab::1", true), ("fd00::/8", "fe80::1", false),
        ("::/0", "2001:db8::1", true), ("127.0.0.0/8", "::ffff:127.0.0.1", true),
        ("10.0.0.0/8", "not an address", false), ("10.0.0.0/8", "010.0.0.1", false),
    ])
    func `an address lies in a range or not`(range: String, address: String, isIn: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(address) == isIn)
    }

    @Test func `what is no range is refused`() {
        for text in ["", "10.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "a/8", "10.0.0.0/8/8"] {
            #expect(AddressRange(text) == nil, "\(text)")
        }
    }

    @Test func `only a trusted peer may name a user, and only one`() throws {
        let rule = AccessRule(
            .named(header: "X-User"), proxies: [try #require(AddressRange("10.0.0.7"))])
        for peer in ["127.0.0.1", "::1", "10.0.0.7", "::ffff:10.0.0.7"] {
            #expect(rule.user(in: [" ada "], from: peer) == "ada", "\(peer)")
        }
        for peer in ["10.0.0.8", "203.0.113.9", "", nil] {
            #expect(rule.user(in: ["ada"], from: peer) == nil, "\(peer ?? "none")")
        }
        for values in [
            [], [""], ["  "], ["ada", "bob"], ["ada", "ada"], ["a\u{0}b"],
            [String(repeating: "a", count: 257)],
        ] {
            #expect(rule.user(in: values, from: "127.0.0.1") == nil, "\(values)")
        }
    }

    @Test func `voting and reading follow from the rule`() {
        for (isNamed, isMember) in [(false, false), (true, false), (false, true), (true, true)] {
            let votes = { (access: Access) in
                AccessRule(access).allowsVoting(isNamed: isNamed, isMember: isMember)
            }
            #expect(votes(.everyone))
            #expect(votes(.invited) == isMember)
            #expect(votes(.named(header: "X-User")) == isNamed)
            let open = AccessRule(.invited)
            #expect(open.allowsReading(isNamed: isNamed, isMember: isMember))
            let closed = AccessRule(.invited, reading: .members)
            #expect(closed.allowsReading(isNamed: isNamed, isMember: isMember) == isMember)
        }
    }

    @Test func `ten wrong tries in a quarter of an hour are enough`() {
        var tries = TryLimit()
        let start = Date(timeIntervalSince1970: 0)
        for second in 0..<10 {
            #expect(tries.allows("one", at: start + Double(second)))
            tries.note("one", at: start + Double(second))
        }
        #expect(!tries.allows("one", at: start + 10))
        #expect(tries.allows("another", at: start + 10))
        #expect(!tries.allows("one", at: start + 899))
        #expect(tries.allows("one", at: start + 900))
    }

    @Test func `wrong tries from everywhere take bounded room`() {
        var tries = TryLimit()
        let start = Date(timeIntervalSince1970: 0)
        for origin in 0..<(TryLimit.origins + 10) { tries.note("\(origin)", at: start) }
        #expect(!tries.allows("somebody new", at: start))
        #expect(tries.allows("3", at: start))
    }

    @Test func `a link lets people in until it is over, full or revoked`() {
        let start = Date(timeIntervalSince1970: 0)
        let link = { (joined: Int, revoked: Date?) in
            Invitation(
                number: 1, name: "Team", madeAt: start, expiresAt: start + 60, uses: 2,
                joined: joined, revokedAt: revoked)
        }
        #expect(link(1, nil).admission(at: start + 59) == .open)
        #expect(link(1, nil).admission(at: start + 60) == .expired)
        #expect(link(2, nil).admission(at: start) == .usedUp)
        #expect(link(0, start).admission(at: start) == .revoked)
    }

    @Test func `an invitation needs a name, days and uses within their limits`() throws {
        let code = SecretCode()
        let made = try NewInvitation(code, name: "Team", days: 14, uses: 5)
        #expect(made.digest == code.digest && made.digest.count == 64)
        for (name, days, uses) in [
            ("", 1, 1), (" ", 1, 1), ("a\nb", 1, 1), (String(repeating: "a", count: 81), 1, 1),
            ("Team", 0, 1), ("Team", 367, 1), ("Team", 1, 0), ("Team", 1, 10_001),
        ] {
            #expect(throws: ArenaError.self) {
                try NewInvitation(code, name: name, days: days, uses: uses)
            }
        }
    }

    @Test func `a session is open from its beginning to its end`() {
        let start = Date(timeIntervalSince1970: 0)
        let session = { (ended: Date?) in
            AdminSession(
                number: 3, digest: "d", name: "Ada", openedAt: start, expiresAt: start + 60,
                endedAt: ended)
        }
        #expect(session(nil).isOpen(at: start) && session(nil).isOpen(at: start + 59))
        #expect(!session(nil).isOpen(at: start + 60) && !session(start).isOpen(at: start + 1))
        #expect(session(nil).author == "Ada (session 3)")
    }
}
