/// Versions that are told together: those of one maker, or where none is known of one provider.
package struct Kin: Equatable, Sendable {
    /// The maker's name, or the provider's in the settings.
    package let name: String
    /// Versions that were ever put in play.
    package let tested: Int
    /// Versions that are drawn now.
    package let inPlay: Int

    /// Kin from its counts.
    package init(name: String, tested: Int, inPlay: Int) {
        self.name = name
        self.tested = tested
        self.inPlay = inPlay
    }
}

/// The registry with how each version stands now, and how many others were tested beside it.
package struct RegistryBook: Sendable {
    /// How a version stands.
    package enum Standing: String, Sendable, CaseIterable {
        /// It is drawn.
        case active
        /// It is not, for the time being.
        case paused
        /// It is not any more; the reason is told.
        case retired
        /// Its contender is set up otherwise by now.
        case replaced
        /// Its contender is not set up any more.
        case removed
    }

    /// One version.
    package struct Entry: Equatable, Sendable {
        /// What the store knows.
        package let line: RegistryLine
        /// How it stands.
        package let standing: Standing
        /// Who was tested beside it.
        package let kin: Kin
        /// Whether it is one of many that were tried, and has not proved itself since.
        package let isProvisional: Bool

        fileprivate var isSetUp: Bool { standing != .replaced && standing != .removed }
    }

    /// Versions tried and not in play from which on the others of the kin are provisional.
    package static let manyTried = 11
    /// Votes after which a version of such a kin is not provisional any more.
    package static let provenVotes = 2000

    /// All versions, by contender and then by age.
    package let entries: [Entry]
    /// All kin with more than one version, the most tested first.
    package let kin: [Kin]

    /// The registry as it stands.
    ///
    /// - Parameters:
    ///   - isOpen: whether votes are guarded here, so that provisional places are told.
    ///   - maker: who made a model of the catalogue.
    package init(
        _ lines: [RegistryLine], roster: Roster, isOpen: Bool, maker: (RegistryLine) -> String?
    ) {
        let names = lines.map { maker($0) ?? $0.provider }
        let contenders = Dictionary(roster.contenders.map { ($0.id, $0) }) { first, _ in first }
        let standings = lines.map { Self.standing(of: $0, in: contenders) }
        var found: [String: Kin] = [:]
        for (number, line) in lines.enumerated() {
            let key = Self.key(names[number], line.pool)
            let old = found[key] ?? Kin(name: names[number], tested: 0, inPlay: 0)
            found[key] = Kin(
                name: old.name, tested: old.tested + 1,
                inPlay: old.inPlay + (standings[number] == .active ? 1 : 0))
        }
        entries = lines.indices.map { number in
            let line = lines[number]
            let kin =
                found[Self.key(names[number], line.pool)]
                ?? Kin(name: names[number], tested: 1, inPlay: 0)
            return Entry(
                line: line, standing: standings[number], kin: kin,
                isProvisional: isOpen && kin.tested - kin.inPlay >= Self.manyTried
                    && line.votes < Self.provenVotes)
        }
        kin = found.values.filter { $0.tested > 1 }
            .sorted { ($1.tested, $0.name) < ($0.tested, $1.name) }
    }

    /// Of each contender the version that is set up now, else its newest.
    package var newest: [ContenderID: Entry] {
        entries.reduce(into: [:]) { newest, entry in
            let last = newest[entry.line.contender]
            if entry.isSetUp || last?.isSetUp != true { newest[entry.line.contender] = entry }
        }
    }

    private static func key(_ name: String, _ pool: Pool) -> String { "\(pool.rawValue) \(name)" }

    private static func standing(
        of line: RegistryLine, in contenders: [ContenderID: Contender]
    ) -> Standing {
        guard let contender = contenders[line.contender] else {
            return line.status == .retired ? .retired : .removed
        }
        guard contender.version == line.version else { return .replaced }
        switch line.status {
        case .active: return .active
        case .paused: return .paused
        case .retired: return .retired
        }
    }
}
