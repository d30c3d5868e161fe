import Catalogue
import Yams

/// The files of one folder, read: what they say of models and tests, and every mistake.
struct Layer {
    private(set) var drafts: [RecordDraft] = []
    private(set) var benchmarks: [Benchmark] = []
    private(set) var problems: [FactProblem] = []

    /// Reads the files of a folder: `sources.yaml`, `benchmarks.yaml`, and one file a model.
    init(_ files: [FactFile]) {
        var book = SourceBook()
        for file in files where file.stem == "sources" {
            read(file) { entry, reading in book.add(entry, in: &reading) }
        }
        for file in files.sorted(by: { $0.name < $1.name }) where file.stem != "sources" {
            if file.stem == "benchmarks" {
                readBenchmarks(file, book)
            } else {
                readModel(file, book)
            }
        }
    }

    private mutating func readModel(_ file: FactFile, _ book: SourceBook) {
        let draft = read(file) { entry, reading in
            do throws(Refusal) {
                _ = try ValueForm.slug(file.stem)
            } catch {
                let advice = "Name the file after the model's slug, as gpt-4-1-mini.yaml."
                reading.refuse("", Refusal(.fileName, error.reason, advice), at: nil)
            }
            return RecordDraft(entry, of: file, book, in: &reading)
        }
        if let draft = draft.flatMap(\.self) { drafts.append(draft) }
    }

    private mutating func readBenchmarks(_ file: FactFile, _ book: SourceBook) {
        let form = ObservationForm(sources: book)
        let found = read(file) { entry, reading -> [Benchmark] in
            guard let group = Group(entry, known: nil, in: &reading) else { return [] }
            return group.words.compactMap { word in
                guard let own = group[word] else { return nil }
                let name = Node.scalar(.init(word, .implicit, .any, own.node.mark))
                return reading.read(Entry(key: word, node: name), as: ValueForm.slug)
                    .flatMap { Benchmark(own, id: $0, form, in: &reading) }
            }
        }
        benchmarks += found ?? []
    }

    private mutating func read<Found>(
        _ file: FactFile, _ body: (Entry, inout FactReading) -> Found
    ) -> Found? {
        var reading = FactReading(file: file.name)
        let found = file.tree(in: &reading).map { body($0, &reading) }
        problems += reading.problems
        return found
    }
}
