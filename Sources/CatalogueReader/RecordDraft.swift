import Catalogue
import Yams

/// What one file says of one model; with the files below it, it becomes a record.
struct RecordDraft {
    let slug: String
    let file: String
    /// Whether it stands alone: what files below say of the model is put aside.
    var replaces = false
    var name: String?
    /// Whether the key is there, whatever is wrong with it.
    private(set) var hasName = false
    var kind: ModelRecord.Kind?
    var aliases: [String] = []
    var members: [String] = []
    var observations: [Field: [Observation]] = [:]
    var routes: [Route] = []
    var results: [BenchmarkResult] = []
    /// Names of tests and models that other files must explain, with their places.
    var references: [Reference] = []
    var mark: Mark?

    /// A name that another file must explain.
    struct Reference {
        let code: FactProblem.Code
        let name: String
        let key: String
        let mark: Mark?
    }

    init(slug: String, file: String) {
        self.slug = slug
        self.file = file
    }

    private static let keys =
        ["replace", "name", "kind", "aliases", "members", "sources"]
        + Field.allCases.map(\.rawValue)
        + ["routes", "results"]

    /// Reads a model's file; `nil` where it is no group of keys.
    init?(_ entry: Entry, of file: FactFile, _ book: SourceBook, in reading: inout FactReading) {
        guard let group = Group(entry, known: Self.keys, in: &reading) else { return nil }
        self.init(slug: file.stem, file: file.name)
        mark = group.mark
        var book = book
        book.add(group["sources"], in: &reading)
        let form = ObservationForm(sources: book)
        replaces = reading.read(group["replace"], as: ValueForm.yesOrNo) ?? false
        hasName = group["name"] != nil
        name = reading.read(group["name"], as: ValueForm.line)
        let kinds = ModelRecord.Kind.allCases.map(\.rawValue)
        let word = reading.read(group["kind"]) { (written) throws(Refusal) in
            try ValueForm.word(written, of: kinds)
        }
        kind = word.flatMap(ModelRecord.Kind.init(rawValue:))
        aliases = reading.list(group["aliases"]).compactMap { reading.read($0, as: ValueForm.line) }
        readMembers(group["members"], in: &reading)
        for field in Field.allCases {
            let found = form.observations(group[field.rawValue], of: field.type, in: &reading)
            if !found.isEmpty { observations[field] = found }
        }
        for element in reading.list(group["routes"]) { readRoute(element, form, in: &reading) }
        for element in reading.list(group["results"]) { readResult(element, form, in: &reading) }
    }

    private mutating func readMembers(_ entry: Entry?, in reading: inout FactReading) {
        for element in reading.list(entry) {
            guard let slug = reading.read(element, as: ValueForm.slug) else { continue }
            members.append(slug)
            references.append(
                Reference(
                    code: .unknownModel, name: slug, key: element.key, mark: element.node.mark))
        }
    }

    private mutating func readRoute(
        _ entry: Entry, _ form: ObservationForm, in reading: inout FactReading
    ) {
        let keys = ["provider", "region", "tier", "listed"] + RouteField.allCases.map(\.rawValue)
        guard let group = Group(entry, known: keys, in: &reading),
            let provider = reading.read(
                group.required("provider", in: &reading), as: ValueForm.line)
        else { return }
        let tiers = Route.Tier.allCases.map(\.rawValue)
        let tier = reading.read(group["tier"]) { (written) throws(Refusal) in
            try ValueForm.word(written, of: tiers)
        }
        var observations: [RouteField: [Observation]] = [:]
        for field in RouteField.allCases {
            let found = form.observations(group[field.rawValue], of: field.type, in: &reading)
            if !found.isEmpty { observations[field] = found }
        }
        guard tier != nil || group["tier"] == nil else { return }
        let route = Route(
            provider: provider, region: reading.read(group["region"], as: ValueForm.line),
            tier: tier.flatMap(Route.Tier.init(rawValue:)) ?? .standard,
            listings: form.listings(group["listed"], in: &reading), observations: observations)
        guard !routes.contains(where: { $0.identity == route.identity }) else {
            return refuseAgain(entry, "this provider, region and tier", in: &reading)
        }
        routes.append(route)
    }

    private mutating func readResult(
        _ entry: Entry, _ form: ObservationForm, in reading: inout FactReading
    ) {
        let keys = ["benchmark", "version", "metric", "setting", "score", "error"]
        guard let group = Group(entry, known: keys, in: &reading),
            let named = group.required("benchmark", in: &reading),
            let benchmark = reading.read(named, as: ValueForm.slug)
        else { return }
        references.append(
            Reference(
                code: .unknownBenchmark, name: benchmark, key: named.key, mark: named.node.mark))
        let score = group.required("score", in: &reading)
        let result = BenchmarkResult(
            benchmark: benchmark,
            version: reading.read(group["version"], as: ValueForm.line) ?? "",
            metric: reading.read(group["metric"], as: ValueForm.line) ?? "accuracy",
            setting: reading.read(group["setting"], as: ValueForm.line) ?? "",
            scores: form.observations(score, of: .number, in: &reading),
            errors: form.observations(group["error"], of: .number, in: &reading))
        guard !results.contains(where: { $0.identity == result.identity }) else {
            return refuseAgain(entry, "this test, version, metric and setting", in: &reading)
        }
        results.append(result)
    }

    private func refuseAgain(_ entry: Entry, _ what: String, in reading: inout FactReading) {
        reading.refuse(
            entry, Refusal(.duplicate, "There is an entry for \(what) above.", "Make them one."))
    }
}

extension Route {
    /// What tells it from the model's other routes.
    var identity: [String] { [provider, region ?? "", tier.rawValue] }
}

extension BenchmarkResult {
    /// What tells it from the model's other results.
    var identity: [String] { [benchmark, version, metric, setting] }
}
