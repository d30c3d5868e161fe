import Catalogue
import CatalogueReader
import Foundation

/// A list of a form, of a text.
func list(
    _ form: PriceList.Form, _ text: String, on day: String = "2026-11-20"
) -> PriceList {
    let date = CalendarDate(day) ?? CalendarDate(dayNumber: 0)
    return PriceList(
        form: form, name: "list.json", url: "https://example.org/list.json",
        asOf: date, retrieved: date, bytes: Data(text.utf8))
}

/// A list among the fixtures.
func fixture(_ form: PriceList.Form, on day: String = "2026-11-20") throws -> PriceList {
    let name = form == .modelsDev ? "models-dev" : "litellm"
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/\(name).json")
    return list(form, try String(contentsOf: file, encoding: .utf8), on: day)
}

/// The mistakes that keep a list from being imported, as `place key code`.
func mistakes(
    of form: PriceList.Form, _ text: String, only: [String] = ["*"]
) throws -> [String] {
    let folder = try WorkingFolder()
    defer { withExtendedLifetime(folder) {} }
    do throws(FactProblems) {
        _ = try ImportPlan(list(form, text), into: folder.path, only: only)
        return []
    } catch {
        return error.problems.map { "\($0.place) \($0.key) \($0.code.rawValue)" }
    }
}
