import Catalogue

/// What a published list says of one model at one provider, as the list has it.
struct ImportEntry {
    /// What the list calls it, as `openrouter/openai/gpt-4.1-mini`.
    let id: String
    /// The slug of the record it speaks of.
    let slug: String
    /// Whether the maker itself serves it there: then it speaks for the model, too.
    let isHome: Bool
    /// What the list calls the model, where it names it.
    var name: String?
    /// Facts of the model.
    var fields: [Field: FactValue] = [:]
    /// The ways to be served that the list tells.
    var routes: [ImportedRoute] = []
    /// What was left out, and why.
    var remarks: [String] = []
}

/// What a published list says of one way to be served.
struct ImportedRoute {
    let provider: String
    var region: String?
    var tier: Route.Tier = .standard
    var fields: [RouteField: FactValue] = [:]
    var notes: [RouteField: String] = [:]

    /// What tells it from the model's other routes.
    var identity: [String] { [provider, region ?? "", tier.rawValue] }

    /// Its name in remarks.
    var label: String { Route(provider: provider, region: region, tier: tier).label }
}

extension ImportEntry {
    /// Takes a price in dollars for a million tokens, or for `power` 6 in dollars for one.
    mutating func take(
        _ field: RouteField, _ cursor: JSONCursor?, timesTenTo power: Int = 0,
        into route: inout ImportedRoute
    ) throws(FactProblem) {
        guard let cursor else { return }
        let plain = try cursor.decimal().plain(timesTenTo: power)
        let whole = plain.prefix { $0 != "." }
        guard whole.count <= 5 else {
            throw cursor.problem(
                .wrongValue, "A price of $\(plain.prefix(30)) is absurd.",
                "Prices up to $99,999 are read.")
        }
        guard let money = Money(decimal: plain) else {
            remarks.append(
                "\(cursor.key): $\(plain) has more than six decimals and is left out.")
            return
        }
        route.fields[field] = .money(money)
    }

    /// A count of tokens; a limit of 0 is none, and is left out with a remark.
    mutating func tokens(_ cursor: JSONCursor?) throws(FactProblem) -> FactValue? {
        guard let cursor else { return nil }
        guard let count = try cursor.decimal().count, count <= 1_000_000_000 else {
            throw cursor.problem(
                .wrongValue, "It is not a whole number of tokens up to 10^9.", "Look at the list.")
        }
        guard count > 0 else {
            remarks.append("\(cursor.key): a limit of 0 is left out.")
            return nil
        }
        return .count(count)
    }

    /// The model's name; what is no line of text is left out with a remark.
    mutating func name(_ cursor: JSONCursor?) throws(FactProblem) {
        guard let cursor else { return }
        let written = try cursor.string()
        do throws(Refusal) {
            name = try ValueForm.line(written)
        } catch {
            remarks.append("\(cursor.key): \(error.reason) Left out.")
        }
    }

    /// A date; what the calendar does not have is left out with a remark, since the lists of the
    /// world hold such days.
    mutating func date(_ field: Field, _ cursor: JSONCursor?) throws(FactProblem) {
        guard let cursor else { return }
        let text = try cursor.string()
        if let date = CalendarDate(text) {
            fields[field] = .date(date)
        } else {
            remarks.append("\(cursor.key): \(Refusal.quoted(text)) is not a date; left out.")
        }
    }

    /// Modalities; a set with a word that is not known here is left out with a remark.
    mutating func modalities(
        _ field: Field, _ cursor: JSONCursor?
    ) throws(FactProblem) {
        guard let cursor, case .words(let known) = field.type else { return }
        let words = try cursor.texts()
        if let strange = words.first(where: { !known.contains($0) }) {
            remarks.append(
                "\(cursor.key): \(Refusal.quoted(strange)) is not known here; left out.")
        } else if !words.isEmpty {
            fields[field] = .words(Set(words).sorted())
        }
    }

    /// The part of an identifier that names the model, and its slug.
    ///
    /// - Throws: ``FactProblem`` for what is no identifier: control characters, `..`, over 200
    ///   bytes, nothing to make a slug of.
    static func slug(of id: String, at cursor: JSONCursor) throws(FactProblem) -> String {
        let isPlain = id.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x5C }
        guard isPlain, !id.contains(".."), !id.hasPrefix("/"), (1...200).contains(id.utf8.count)
        else {
            throw cursor.problem(
                .badIdentifier, "\(Refusal.quoted(id)) is no identifier of a model.",
                "The list is not to be trusted.")
        }
        let last = id.split(separator: "/").last ?? ""
        let slug = Slug.text(of: last.split(separator: ":").first ?? last)
        return String(slug.prefix(80))
    }
}
