import Foundation

/// A provider's own words about a failure, made fit for the operator's log: short, without control
/// characters, without the key.
struct ProviderWords: Sendable {
    /// Characters kept.
    private static let limit = 300

    let text: String

    init(_ raw: String, without key: Secret?) {
        let redacted = key?.redacted(from: raw) ?? raw
        var kept = String.UnicodeScalarView()
        for scalar in redacted.unicodeScalars.prefix(4 * Self.limit) {
            kept.append(Self.isPlain(scalar) ? scalar : " ")
        }
        let words = String(kept).split(separator: " ").joined(separator: " ")
        text = words.count > Self.limit ? words.prefix(Self.limit) + "…" : words
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// The error objects that providers send, all shapes at once: `{"error": {…}}`, `{"error": "…"}`,
/// `{"type": "error", "error": {…}}`, `{"message": …}`, `{"detail": …}`.
struct ProviderProblem: Decodable, Sendable {
    let message: String?
    let type: String?
    let code: String?

    private enum Keys: String, CodingKey {
        case error, message, type, code, status, detail
    }

    init(message: String?, type: String? = nil, code: String? = nil) {
        self.message = message
        self.type = type
        self.code = code
    }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(message: text)
            return
        }
        let fields = try decoder.container(keyedBy: Keys.self)
        if let inner = try? fields.decode(ProviderProblem.self, forKey: .error) {
            self = inner
            return
        }
        let text = { (key: Keys) in
            (try? fields.decode(String.self, forKey: key))
                ?? (try? fields.decode(Int.self, forKey: key)).map(String.init)
        }
        self.init(
            message: text(.message) ?? text(.detail), type: text(.status) ?? text(.type),
            code: text(.code))
    }

    /// Reads an error body; what is no JSON object is taken as its own words.
    init(body: [UInt8]) {
        if let first = body.first(where: { $0 > 0x20 }), first == UInt8(ascii: "["),
            let list = try? JSONDecoder().decode([ProviderProblem].self, from: Data(body)),
            let problem = list.first
        {
            self = problem
        } else if let problem = try? JSONDecoder().decode(ProviderProblem.self, from: Data(body)),
            problem.message != nil || problem.type != nil || problem.code != nil
        {
            self = problem
        } else {
            self.init(message: String(decoding: body.prefix(2_048), as: UTF8.self))
        }
    }

    /// All of it in one line.
    var words: String {
        [type, code, message].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
