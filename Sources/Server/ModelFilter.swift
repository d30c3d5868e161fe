import Arena
import Catalogue
import Comparisons
import Hummingbird
import Pages

/// Which models a reader of the list asks for.
struct ModelFilter {
    /// As it stands in the address.
    let asked: ModelsPage.Filter
    private let context: Int?
    private let price: Money?

    /// What a request asks for.
    ///
    /// - Throws: ``ArenaError/invalid(field:reason:)``.
    init(_ request: Request) throws(ArenaError) {
        let query = request.uri.queryParameters
        let field = { (name: String) in query[name[...]].map(String.init) ?? "" }
        var asked = ModelsPage.Filter()
        asked.maker = field("maker")
        asked.open = field("open")
        asked.takes = field("takes")
        asked.context = field("context").filter { $0 != "," }
        asked.price = field("price")
        asked.voted = field("voted")
        self.asked = asked
        context = Int(asked.context)
        price = Money(decimal: asked.price)
        guard asked.context.isEmpty || context != nil else {
            throw .invalid(field: "context", reason: "It is a whole number of tokens.")
        }
        guard asked.price.isEmpty || price != nil else {
            throw .invalid(field: "price", reason: "It is dollars, as 0.50.")
        }
    }

    /// Whether a model is asked for; one of which a fact is not known does not pass a filter on it.
    func passes(_ model: ModelListing) -> Bool {
        let subject = model.subject
        let inputs: [String] = subject.fact(.modalitiesIn)?.value ?? []
        let open: Bool? = subject.fact(.openWeights)?.value
        return (asked.maker.isEmpty || subject.fact(.maker, as: String.self)?.value == asked.maker)
            && (asked.open.isEmpty || open == (asked.open == "yes"))
            && (asked.takes.isEmpty || inputs.contains(asked.takes))
            && (asked.voted.isEmpty || (model.place?.votes ?? 0) > 0)
            && context.map { subject.fact(.contextTokens, as: Int.self)?.value ?? 0 >= $0 } ?? true
            && price.map { limit in model.route.map { $0.read.value <= limit } ?? false } ?? true
    }
}
