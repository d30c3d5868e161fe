import Arena
import Testing

struct ScrubberTests {
    /// Numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16 | state << 48
        }
    }

    private static func secrets() -> [String] {
        var dice = Dice(state: 11)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        func word(_ count: Int, of signs: [Character]) -> String {
            String((0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &dice)] })
        }
        func digits(_ count: Int) -> String { word(count, of: Array("0123456789")) }
        func card() -> String {
            let body = "4" + digits(14)
            let check = (0...9).first { last in
                let all = (body + "\(last)").compactMap(\.wholeNumberValue)
                let sum = all.reversed().enumerated().reduce(0) { sum, item in
                    let double = item.element * 2
                    return sum
                        + (item.offset % 2 == 0 ? item.element : double > 9 ? double - 9 : double)
                }
                return sum % 10 == 0
            }
            let all = Array(body + "\(check ?? 0)")
            return stride(from: 0, to: 16, by: 4).map { String(all[$0..<$0 + 4]) }
                .joined(separator: " ")
        }
        var all = [
            "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "FR1420041010050500013M02606",
        ]
        for number in 0..<20 {
            all += ["sk-proj-" + word(40, of: letters), "ghp_" + word(36, of: letters)]
            all += ["AKIA" + word(16, of: upper), "Bearer " + word(32, of: letters)]
            all.append("xoxb-\(digits(11))-\(word(24, of: letters))")
            all += ["password = \"Tr0ub4dor&\(digits(3))\"", "API_KEY: \(word(24, of: letters))7"]
            all += ["anna.\(number)@mail-\(digits(2)).example", "+49 170 \(digits(7))"]
            all += ["(030) \(digits(3))-\(digits(4))", card()]
            let key = word(64, of: letters)
            all += ["DB_PASSWORD=\(word(12, of: letters))5", "Basic " + word(24, of: letters)]
            all.append("postgres://anna:\(word(12, of: letters))@db.example/app")
            all.append("aws_secret_access_key = \(word(40, of: letters))")
            all.append(
                "-----BEGIN RSA PRIVATE KEY-----\n\(key)\n-----END RSA PRIVATE KEY-----")
        }
        return all
    }

    @Test func `nearly every secret of a known form is taken out, and the words around it stay`() {
        let secrets = Self.secrets()
        var kept: [String] = []
        for secret in secrets {
            let scrubbed = Scrubber("Please mend this: \(secret)\nThank you.")
            #expect(scrubbed.text.hasPrefix("Please mend this: "))
            #expect(scrubbed.text.hasSuffix("\nThank you."))
            let core = secret.split(whereSeparator: { " =:\"\n".contains($0) }).max {
                $0.count < $1.count
            }
            if scrubbed.count == 0 || core.map({ scrubbed.text.contains($0) }) == true {
                kept.append(secret)
            }
        }
        #expect(Double(kept.count) <= 0.02 * Double(secrets.count), "\(kept)")
    }

    @Test(arguments: [
        "What is 4,294,967,296 divided by 1000?",
        "In 2026-11-21 the meeting of 10.12.2025 at 14:05",
        "let token = next()", "The password is easy to guess.", "password: required",
        "Pi is 3.14159265358979, e is 2.718281828459045.", "sk-learn is a library", "task-based",
        "Version 1.2.3.4 of 12/11/2026", "@swift and a@b", "ISBN 978-3-16-148410-0 at 1000-2000",
        "token: String", "eyJ", "AKIA is a prefix", "1234567890123456", "naïve café 東京", "",
        "secret: the recipe", "2 000 000 000 euros",
        "max_tokens: 4096", "the basic understanding", "http://localhost:3000/a@b",
        "const secret = process.env.SECRET", "The secret of a good and quiet life: 2 cats",
        "GB00 is not an account", "func f(a: Int, b: Int) -> [Int]",
    ])
    func `ordinary text stays as it is`(text: String) {
        #expect(Scrubber(text).text == text)
        #expect(Scrubber(text).count == 0)
    }

    @Test func `what looks like the beginning of many secrets takes no longer than others`() {
        let heap = String(repeating: "-----BEGIN PRIVATE KEY----- a@a@a@ 0 0 0 0 ", count: 2_000)
        #expect(Scrubber(heap).text.utf8.count <= heap.utf8.count)
    }
}
