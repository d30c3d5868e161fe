/// One mistake in the catalogue's files: where, which key, what is wrong and what to do.
package struct FactProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of mistake; the raw value never changes, so that scripts can rely on it.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case unreadable
        case tooLarge = "too-large"
        case notText = "not-text"
        case notYAML = "not-yaml"
        case notJSON = "not-json"
        case badIdentifier = "bad-identifier"
        case notListed = "not-listed"
        case cannotWrite = "cannot-write"
        case fileName = "file-name"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case duplicate
        case wrongType = "wrong-type"
        case wrongValue = "wrong-value"
        case unknownSource = "unknown-source"
        case unknownBenchmark = "unknown-benchmark"
        case unknownModel = "unknown-model"
    }

    /// The stable code.
    package let code: Code
    /// The file as it is named in messages.
    package let file: String
    /// The line, from 1; `nil` for the file as a whole.
    package let line: Int?
    /// The column, from 1.
    package let column: Int?
    /// The key, as `routes.0.price_in.0.value`; empty for the file as a whole.
    package let key: String
    /// What is wrong.
    package let reason: String
    /// What to do.
    package let advice: String

    /// `gpt-4-1-mini.yaml:12:7`, or the file alone.
    package var place: String {
        guard let line else { return file }
        return column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    }

    /// `o3-mini.yaml:4:9: context_tokens.0.value: "many" is not a count. Write … [wrong-value]`
    package var description: String {
        [place, key, "\(reason) \(advice) [\(code.rawValue)]"].filter { !$0.isEmpty }
            .joined(separator: ": ")
    }
}

/// Every mistake found in the catalogue's files, by file and line.
package struct FactProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The mistakes; at least one.
    package let problems: [FactProblem]

    /// Some mistakes, put in order.
    package init(_ problems: [FactProblem]) {
        self.problems = problems.enumerated().sorted { one, other in
            let left = (one.element.file, one.element.line ?? 0, one.element.column ?? 0)
            let right = (other.element.file, other.element.line ?? 0, other.element.column ?? 0)
            return left != right ? left < right : one.offset < other.offset
        }.map(\.element)
    }

    /// One line for each mistake.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

/// What is wrong with a value, and what to write instead.
struct Refusal: Error {
    let code: FactProblem.Code
    let reason: String
    let advice: String

    init(_ code: FactProblem.Code, _ reason: String, _ advice: String) {
        self.code = code
        self.reason = reason
        self.advice = advice
    }

    /// A value as it may be shown: quoted, cut, without control characters.
    static func quoted(_ written: some StringProtocol) -> String {
        let scalars = written.unicodeScalars.prefix(60).map { scalar in
            scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format ? "\u{FFFD}" : scalar
        }
        let text = String(String.UnicodeScalarView(scalars))
        return "\"\(text)\(written.unicodeScalars.count > 60 ? "…" : "")\""
    }
}
