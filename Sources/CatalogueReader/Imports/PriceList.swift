package import Catalogue
package import Foundation

/// A published list of models, of one of the forms that can be imported.
package struct PriceList: Sendable {
    /// The published forms.
    package enum Form: String, Sendable, CaseIterable {
        case modelsDev = "models.dev"
        case liteLLM = "litellm"

        /// What people call the list.
        package var title: String { self == .modelsDev ? "models.dev" : "LiteLLM" }

        /// The folder within `imports/` that holds what was imported from it.
        var folder: String { self == .modelsDev ? "models-dev" : "litellm" }
    }

    /// The most bytes a list may have.
    package static let byteLimit = 67_108_864

    /// Its form.
    package let form: Form
    /// Where it came from, as it is named in messages.
    package let name: String
    /// Its address, where it was fetched from one.
    package let url: String?
    /// The day for which it speaks.
    package let asOf: CalendarDate
    /// The day on which it was read.
    package let retrieved: CalendarDate
    let bytes: [UInt8]

    /// A list from its parts.
    package init(
        form: Form, name: String, url: String?, asOf: CalendarDate, retrieved: CalendarDate,
        bytes: Data
    ) {
        self.form = form
        self.name = name
        self.url = url
        self.asOf = asOf
        self.retrieved = retrieved
        self.bytes = Array(bytes)
    }

    /// What observations of this list name as their source.
    var source: Source { Source(kind: .imported, title: form.title, url: url) }

    /// The list as a tree.
    func top() throws(FactProblem) -> JSONCursor {
        guard bytes.count <= Self.byteLimit else {
            throw FactProblem(
                code: .tooLarge, file: name, line: nil, column: nil, key: "",
                reason: "It is longer than \(Self.byteLimit) bytes.", advice: "Name the right list."
            )
        }
        return try JSONCursor.top(of: .init(name: name, bytes: bytes))
    }

    /// What the list says of the models that `choose` takes, by slug.
    func entries(
        of top: JSONCursor, choose: (String) -> String?
    ) throws(FactProblem) -> [ImportEntry] {
        switch form {
        case .modelsDev: try ModelsDevList.entries(top, choose: choose)
        case .liteLLM: try LiteLLMList.entries(top, choose: choose)
        }
    }
}
