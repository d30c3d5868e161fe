import Yams

/// The mistakes found so far in one file.
struct FactReading {
    /// The file as it is named in messages.
    let file: String
    private(set) var problems: [FactProblem] = []

    init(file: String) {
        self.file = file
    }

    /// Notes a mistake.
    mutating func refuse(_ key: String, _ refusal: Refusal, at mark: Mark?) {
        problems.append(
            FactProblem(
                code: refusal.code, file: file, line: mark?.line, column: mark?.column, key: key,
                reason: refusal.reason, advice: refusal.advice))
    }

    /// Notes a mistake in an entry.
    mutating func refuse(_ entry: Entry, _ refusal: Refusal) {
        refuse(entry.key, refusal, at: entry.node.mark)
    }

    /// Reads a scalar; `nil`, and a mistake noted, where it has another form.
    mutating func read<Value>(
        _ entry: Entry?, as form: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let entry else { return nil }
        do throws(Refusal) {
            return try form(try entry.text())
        } catch {
            refuse(entry, error)
            return nil
        }
    }

    /// The elements of a list; none, and a mistake noted, where it is none.
    mutating func list(_ entry: Entry?) -> [Entry] {
        guard let entry else { return [] }
        guard case .sequence(let sequence) = entry.node else {
            refuse(
                entry,
                Refusal(
                    .wrongType, "It is \(entry.node.words), not a list.",
                    "Write a list: [ … ], or lines that begin with a dash."))
            return []
        }
        return sequence.enumerated().map { Entry(key: "\(entry.key).\($0)", node: $1) }
    }
}

/// A node of the file with its full key.
struct Entry {
    /// As `routes.0.price_in`.
    let key: String
    let node: Node

    /// Its text; throws where it is a list, a group or nothing.
    func text() throws(Refusal) -> String {
        guard case .scalar(let scalar) = node, !scalar.isNull else {
            throw Refusal(
                .wrongType, "It is \(node.words), not a value.",
                "Write one value, or leave the key out.")
        }
        return scalar.string
    }
}

extension Node.Scalar {
    /// Whether nothing is written: no text at all, `~` or `null`, without quotes.
    var isNull: Bool { style == .plain && ["", "~", "null"].contains(string) }
}

extension Node {
    /// What it is, in words.
    var words: String {
        switch self {
        case .scalar(let scalar): scalar.isNull ? "empty" : "a value"
        case .mapping: "a group of keys"
        case .sequence: "a list"
        case .alias: "a reference"
        }
    }
}
