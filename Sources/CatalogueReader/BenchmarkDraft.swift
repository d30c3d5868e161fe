import Catalogue
import Yams

extension Benchmark {
    /// Reads a test's entry in `benchmarks.yaml`.
    init?(_ entry: Entry, id: String, _ form: ObservationForm, in reading: inout FactReading) {
        let keys = ["name", "aliases", "category", "scale", "items"]
        guard let group = Group(entry, known: keys, in: &reading),
            let name = reading.read(group.required("name", in: &reading), as: ValueForm.line)
        else { return nil }
        let aliases = reading.list(group["aliases"])
        let ends = reading.list(group["scale"]).compactMap {
            reading.read($0) { (written) throws(Refusal) in
                try ValueForm.number(written)
            }
        }
        self.init(
            id: id, name: name,
            aliases: aliases.compactMap { reading.read($0, as: ValueForm.line) },
            category: reading.read(group["category"], as: ValueForm.line),
            scale: Self.scale(ends, of: group["scale"], in: &reading),
            items: form.items(group["items"], in: &reading))
    }

    private static func scale(
        _ ends: [FixedPoint], of entry: Entry?, in reading: inout FactReading
    ) -> ClosedRange<Int> {
        guard let entry else { return 0...100 }
        let whole = ends.map { Int($0.millionths / 1_000_000) }
        let areWhole = ends.allSatisfy { $0.millionths % 1_000_000 == 0 }
        guard whole.count == 2, areWhole, whole[0] < whole[1] else {
            reading.refuse(
                entry,
                Refusal(
                    .wrongValue, "It is not a worst and a best score.",
                    "Write two whole numbers, as [0, 100]."))
            return 0...100
        }
        return whole[0]...whole[1]
    }

    /// This test with what another says of it: the other's name and scale, what both name.
    func extended(by other: Benchmark) -> Benchmark {
        Benchmark(
            id: id, name: other.name, aliases: aliases.adding(other.aliases),
            category: other.category ?? category, scale: other.scale,
            items: items.merging(other.items) { $0.adding($1) })
    }
}

extension Array where Element: Equatable {
    /// These, then those of the others that are not among them.
    func adding(_ others: [Element]) -> [Element] {
        self + others.filter { !contains($0) }
    }
}
