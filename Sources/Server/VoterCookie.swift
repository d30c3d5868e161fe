import Arena
import Crypto
import HTTPTypes
import Hummingbird

/// The key that signs voter cookies and form tokens: 256 random bits, kept in the data folder.
package struct SigningKey: Sendable {
    private let key: SymmetricKey

    /// A key from its bytes, at least 32 of them; `nil` with fewer.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A key that lasts as long as this process.
    package init() {
        key = SymmetricKey(size: .bits256)
    }

    /// The first 128 bits of HMAC-SHA-256 over `purpose|text`, as base64url.
    func sign(_ text: String, for purpose: Purpose) -> String {
        let message = Array("\(purpose.rawValue)|\(text)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
        return RandomText.base64URL(Array(code.prefix(16)))
    }

    /// Whether `signature` is the signature of `text`; takes the same time either way.
    func verify(_ signature: some StringProtocol, of text: String, for purpose: Purpose) -> Bool {
        let expected = Array(sign(text, for: purpose).utf8)
        let given = Array(signature.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What a signature is for, so that one can never stand in for another.
    enum Purpose: String {
        case voter
        case form
        case frame
        case admin
        case name
        case pseudonym
        case work
    }
}

/// The cookie that makes a browser one voter: its identity and a signature.
struct VoterCookie {
    static let name = "arena_voter"
    private static let lifetime = 400 * 86_400

    let key: SigningKey

    /// The voter of a request; `nil` without a cookie or with one we did not sign.
    func voter(of request: Request) -> VoterID? {
        guard let value = request.cookies[Self.name]?.value else { return nil }
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let voter = VoterID(String(parts[0])),
            key.verify(parts[1], of: voter.text, for: .voter)
        else { return nil }
        return voter
    }

    /// The cookie that makes its bearer this voter.
    func cookie(for voter: VoterID) -> Cookie {
        Cookie(
            name: Self.name, value: voter.text + "." + key.sign(voter.text, for: .voter),
            maxAge: Self.lifetime, path: "/", secure: false, httpOnly: true, sameSite: .lax)
    }
}

extension VoterCookie {
    /// Takes the cookie back.
    var ended: Cookie {
        Cookie(
            name: Self.name, value: "", maxAge: 0, path: "/", secure: false, httpOnly: true,
            sameSite: .lax)
    }
}

/// Finds out who asks.
struct VoterMiddleware: RouterMiddleware {
    let cookie: VoterCookie

    func handle(
        _ request: Request, context: ArenaContext,
        next: (Request, ArenaContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.voter = cookie.voter(of: request)
        return try await next(request, context)
    }
}
