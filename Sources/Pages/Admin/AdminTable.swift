import Foundation
import Phrases

/// Rows under headings, in a frame of its own that scrolls where the page is narrow.
struct AdminTable {
    let caption: String
    let columns: [String]
    let rows: [[HTML]]
    /// What is said instead of no rows.
    var empty = "Nothing yet."

    func markup(in context: PageContext) -> HTML {
        guard !rows.isEmpty else { return "<p class=\"fine\">\(context.say(empty))</p>" }
        let caption = context.say.text(caption)
        let columns = columns.map { context.say.text($0) }
        return """
            <div class="adminscroll" role="region" aria-label="\(caption)" tabindex="0">
            <table class="admintable">
            <caption class="sr-only">\(caption)</caption>
            <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
            <tbody>
            \(rows.map { cells in "<tr>\(cells.map { "<td>\($0)</td>" as HTML })</tr>" as HTML })
            </tbody>
            </table>
            </div>
            """
    }
}

/// A line of facts: what it is, and how it stands.
struct AdminFacts {
    let rows: [(String, HTML)]

    func markup(in context: PageContext) -> HTML {
        """
        <dl class="adminfacts">
        \(rows.map { name, value in "<div><dt>\(context.say(name))</dt><dd>\(value)</dd></div>" as HTML })
        </dl>
        """
    }
}

/// The words in which the admin side says numbers.
extension Phrasebook {
    /// `52.3%`.
    func tenths(_ share: Double) -> String { percentage(fixed(share * 100, places: 1)) }

    /// `$1.84`.
    func dollars(_ picodollars: Int64) -> String {

        unit("${n}", fixed(Double(picodollars) / 1e12, places: 2))

    }

    /// `84 MB`, by powers of ten.
    func bytes(_ count: Int64) -> String {
        var (value, unit) = (Double(count), "B")
        for next in ["kB", "MB", "GB", "TB"] where value >= 1000 {
            (value, unit) = (value / 1000, next)
        }
        return self.unit("{n} " + unit, fixed(value, places: value < 10 && unit != "B" ? 1 : 0))
    }

    /// `2026-11-21 14:00 UTC` for an hour counted from 1970.
    func hour(_ number: Int64) -> String {
        Date(timeIntervalSince1970: Double(number) * 3600).minuteText
    }
}

extension PageContext {
    /// A choice among words, as a field of a form; the options are in the visitor's language.
    func choice(
        _ name: String, _ label: String, _ chosen: String, _ options: [(String, String)]
    ) -> HTML {
        """
        <label>\(say(label))<select name="\(name)">
        \(options.map { value, words in
            """
            <option value="\(value)"\(" selected", when: value == chosen)>\(words)</option>
            """
        })
        </select></label>
        """
    }

    /// A short text, as a field of a form.
    func field(
        _ name: String, _ label: String, _ value: String, kind: HTML = ""
    ) -> HTML {
        "<label>\(say(label))<input name=\"\(name)\" value=\"\(value)\"\(kind)></label>"
    }
}
