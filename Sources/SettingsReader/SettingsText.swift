import Foundation
import Yams

/// The text of a settings file, made into a tree with places.
struct SettingsText {
    /// The most bytes a settings file may have.
    static let byteLimit = 1_048_576
    /// The end of what a key that stands a second time is called, so that the rest can be checked.
    static let again = " (again)"

    private var lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The top of the tree; `nil`, and mistakes noted, when the text is not YAML.
    mutating func tree(in reading: inout Reading) -> Node? {
        refuseSecrets(in: &reading)
        while true {
            do {
                return try Yams.compose(yaml: lines.joined(separator: "\n")) ?? .mapping([:])
            } catch let error as YamlError {
                guard repair(error, in: &reading) else { return nil }
            } catch {
                refuse(nil, in: &reading)
                return nil
            }
        }
    }

    /// Notes a mistake; whether the rest can still be read, because it was a key standing twice.
    private mutating func repair(_ error: YamlError, in reading: inout Reading) -> Bool {
        guard case .duplicatedKeysInMapping(let keys, _) = error, let key = keys.first,
            let first = error.place
        else {
            refuse(error, in: &reading)
            return false
        }
        let again = rename(key, after: first)
        let refusal = Refusal(
            reason: "The key stands twice; the first time in line \(first.line).",
            advice: "Keep one of them.")
        reading.refuse(
            Secrets.areIn(key) ? "" : key, refusal,
            at: Place(line: again ?? first.line, column: first.column))
        return again != nil
    }

    private func refuseSecrets(in reading: inout Reading) {
        for (index, line) in lines.enumerated() where Secrets.areIn(line) {
            let refusal = Refusal(
                reason: "This line holds what looks like an API key.",
                advice: "Put the key into the environment and name its variable in api_key_env; "
                    + "then replace the key, since it has been in a file.")
            reading.refuse("", refusal, at: Place(line: index + 1, column: 1))
        }
    }

    /// Renames the next line with this key at the same depth; returns its number.
    private mutating func rename(_ key: String, after first: Place) -> Int? {
        let indent = first.column - 1
        for index in lines.indices.dropFirst(first.line) {
            let line = lines[index]
            let depth = line.prefix { $0 == " " || $0 == "-" }.count
            let rest = line.dropFirst(depth)
            if depth < indent && !rest.isEmpty && !rest.hasPrefix("#") { return nil }
            guard depth == indent, let tail = Self.tail(of: rest, after: key) else { continue }
            lines[index] = line.prefix(depth) + "\"\(key) \(index + 1)\(Self.again)\"" + tail
            return index + 1
        }
        return nil
    }

    private static func tail(of line: Substring, after key: String) -> Substring? {
        for form in [key, "\"\(key)\"", "'\(key)'"] where line.hasPrefix(form) {
            let tail = line.dropFirst(form.count)
            if tail.drop(while: { $0 == " " }).hasPrefix(":") { return tail }
        }
        return nil
    }

    private func refuse(_ error: YamlError?, in reading: inout Reading) {
        let problem = error?.problem.map { ": \($0)" } ?? ""
        let refusal = Refusal(
            reason: "It is not YAML\(problem).",
            advice: "Mend it there; the blanks before a key say what it belongs to.")
        reading.refuse("", refusal, at: error?.place)
    }
}
