import Catalogue
import Yams

/// Folders laid over one another, the lowest first.
///
/// A file extends what the folders below say of the same model: observations, routes and results
/// are put together, and the order of belief picks what is shown, so that a difference stays
/// visible. Its name and kind outweigh those below. A file with `replace: true` stands alone.
struct Overlay {
    private var records: [String: ModelRecord] = [:]
    private var benchmarks: [String: Benchmark] = [:]
    private var references: [(draft: RecordDraft, reference: RecordDraft.Reference)] = []
    private var problems: [FactProblem] = []

    init(_ layers: [Layer]) {
        for layer in layers {
            problems += layer.problems
            for benchmark in layer.benchmarks {
                benchmarks[benchmark.id] =
                    benchmarks[benchmark.id]?.extended(by: benchmark) ?? benchmark
            }
            for draft in layer.drafts { add(draft) }
        }
        for (draft, reference) in references { check(reference, of: draft) }
        for draft in layers.flatMap(\.drafts) { checkAliases(of: draft) }
    }

    /// The whole catalogue.
    ///
    /// - Throws: every mistake of every file.
    func catalogue() throws(FactProblems) -> ModelCatalogue {
        guard problems.isEmpty else { throw FactProblems(problems) }
        return ModelCatalogue(
            models: Array(records.values), benchmarks: Array(benchmarks.values))
    }

    private mutating func add(_ draft: RecordDraft) {
        references += draft.references.map { (draft, $0) }
        let below = draft.replaces ? nil : records[draft.slug]
        guard let name = draft.name ?? below?.name ?? (draft.hasName ? draft.slug : nil) else {
            let refusal = Refusal(.missingKey, "It is missing.", "Add the key name.")
            return refuse("name", refusal, of: draft, line: draft.mark?.line)
        }
        records[draft.slug] = ModelRecord(
            slug: draft.slug, name: name, kind: draft.kind ?? below?.kind ?? .model,
            aliases: (below?.aliases ?? []).adding(draft.aliases),
            members: (below?.members ?? []).adding(draft.members),
            observations: (below?.observations ?? [:])
                .merging(draft.observations) { $0.adding($1) },
            routes: (below?.routes ?? []).extended(by: draft.routes),
            results: (below?.results ?? []).extended(by: draft.results))
    }

    /// An alias leads to one model: it is no other's slug and no other's alias.
    private mutating func checkAliases(of draft: RecordDraft) {
        for alias in draft.aliases {
            let other = records.values.filter { record in
                record.slug != draft.slug
                    && (record.slug == alias || record.aliases.contains(alias))
            }.map(\.slug).min()
            guard let other else { continue }
            let reason = "\(Refusal.quoted(alias)) leads to \(other) already."
            let refusal = Refusal(.duplicate, reason, "Leave it to one of the two.")
            refuse("aliases", refusal, of: draft, line: draft.mark?.line)
        }
    }

    private mutating func check(_ reference: RecordDraft.Reference, of draft: RecordDraft) {
        let isTest = reference.code == .unknownBenchmark
        let known = isTest ? Array(benchmarks.keys) : Array(records.keys)
        guard !known.contains(reference.name) else { return }
        let near = Spelling.nearest(to: reference.name, among: known.sorted())
            .map { "Did you mean \($0)? " }
        let refusal = Refusal(
            reference.code, "There is no \(isTest ? "test" : "model") \(reference.name).",
            (near ?? "")
                + (isTest ? "Add it to benchmarks.yaml." : "Add a file \(reference.name).yaml."))
        problems.append(
            FactProblem(
                code: refusal.code, file: draft.file, line: reference.mark?.line,
                column: reference.mark?.column, key: reference.key, reason: refusal.reason,
                advice: refusal.advice))
    }

    private mutating func refuse(
        _ key: String, _ refusal: Refusal, of draft: RecordDraft, line: Int?
    ) {
        problems.append(
            FactProblem(
                code: refusal.code, file: draft.file, line: line, column: line.map { _ in 1 },
                key: key, reason: refusal.reason, advice: refusal.advice))
    }
}

extension [Route] {
    fileprivate func extended(by others: [Route]) -> [Route] {
        others.reduce(into: self) { routes, other in
            guard let index = routes.firstIndex(where: { $0.identity == other.identity }) else {
                return routes.append(other)
            }
            let route = routes[index]
            routes[index] = Route(
                provider: route.provider, region: route.region, tier: route.tier,
                listings: route.listings.adding(other.listings),
                observations: route.observations.merging(other.observations) { $0.adding($1) })
        }
    }
}

extension [BenchmarkResult] {
    fileprivate func extended(by others: [BenchmarkResult]) -> [BenchmarkResult] {
        others.reduce(into: self) { results, other in
            guard let index = results.firstIndex(where: { $0.identity == other.identity }) else {
                return results.append(other)
            }
            let result = results[index]
            results[index] = BenchmarkResult(
                benchmark: result.benchmark, version: result.version, metric: result.metric,
                setting: result.setting, scores: result.scores.adding(other.scores),
                errors: result.errors.adding(other.errors))
        }
    }
}
