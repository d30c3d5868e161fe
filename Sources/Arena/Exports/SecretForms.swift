/// The forms by which a ``Scrubber`` knows what must not be published.
enum SecretForms {
    typealias Bytes = ArraySlice<UInt8>

    /// The longest thing of a known form; longer ones are taken in pieces.
    private static let longest = 4_096

    /// What begins at the beginning of these bytes, and where it ends.
    ///
    /// - Parameter isWithinNumber: whether they go on with a number, so that none begins here.
    static func match(
        _ bytes: Bytes, isWithinNumber: Bool = false
    ) -> (end: Int, mark: String)? {
        let near = bytes.prefix(longest)
        if let end = privateKey(near) ?? knownKey(near) ?? assigned(near) ?? login(near) {
            return (end, "[key]")
        }
        if let end = mail(near) { return (end, "[mail]") }
        if let end = account(near) { return (end, "[account]") }
        return isWithinNumber ? nil : number(near)
    }

    /// `-----BEGIN … PRIVATE KEY-----` up to its end.
    private static func privateKey(_ bytes: Bytes) -> Int? {
        guard bytes.starts(with: "-----BEGIN ".utf8),
            let head = bytes.firstRange(of: Array("PRIVATE KEY".utf8)),
            head.lowerBound - bytes.startIndex < 40
        else { return nil }
        let tail = bytes[head.upperBound...].firstRange(of: Array("-----END".utf8))
        guard let tail else { return bytes.endIndex }
        return bytes[tail.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }.endIndex
    }

    /// Beginnings of keys by which their makers mark them, with the least bytes that follow.
    private static let beginnings: [(text: [UInt8], rest: Int)] = [
        ("sk-", 16), ("sk_live_", 10), ("sk_test_", 10), ("rk_live_", 10), ("pk_live_", 10),
        ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("ghu_", 20), ("ghr_", 20),
        ("github_pat_", 20), ("glpat-", 16), ("xoxb-", 16), ("xoxp-", 16), ("xoxa-", 16),
        ("AKIA", 16), ("ASIA", 16), ("AIza", 30), ("ya29.", 20), ("hf_", 20), ("npm_", 20),
        ("pypi-", 20), ("SG.", 20), ("AccountKey=", 40), ("shpat_", 20), ("lin_api_", 20),
        ("whsec_", 20), ("r8_", 20), ("pplx-", 20), ("nvapi-", 20), ("sq0atp-", 16), ("eyJ", 30),
        ("dop_v1_", 20), ("gsk_", 20), ("xai-", 20),
    ].map { (Array($0.0.utf8), $0.1) }

    private static func knownKey(_ bytes: Bytes) -> Int? {
        for (text, rest) in beginnings where bytes.starts(with: text) {
            let token = bytes.dropFirst(text.count).prefix(while: isKeyByte)
            if token.count >= rest, token.contains(where: { $0.isDigit || $0.isUpper }) {
                return token.endIndex
            }
        }
        return bearer(bytes)
    }

    /// What follows `Bearer` or `Basic` in a header.
    private static func bearer(_ bytes: Bytes) -> Int? {
        let start = lowercased(bytes.prefix(7))
        let lead = [Array("bearer ".utf8), Array("basic ".utf8)].first { start.starts(with: $0) }
        guard let lead else { return nil }
        let token = bytes.dropFirst(lead.count).prefix(while: isKeyByte)
        guard token.count >= 16, token.contains(where: { $0.isDigit || $0.isUpper }) else {
            return nil
        }
        return token.endIndex
    }

    /// Words that a name before `=` or `:` holds when a secret stands behind it.
    private static let names: [[UInt8]] = [
        "password", "passwd", "passphrase", "pwd", "secret", "api_key", "apikey", "api-key",
        "access_key", "accesskey", "private_key", "token", "mot de passe", "passwort",
        "contraseña", "wachtwoord", "hasło", "senha",
    ].map { Array($0.utf8) }

