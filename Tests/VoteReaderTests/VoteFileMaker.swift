import Ratings

/// Makes vote files from a seed, in every format and with every oddity that is allowed.
struct VoteFileMaker {
    /// One vote as it was meant.
    struct Vote: Equatable {
        let a: String
        let b: String
        let winner: String
        let judge: String?
    }

    private static let names = [
        "gpt-4", "Élan 7B", "模型-3", "say \"hi\"", "a,b;c", "tab\there", "🦙 llama", "back\\slash",
        "two\nlines", "a name that is much longer than sixteen bytes", "x",
    ]
    private static let words = [
        "model_a", "model_b", "tie", "tie (bothbad)", "both_bad", "bothbad",
    ]

    private var random: Random

    /// Starts a series.
    init(seed: UInt64) {
        random = Random(seed: seed)
    }

    /// Some votes.
    mutating func votes(_ count: Int) -> [Vote] {
        (0..<count).map { _ in
            let first = pick(Self.names.count)
            let second = (first + 1 + pick(Self.names.count - 1)) % Self.names.count
            return Vote(
                a: Self.names[first], b: Self.names[second],
                winner: Self.words[pick(Self.words.count)],
                judge: pick(4) == 0 ? nil : "w\(pick(9))")
        }
    }

    /// A number below `count`.
    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    /// Votes as JSON lines.
    mutating func lines(_ votes: [Vote]) -> String {
        votes.map { vote in object(vote, space: " ") + ["\n", "\r\n", "\n\n", " \n"][pick(4)] }
            .joined()
    }

    /// Votes as an array, spread over lines or not.
    mutating func array(_ votes: [Vote]) -> String {
        let space = pick(2) == 0 ? "\n  " : ""
        let objects = votes.map { object($0, space: space) }
        return "[" + space + objects.joined(separator: space + "," + space) + space + "]\n"
    }

    /// Votes as CSV.
    mutating func table(_ votes: [Vote]) -> String {
        let end = ["\n", "\r\n"][pick(2)]
        let rows = votes.map { vote in
            [vote.judge ?? "", vote.winner, vote.b, "a \"quoted\"\n, note", vote.a]
                .map { cell($0) }.joined(separator: ",") + end
        }
        return "judge,winner,model_b,note,model_a" + end + rows.joined()
    }

    private mutating func cell(_ text: String) -> String {
        let needs = text.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
        guard needs || pick(3) == 0 else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    private mutating func object(_ vote: Vote, space: String) -> String {
        var members = [
            (text("model_a"), text(vote.a)), (text("model_b"), text(vote.b)),
            (text("winner"), text(vote.winner)),
            (text("judge"), vote.judge.map { text($0) } ?? "null"),
            (text("turn"), ["1", "-0.5e+3", "12.25", "0"][pick(4)]),
            (text("conversation"), nested(depth: 3)), (text("anony"), "true"),
        ]
        members.swapAt(pick(members.count), pick(members.count))
        members.swapAt(pick(members.count), pick(members.count))
        let parts = members.map { $0.0 + space + ":" + space + $0.1 }
        return "{" + space + parts.joined(separator: space + "," + space) + space + "}"
    }

    private mutating func nested(depth: Int) -> String {
        switch pick(depth > 0 ? 6 : 4) {
        case 0: return text("a } ] \" , model_a \u{7F} é")
        case 1: return ["true", "false", "null"][pick(3)]
        case 2: return "3.5"
        case 3: return ["{}", "[]", "[ ]"][pick(3)]
        case 4:
            return "[" + (0...pick(3)).map { _ in nested(depth: depth - 1) }.joined(separator: ",")
                + "]"
        default:
            let members = (0...pick(3)).map { _ in
                text("model_a") + ":" + nested(depth: depth - 1)
            }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }

    /// A text of JSON in which some characters are escaped that need not be.
    private mutating func text(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            guard mustEscape || pick(12) == 0 else {
                result.unicodeScalars.append(scalar)
                continue
            }
            result += mustEscape && pick(2) == 0 ? short(scalar) : long(scalar)
        }
        return result + "\""
    }

    private func short(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\t": "\\t"
        default: "\\\(scalar)"
        }
    }

    private mutating func long(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: pick(2) == 0)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
