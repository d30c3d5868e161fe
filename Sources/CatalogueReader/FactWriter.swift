package import Catalogue

/// Writes a record as a file that the reader reads back as the same record.
struct FactWriter {
    private let record: ModelRecord
    private let keys: [SourceKey: String]

    /// What observations share when they are of one source at one time.
    private struct SourceKey: Hashable {
        let source: Source
        let asOf: CalendarDate?
        let retrieved: CalendarDate?

        init(_ observation: Observation) {
            source = observation.source
            asOf = observation.asOf
            retrieved = observation.retrieved
        }
    }

    init(_ record: ModelRecord) {
        self.record = record
        var keys: [SourceKey: String] = [:]
        for observation in record.allObservations {
            let key = SourceKey(observation)
            guard keys[key] == nil else { continue }
            keys[key] = Self.name(of: observation.source, besides: Set(keys.values))
        }
        self.keys = keys
    }

    /// The file, with `remark` as a comment in its first line.
    func text(remark: String) -> String {
        var lines = [
            "# \(remark.split(whereSeparator: \.isNewline).joined(separator: " "))",
            "name: \(YAMLScalar.quoted(record.name))",
        ]
        if record.kind != .model { lines.append("kind: \(record.kind.rawValue)") }
        if !record.aliases.isEmpty { lines.append("aliases: \(YAMLScalar.list(record.aliases))") }
        if !record.members.isEmpty { lines.append("members: \(YAMLScalar.list(record.members))") }
        lines += sourceLines
        for field in Field.allCases {
            lines += block(field.rawValue, record.observations[field] ?? [], of: field.type, "")
        }
        if !record.routes.isEmpty { lines.append("routes:") }
        for route in record.routes { lines += self.lines(route) }
        if !record.results.isEmpty { lines.append("results:") }
        for result in record.results { lines += self.lines(result) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var sourceLines: [String] {
        guard !keys.isEmpty else { return [] }
        let sorted = keys.sorted { $0.value < $1.value }
        return ["sources:"]
            + sorted.map { key, name in
                var parts = [
                    "title: \(YAMLScalar.quoted(key.source.title))",
                    "kind: \(key.source.kind.rawValue)",
                ]
                if let url = key.source.url { parts.append("url: \(YAMLScalar.quoted(url))") }
                if let asOf = key.asOf { parts.append("as_of: \(asOf)") }
                if let retrieved = key.retrieved { parts.append("retrieved: \(retrieved)") }
                return "  \(YAMLScalar.quoted(name)): {\(parts.joined(separator: ", "))}"
            }
    }

    private func lines(_ route: Route) -> [String] {
        var lines = ["  - provider: \(YAMLScalar.quoted(route.provider))"]
        if let region = route.region { lines.append("    region: \(YAMLScalar.quoted(region))") }
        if route.tier != .standard { lines.append("    tier: \(route.tier.rawValue)") }
        lines += block("listed", route.listings, of: nil, "    ")
        for field in RouteField.allCases {
            lines += block(
                field.rawValue, route.observations[field] ?? [], of: field.type, "    ")
        }
        return lines
    }

    private func lines(_ result: BenchmarkResult) -> [String] {
        var lines = ["  - benchmark: \(result.benchmark)"]
        let named = [
            ("version", result.version, ""), ("metric", result.metric, "accuracy"),
            ("setting", result.setting, ""),
        ]
        for (key, value, usual) in named where value != usual {
            lines.append("    \(key): \(YAMLScalar.quoted(value))")
        }
        if result.scores.isEmpty { lines.append("    score: []") }
        return lines + block("score", result.scores, of: .number, "    ")
            + block("error", result.errors, of: .number, "    ")
    }

    /// A key with its observations below it; without a type their value is not written.
    private func block(
        _ key: String, _ observations: [Observation], of type: FieldType?, _ indent: String
    ) -> [String] {
        guard !observations.isEmpty else { return [] }
        let lines = observations.map { observation in
            let parts = [type == nil ? nil : value(of: observation)] + details(of: observation)
            return "\(indent)  - {\(parts.compactMap(\.self).joined(separator: ", "))}"
        }
        return ["\(indent)\(key):"] + lines
    }

    private func value(of observation: Observation) -> String {
        switch observation.value {
        case .notPublished: "missing: not_published"
        case .doesNotApply: "missing: does_not_apply"
        case .flag(let flag): "value: \(flag)"
        case .text(let text): "value: \(YAMLScalar.quoted(text))"
        case .words(let words): "value: \(YAMLScalar.list(words))"
        default: "value: \(observation.value.words)"
        }
    }

    private func details(of observation: Observation) -> [String?] {
        [
            observation.precision.map { "precision: \($0)" },
            keys[SourceKey(observation)].map { "source: \(YAMLScalar.quoted($0))" },
            observation.note.map { "note: \(YAMLScalar.quoted($0))" },
        ]
    }

    private static func name(of source: Source, besides taken: Set<String>) -> String {
        let slug = Slug.text(of: source.title)
        let stem = slug.isEmpty ? "source" : String(slug.prefix(60))
        return (1...).lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }
            .first { !taken.contains($0) } ?? stem
    }
}

extension ModelRecord {
    /// The record as a file that reads back as the same record.
    ///
    /// - Parameter remark: a comment for its first line.
    package func fileText(remark: String) -> String {
        FactWriter(self).text(remark: remark)
    }

    /// Every observation in the order of the file.
    var allObservations: [Observation] {
        Field.allCases.flatMap { observations[$0] ?? [] }
            + routes.flatMap { route in
                route.listings + RouteField.allCases.flatMap { route.observations[$0] ?? [] }
            }
            + results.flatMap { $0.scores + $0.errors }
    }
}

/// Scalars as YAML writes them.
enum YAMLScalar {
    private static let plain = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._/+()-".utf8)
    private static let taken = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// A text that begins with a letter and holds nothing but letters, digits and harmless marks
    /// as it is, any other in double quotes.
    static func quoted(_ text: String) -> String {
        let first = text.utf8.first.map { (65...90).contains($0 & 0xDF) } ?? false
        let isPlain =
            first && text.utf8.last != UInt8(ascii: " ") && text.utf8.allSatisfy(plain.contains)
            && !taken.contains(text.lowercased())
        guard !isPlain else { return text }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: scalar.value < 0x20 ? "\\x\(hex(scalar.value))" : String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// A list on one line.
    static func list(_ texts: [String]) -> String {
        "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    private static func hex(_ value: UInt32) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16)
    }
}

/// Slugs made from other names.
enum Slug {
    /// Letters in lower case and digits; everything else becomes a single dash.
    static func text(of name: some StringProtocol) -> String {
        name.lowercased().utf8.split { byte in
            !(97...122).contains(byte) && !(48...57).contains(byte)
        }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
}