    /// `name = …`; the value is one word of at least six bytes, with or without quotes.
    private static func assigned(_ bytes: Bytes) -> Int? {
        let name = bytes.prefix(64).prefix { $0.isWordByte || "_-. ".utf8.contains($0) }
        let low = lowercased(name)
        guard names.contains(where: { low.firstRange(of: $0) != nil }) else { return nil }
        // A sentence has more words than a name.
        guard low.count(where: { $0 == 0x20 }) < 4 else { return nil }
        var rest = bytes[name.endIndex...].drop { $0 == 0x22 || $0 == 0x27 }
        rest = rest.drop { $0 == 0x20 }
        guard let sign = rest.first, sign == 0x3D || sign == 0x3A else { return nil }
        rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x3E || $0 == 0x3D }
        rest = rest.drop { $0 == 0x22 || $0 == 0x27 }
        let value = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x2C }
        let isOdd = value.contains { $0.isDigit || "!@#$%^&*+/~?".utf8.contains($0) }
        return value.count >= 6 && isOdd ? value.endIndex : nil
    }

    /// `scheme://name:password@`, up to the `@`.
    private static func login(_ bytes: Bytes) -> Int? {
        let scheme = bytes.prefix(20).prefix { $0.isLetter || $0.isDigit || $0 == 0x2B }
        let rest = bytes[scheme.endIndex...]
        guard !scheme.isEmpty, rest.starts(with: "://".utf8) else { return nil }
        let user = rest.dropFirst(3).prefix(256).prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3A }
        let word = bytes[user.endIndex...].dropFirst().prefix(256)
            .prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x40 }
        guard bytes[user.endIndex...].first == 0x3A, !word.isEmpty,
            bytes[word.endIndex...].first == 0x40
        else { return nil }
        return word.endIndex
    }

    /// `name@host.word`.
    private static func mail(_ bytes: Bytes) -> Int? {
        let name = bytes.prefix(64).prefix { $0.isWordByte || "._%+-".utf8.contains($0) }
        let after = bytes[name.endIndex...]
        guard !name.isEmpty, after.first == 0x40 else { return nil }
        var host = after.dropFirst().prefix(253).prefix {
            $0.isWordByte || $0 == 0x2E || $0 == 0x2D
        }
        while host.last == 0x2E || host.last == 0x2D { host = host.dropLast() }
        guard let dot = host.lastIndex(of: 0x2E), host.endIndex - dot > 2, dot > host.startIndex
        else { return nil }
        return host.endIndex
    }

    /// An IBAN with or without blanks, its check digits right (ISO 13616, modulo 97).
    private static func account(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 15, bytes.prefix(2).allSatisfy(\.isUpper),
            bytes.dropFirst(2).prefix(2).allSatisfy(\.isDigit)
        else { return nil }
        var (signs, end): ([UInt8], Int?) = ([], nil)
        for index in bytes.indices.prefix(44) {
            let byte = bytes[index]
            if byte == 0x20 { continue }
            guard byte.isDigit || byte.isUpper, signs.count < 34 else { break }
            signs.append(byte)
            let next = index + 1
            let isOver = next == bytes.endIndex || !bytes[next].isWordByte
            if signs.count >= 15, isOver, isRight(signs) { end = next }
        }
        return end
    }

    private static func isRight(_ signs: [UInt8]) -> Bool {
        let turned = signs.dropFirst(4) + signs.prefix(4)
        let rest = turned.reduce(0) { rest, sign in
            sign.isDigit
                ? (rest * 10 + Int(sign - 0x30)) % 97 : (rest * 100 + Int(sign - 0x41) + 10) % 97
        }
        return rest == 1
    }

    /// A card by its check digit (ISO/IEC 7812, Luhn), or a telephone number.
    private static func number(_ bytes: Bytes) -> (end: Int, mark: String)? {
        guard let first = bytes.first, first.isDigit || first == 0x2B || first == 0x28 else {
            return nil
        }
        var (digits, end, marks, dots) = ([Int](), bytes.startIndex, 0, 0)
        for index in bytes.indices.prefix(30) {
            let byte = bytes[index]
            if byte.isDigit {
                digits.append(Int(byte - 0x30))
                end = index + 1
            } else if " -.()/+".utf8.contains(byte) {
                if byte == 0x2E { dots += 1 } else { marks += 1 }
            } else {
                break
            }
        }
        guard end == bytes.endIndex || !bytes[end].isWordByte else { return nil }
        if (13...19).contains(digits.count), first.isDigit, dots == 0, passesLuhn(digits) {
            return (end, "[card]")
        }
        let isInternational = first == 0x2B && (8...15).contains(digits.count)
        let isNational =
            marks > 0 && (9...12).contains(digits.count) && (first == 0x28 || digits[0] == 0)
        return isInternational || isNational ? (end, "[phone]") : nil
    }

    private static func passesLuhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let double = item.element * 2
            return sum
                + (item.offset.isMultiple(of: 2) ? item.element : double > 9 ? double - 9 : double)
        }
        return sum.isMultiple(of: 10) && digits.contains { $0 != 0 }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLetter || "-_.=+/".utf8.contains(byte)
    }

    private static func lowercased(_ bytes: Bytes) -> [UInt8] {
        bytes.map { $0.isUpper ? $0 + 32 : $0 }
    }
}
