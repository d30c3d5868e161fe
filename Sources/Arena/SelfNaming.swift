/// Finds after the fact whether a reply names its writer: its model, its maker or an alias.
///
/// A name counts where the reply speaks of itself ("I am …", "trained by …" and the like in some
/// twenty-five languages), and not where a prompt contains it. Names that are ordinary words count
/// for contenders who bear them only. The finding is a rule of words: it misses some replies, takes
/// some innocent ones, and says nothing on what a style gives away.
package struct SelfNaming: Sendable {
    private let names: NameTable
    private let markers = MarkerTable.all

    /// Looks for the names of a battle's two contenders and for well-known ones.
    ///
    /// - Parameters:
    ///   - names: what the contenders are called: names, upstream models, makers, aliases, as they
    ///     were when the battle was fought.
    ///   - knowsOthers: whether names of well-known models and makers count too, whoever plays.
    package init(names: [String], knowsOthers: Bool = true) {
        var table = NameTable(over: knowsOthers ? [Self.others] : [])
        for name in names { Self.add(name, to: &table) }
        self.names = table
    }

    /// Looks for the names of two contenders, and for well-known ones.
    package init(_ contenders: Sides<Contender>) {
        let own = [contenders.a, contenders.b].map { contender in
            let names = [
                contender.name, contender.id.text, contender.upstreamModel, contender.provider,
                contender.model ?? "",
            ]
            return Self.contenders.value(for: names) {
                SelfNaming(names: names, knowsOthers: false).names
            }
        }
        names = NameTable(over: own + [Self.others])
    }

    /// Which of a battle's replies name their writer, in any of its turns.
    package func findings(in battle: Battle) -> Sides<Bool> {
        let prompts = battle.turns.map(\.prompt.text)
        let isFound = { (side: Side) in
            battle.turns.contains { finds(in: $0.replies[side].text, prompts: prompts) }
        }
        return Sides(a: isFound(.a), b: isFound(.b))
    }

    /// Whether a reply names its writer.
    ///
    /// Complexity: linear in the reply and the prompts.
    package func finds(in reply: String, prompts: [String] = []) -> Bool {
        guard !names.isEmpty else { return false }
        let words = FoldedText(reply).words
        var matches = names.matches(in: words)
        guard !matches.isEmpty else { return false }
        let asked = Set(
            prompts.flatMap { names.matches(in: FoldedText($0).words).map(\.key) })
        matches.removeAll { asked.contains($0.key) }
        guard !matches.isEmpty else { return false }
        let reading = SelfReading(
            words: words, markers: markers.markers(of: words), matches: matches,
            isAnswerToName: !asked.isEmpty)
        return matches.contains(where: reading.isSelfNaming)
    }

    /// The names of well-known models and makers. Read once: there are hundreds, and a vote waits.
    private static let others: NameTable = {
        var table = NameTable()
        for name in KnownNames.telling { table.add(name, .telling) }
        for name in KnownNames.companies { table.add(name, .company) }
        return table
    }()
    private static let contenders = Memo<[String], NameTable>(limit: 1000)
    private static let known = Set((KnownNames.ordinary + KnownNames.telling).map(key))
    private static let families = KnownNames.families.map { (names: $0, keys: $0.map(key)) }

    /// Adds a contender's name with the family and makers that share it. A name with a number in
    /// it, or of several words, is hardly an ordinary one.
    private static func add(_ name: String, to table: inout NameTable) {
        let words = FoldedText(name).words.map(\.text)
        guard let first = words.first else { return }
        let isTelling = words.count > 1 && words.joined().unicodeScalars.count > 5
        table.add(name, isTelling ? .telling : .ordinary)
        if first.unicodeScalars.count > 3 { table.add(first, .ordinary) }
        for word in words where known.contains(word) { table.add(word, .ordinary) }
        for family in families where family.keys.contains(where: words.contains) {
            for member in family.names { table.add(member, .ordinary) }
        }
    }

    private static func key(_ name: String) -> String {
        FoldedText(name).words.map(\.text).joined()
    }
}
