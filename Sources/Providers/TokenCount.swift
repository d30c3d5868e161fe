import Arena

/// A count of tokens as providers write it: anything but a whole number from 0 to 10⁹ is as good as
/// none.
struct TokenCount: Decodable, Sendable {
    let value: Int?

    init(from decoder: any Decoder) throws {
        let number = try? decoder.singleValueContainer().decode(Int.self)
        value = number.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }
}

extension TokenUsage {
    /// Counts where both are told and not both zero, which is how some servers say "not counted".
    init?(input: Int?, output: Int?, reasoning: Int?) {
        guard let input, let output, input > 0 || output > 0 else { return nil }
        self.init(input: input, output: output, reasoning: reasoning)
    }
}
