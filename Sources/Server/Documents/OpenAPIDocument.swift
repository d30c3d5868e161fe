import Foundation

/// ``RouteNote/all`` as OpenAPI 3.1.
struct OpenAPIDocument: Encodable {
    private let openapi = "3.1.0"
    private let info: Info
    private let tags: [Tag]
    private let paths: [String: [String: Operation]]
    private let components = Components()

    /// The document of these routes.
    init(_ notes: [RouteNote] = RouteNote.all, version: String) {
        info = Info(version: version)
        tags = RouteNote.Audience.allCases.map { Tag(name: $0.rawValue, description: $0.title) }
        paths = Dictionary(grouping: notes, by: \.path).mapValues { notes in
            Dictionary(notes.map { ($0.method.lowercased(), Operation($0)) }) { first, _ in first }
        }
    }

    /// The document as JSON, always the same for the same routes.
    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return try encoder.encode(self)
        }
    }

    private struct Info: Encodable {
        let title = "Blind Arena"
        let version: String
        let summary = "Blind pairwise votes on language models, and the ratings fitted to them."
    }

    private struct Tag: Encodable {
        let name: String
        let description: String
    }

    private struct Schema: Encodable {
        var ref: String?
        var type: String?
        var properties: [String: Schema]?
        var required: [String]?
        var description: String?

        enum CodingKeys: String, CodingKey {
            case ref = "$ref"
            case type, properties, required, description
        }
    }

    private struct Media: Encodable {
        var schema: Schema
    }

    private struct Content: Encodable {
        let description: String
        let content: [String: Media]?
    }

    private struct Body: Encodable {
        let required = true
        let content: [String: Media]
    }

    private struct Parameter: Encodable {
        let name: String
        let `in`: String
        let description: String
        let required: Bool
        let schema: Schema

        init(_ field: RouteNote.Field, in place: String) {
            name = field.name
            self.in = place
            description = field.meaning
            required = place == "path" || field.isRequired
            schema = Schema(type: field.type)
        }
    }

    private struct Operation: Encodable {
        let summary: String
        let tags: [String]
        let parameters: [Parameter]
        let requestBody: Body?
        let responses: [String: Content]

        init(_ note: RouteNote) {
            summary = note.summary
            tags = [note.audience.rawValue]
            parameters =
                note.pathFields.map { Parameter($0, in: "path") }
                + note.query.map { Parameter($0, in: "query") }
            requestBody = note.body.isEmpty ? nil : Body(content: Self.body(of: note))
            responses = Self.responses(of: note)
        }

        private static func body(of note: RouteNote) -> [String: Media] {
            let properties = note.body.map {
                ($0.name, Schema(type: $0.type, description: $0.meaning))
            }
            let schema = Schema(
                type: "object", properties: Dictionary(properties) { first, _ in first },
                required: note.body.filter(\.isRequired).map(\.name))
            return ["application/json": Media(schema: schema)]
        }

        private static func responses(of note: RouteNote) -> [String: Content] {
            var found: [String: Content] = [:]
            for answer in note.answers {
                found[String(answer.status)] = Content(
                    description: answer.meaning,
                    content: answer.type.map { [$0: Media(schema: Schema())] })
            }
            let meanings = note.problems.compactMap(ProblemMeaning.of)
            let byStatus = Dictionary(
                grouping: meanings.flatMap { meaning in meaning.statuses.map { ($0, meaning) } },
                by: \.0)
            for (status, problems) in byStatus where found[String(status)] == nil {
                found[String(status)] = Content(
                    description: problems.map(\.1.code).joined(separator: ", "),
                    content: [
                        "application/problem+json": Media(
                            schema: Schema(ref: "#/components/schemas/Problem"))
                    ])
            }
            return found
        }
    }

    private struct Components: Encodable {
        let schemas = [
            "Problem": Schema(
                type: "object",
                properties: [
                    "type": Schema(type: "string", description: "/problems/ and the code"),
                    "title": Schema(type: "string"), "status": Schema(type: "integer"),
                    "detail": Schema(type: "string"), "instance": Schema(type: "string"),
                    "code": Schema(type: "string", description: "stable"),
                    "errors": Schema(type: "array", description: "pointer and detail"),
                    "retry_after": Schema(type: "integer", description: "seconds"),
                ], required: ["type", "title", "status", "detail", "code"])
        ]
    }
}
