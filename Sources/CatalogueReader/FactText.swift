import Foundation
import Yams

/// A file of the catalogue: its name and its bytes.
struct FactFile {
    /// The most bytes a file may have.
    static let byteLimit = 262_144

    /// As it is named in messages, as `facts/gpt-4-1-mini.yaml`.
    let name: String
    /// The slug it stands for: the base name without its ending.
    let stem: String
    let bytes: Data

    /// The top of its tree; `nil`, and mistakes noted, where it is no YAML.
    ///
    /// References (`*name`) are refused: a record is to be read as it stands, and a few lines of
    /// them unfold to millions.
    func tree(in reading: inout FactReading) -> Entry? {
        do throws(Refusal) {
            guard let node = try Self.node(of: try text(), in: &reading) else { return nil }
            return Entry(key: "", node: node)
        } catch {
            reading.refuse("", error, at: nil)
            return nil
        }
    }

    private func text() throws(Refusal) -> String {
        guard bytes.count <= Self.byteLimit else {
            throw Refusal(
                .tooLarge, "The file is longer than \(Self.byteLimit) bytes.",
                "One file describes one model; take out what is none.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.notText, "The file is not UTF-8.", "Save it as UTF-8.")
        }
        return text.replacing("\r\n", with: "\n")
    }

    private static func node(
        of text: String, in reading: inout FactReading
    ) throws(Refusal) -> Node? {
        do {
            let parser = try Parser(yaml: text)
            let node = try parser.singleRoot() ?? .mapping([:])
            // A node knows its anchor only as long as the parser lives.
            return withExtendedLifetime(parser) {
                guard let mark = node.firstAnchor else { return node }
                let reason = "References between values are not read here."
                reading.refuse("", Refusal(.notYAML, reason, "Write the value out."), at: mark)
                return nil
            }
        } catch let error as YamlError {
            reading.refuse(error.key, error.refusal, at: error.place)
            return nil
        } catch {
            throw Refusal(.notYAML, "It is not YAML.", "Mend it.")
        }
    }
}

extension Node {
    /// Where the first value stands that others could refer to.
    fileprivate var firstAnchor: Mark? {
        switch self {
        case .scalar(let scalar): scalar.anchor == nil ? nil : mark
        case .sequence(let list):
            list.anchor == nil ? list.lazy.compactMap(\.firstAnchor).first : mark
        case .mapping(let group):
            group.anchor == nil
                ? group.lazy.compactMap { $0.key.firstAnchor ?? $0.value.firstAnchor }.first : mark
        case .alias: mark
        }
    }
}

extension YamlError {
    fileprivate var place: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark
        case .duplicatedKeysInMapping(_, let context): context.mark
        default: nil
        }
    }

    fileprivate var key: String {
        guard case .duplicatedKeysInMapping(let keys, _) = self else { return "" }
        return keys.joined(separator: ", ")
    }

    fileprivate var refusal: Refusal {
        switch self {
        case .duplicatedKeysInMapping:
            return Refusal(
                .duplicate, "The key stands twice in the group that begins here.",
                "Keep one of them.")
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _), .reader(let problem, _, _, _):
            return Refusal(
                .notYAML, "It is not YAML: \(problem).",
                "Mend it there; the blanks before a key say what it belongs to.")
        default: return Refusal(.notYAML, "It is not YAML.", "Mend it.")
        }
    }
}
