import Catalogue
import Foundation

/// What an import would do: nothing is written before ``apply()``.
package struct ImportPlan: Sendable {
    /// The list it is from.
    package let list: PriceList
    /// What changes, by model and field.
    package let changes: [FactChange]
    /// What the list says that was left out, and why.
    package let remarks: [String]
    /// The folder it would write to, `imports/models-dev` or the like within the operator's own.
    package let folder: String
    /// The files it would write, by name.
    let files: [String: String]

    /// Compares a list with the shipped catalogue and an operator's folder.
    ///
    /// - Parameters:
    ///   - operatorFolder: the operator's folder; it may not be there yet.
    ///   - only: patterns of slugs (`*` any letters, `?` one); none: the models that the catalogue
    ///     has already.
    /// - Throws: ``FactProblems``: of the list, or of the files that are there.
    package init(
        _ list: PriceList, into operatorFolder: String, only: [String] = []
    ) throws(FactProblems) {
        let top = try Self.naming { () throws(FactProblem) in try list.top() }
        let isThere = FileManager.default.fileExists(atPath: operatorFolder)
        let catalogue = try ModelCatalogue.shipped(extendedBy: isThere ? operatorFolder : nil)
        let folder = "\(operatorFolder)/imports/\(list.form.folder)"
        let last =
            FileManager.default.fileExists(atPath: folder)
            ? try ModelCatalogue.read(folder: folder) : ModelCatalogue()
        let found = try Self.naming { () throws(FactProblem) in
            try Self.models(of: list, top, catalogue, only)
        }
        var files: [String: String] = [:]
        for model in found {
            files[model.record.slug + ".yaml"] = try Self.text(of: model.record, list)
        }
        self.list = list
        self.folder = folder
        self.files = files
        changes = found.flatMap { model in
            let slug = model.record.slug
            return model.record.changes(before: last[slug], shown: catalogue[slug])
        }
        remarks = found.flatMap(\.remarks)
    }

    /// The slugs of the models it speaks of.
    package var slugs: [String] { files.keys.map { String($0.dropLast(5)) }.sorted() }

    /// Writes the files: first all beside their places, then each under its name, so that a reader
    /// never sees half a file; returns their paths.
    ///
    /// - Throws: ``FactProblems`` with code `cannot-write`; a file that could not be written leaves
    ///   every one as it was.
    package func apply() throws(FactProblems) -> [String] {
        do {
            return try ImportFolder(path: folder).write(files)
        } catch {
            throw FactProblems([
                FactProblem(
                    code: .cannotWrite, file: folder, line: nil, column: nil, key: "",
                    reason: "It cannot be written: \(error.localizedDescription)",
                    advice: "Look at its permissions and the room on the disk.")
            ])
        }
    }

    private static func models(
        of list: PriceList, _ top: JSONCursor, _ catalogue: ModelCatalogue, _ only: [String]
    ) throws(FactProblem) -> [ImportedModel] {
        let names = Dictionary(
            catalogue.sorted.flatMap { model in
                model.names.map { (Slug.text(of: $0), model.slug) }
            }
        ) { first, _ in first }
        let families = Set(catalogue.sorted.filter { $0.kind == .family }.map(\.slug))
        let patterns = only.map { Array($0.utf8) }
        let entries = try list.entries(of: top) { found in
            let slug = names[found] ?? found
            // What a list serves under a family's name is some member of it.
            guard !families.contains(slug) else { return nil }
            guard !only.isEmpty else { return names[found] }
            return patterns.contains { Array(slug.utf8).matches($0[...]) } ? slug : nil
        }
        let bySlug = Dictionary(grouping: entries, by: \.slug)
        return bySlug.keys.sorted().map { slug in
            ImportedModel(bySlug[slug] ?? [], slug: slug, known: catalogue[slug], of: list)
        }
    }

    private static func naming<Value>(
        _ body: () throws(FactProblem) -> Value
    ) throws(FactProblems) -> Value {
        do throws(FactProblem) {
            return try body()
        } catch {
            throw FactProblems([error])
        }
    }

    /// A record's file, read back to be sure that it says the same.
    private static func text(
        of record: ModelRecord, _ list: PriceList
    ) throws(FactProblems) -> String {
        let text = record.fileText(
            remark:
                "Written by `arena facts import --from \(list.form.rawValue)`, and written over "
                + "by the next; your own values belong into ../../\(record.slug).yaml.")
        let back = try ModelCatalogue.read(files: ["\(record.slug).yaml": text])[record.slug]
        guard back == record else {
            throw FactProblems([
                FactProblem(
                    code: .notListed, file: list.name, line: nil, column: nil, key: record.slug,
                    reason: "What the list says of it cannot be written as a record.",
                    advice: "Leave it out with --only.")
            ])
        }
        return text
    }
}

extension [UInt8] {
    /// Whether it is of a pattern's form: `*` stands for any bytes, `?` for one.
    fileprivate func matches(_ pattern: ArraySlice<UInt8>) -> Bool {
        var reached: Set<Int> = [0]
        for mark in pattern {
            if mark == UInt8(ascii: "*") {
                reached = Set((reached.min() ?? count + 1)..<(count + 1))
            } else {
                let next = reached.filter {
                    $0 < count && (self[$0] == mark || mark == UInt8(ascii: "?"))
                }
                reached = Set(next.map { $0 + 1 })
            }
            if reached.isEmpty { return false }
        }
        return reached.contains(count)
    }
}
