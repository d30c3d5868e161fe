/// Finds API keys where none may stand, and keeps them out of messages.
enum Secrets {
    private static let prefixes = [
        "sk-", "sk_", "pk-", "rk-", "AIza", "gsk_", "xai-", "hf_", "ghp_", "gho_", "github_pat_",
        "glpat-", "nvapi-", "r8_", "pplx-", "fw_", "csk-", "tgp_", "key-", "AKIA", "eyJ", "ya29.",
    ]

    /// The names under which people put a key into a file.
    private static let names: Set<String> = [
        "api_key", "apikey", "api-key", "key", "token", "api_token", "secret", "password",
        "authorization", "bearer", "credentials",
    ]

    /// Whether a text holds what looks like an API key: a known beginning with at least 12 further
    /// characters, or 32 and more letters and digits in one piece that mix both cases with digits
    /// or are hexadecimal. Names of models are long, but broken by dashes.
    static func areIn(_ text: some StringProtocol) -> Bool {
        let isJoint = { (byte: UInt8) in [0x2D, 0x2E, 0x5F].contains(byte) }
        return Substring(text).utf8.split(whereSeparator: { !$0.isAlphanumeric && !isJoint($0) })
            .contains {
                hasKnownBeginning($0) || $0.split(whereSeparator: isJoint).contains(where: isRandom)
            }
    }

    /// Whether a key of the file is a name under which people put an API key.
    static func isName(_ name: String) -> Bool { names.contains(name.lowercased()) }

    /// A value in quotes for a message; what may be secret, or is long, is not repeated.
    static func quoted(_ value: String) -> String {
        guard !areIn(value), value.utf8.count <= 60, !value.contains(where: \.isNewline) else {
            return "The value"
        }
        return "“\(value)”"
    }

    private static func hasKnownBeginning(_ word: Substring.UTF8View) -> Bool {
        word.contains(where: \.isDigit)
            && prefixes.contains { word.count >= $0.utf8.count + 12 && word.starts(with: $0.utf8) }
    }

    private static func isRandom(_ piece: Substring.UTF8View) -> Bool {
        guard piece.count >= 32, piece.contains(where: \.isDigit) else { return false }
        let isHexadecimal = piece.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
        return isHexadecimal
            || (piece.contains(where: \.isSmall) && piece.contains(where: \.isCapital))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isSmall: Bool { (0x61...0x7A).contains(self) }
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
    fileprivate var isAlphanumeric: Bool { isDigit || isSmall || isCapital }
}
