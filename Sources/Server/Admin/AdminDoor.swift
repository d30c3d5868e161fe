import Arena
import Foundation
import HTTPTypes
import Hummingbird
import Phrases

/// Lets operators in and out: links, sessions, the cookie.
actor AdminDoor {
    private let links: AdminLinks
    private let store: any OperationStore
    private let key: SigningKey
    private var tries = TryLimit()
    /// Sessions that only look, by their tokens' digests. They end with the process.
    private var looks: [String: AdminSession] = [:]

    /// A door.
    init(links: AdminLinks, store: any OperationStore, key: SigningKey) {
        self.links = links
        self.store = store
        self.key = key
    }

    /// Uses a link's code up and opens a session; while nothing can be written, one that only looks.
    ///
    /// - Throws: ``Problem`` for a code that opens nothing and for too many of them;
    ///   ``ArenaError/storage(_:)``.
    func enter(_ written: String, name: String, from peer: String) async throws -> Cookie {
        let now = Date()
        guard tries.allows(peer, at: now) else { throw Self.tooManyTries }
        guard let code = SecretCode(written), links.use(code, at: now) else {
            tries.note(peer, at: now)
            throw Self.wrongCode
        }
        let (token, end) = (SecretCode(), now + 3600 * AdminSession.hours)
        do throws(ArenaError) {
            _ = try await store.openSession(
                digest: token.digest, name: Self.author(name), at: now, until: end)
        } catch {
            guard error == .readOnly else { throw error }
            looks = looks.filter { $0.value.isOpen(at: now) }
            looks[token.digest] = AdminSession(
                number: 0, digest: token.digest, name: Self.author(name), openedAt: now,
                expiresAt: end)
        }
        return cookie(token.text, maxAge: Int(3600 * AdminSession.hours))
    }

    /// The open session of a request; `nil` without one.
    func session(of request: Request) async throws(ArenaError) -> AdminSession? {
        guard let token = request.cookies[Self.cookieName]?.value.description,
            let code = SecretCode(token)
        else { return nil }
        if let look = looks[code.digest] { return look.isOpen(at: Date()) ? look : nil }
        guard let session = try await store.session(of: code.digest), session.isOpen(at: Date())
        else { return nil }
        return session
    }

    /// Ends a session.
    ///
    /// - Throws: ``ArenaError/storage(_:)``.
    func end(_ session: AdminSession, logging entry: AuditEntry) async throws(ArenaError) {
        guard !session.isLook else {
            looks[session.digest] = nil
            return
        }
        try await store.endSession(session.number, logging: entry)
    }

    /// What a session's forms carry.
    nonisolated func token(of session: AdminSession) -> String {
        key.sign(session.digest, for: .admin)
    }

    /// Whether a form comes from a page of this session.
    nonisolated func verifies(_ token: String, of session: AdminSession) -> Bool {
        key.verify(token, of: session.digest, for: .admin)
    }

    /// The cookie that takes the session's away.
    nonisolated var farewell: Cookie { cookie("", maxAge: 0) }

    private static let cookieName = "arena_admin"

    private nonisolated func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(
            name: Self.cookieName, value: value, maxAge: maxAge, path: "/", secure: false,
            httpOnly: true, sameSite: .strict)
    }

    /// A name for the log: one line of at most 80 characters, `admin` where nothing is left.
    private static func author(_ written: String) -> String {
        let scalars = written.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let name = String(String.UnicodeScalarView(scalars.prefix(80)))
            .trimmingCharacters(in: .whitespaces)
        return name.isEmpty ? "admin" : name
    }

    private static let wrongCode = Problem(
        code: "admin-link", status: .forbidden, title: "This link opens nothing",
        detail: """
            It was used, it is older than 15 minutes, or it never was one. Make a fresh one with: \
            arena admin-link
            """)
    private static let tooManyTries = Problem(
        code: "rate-limited", status: .tooManyRequests, title: "Too many tries",
        detail: "Wait 15 minutes, then make a fresh link with: arena admin-link",
        retryAfter: Int(TryLimit.seconds))
}
