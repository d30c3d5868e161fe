import Ratings

/// A claim about a comparison that a script can ask for, as `ahead(A)`.
///
/// `ahead(X)`, `leaning(X)` (ahead or probably ahead), `even`, `open`, `settled`, `cheaper(X)`,
/// `faster(X)`, `sooner(X)`, `longer(X)` (the context) with X one of A and B in the order in which
/// the two were asked for, or a slug.
package struct Assertion: Sendable, Hashable, CustomStringConvertible {
    /// What is claimed.
    package enum Claim: String, Sendable, Hashable, CaseIterable {
        case ahead, leaning, even, open, settled, cheaper, faster, sooner, longer

        /// Whether it names one of the two.
        var namesSide: Bool {
            switch self {
            case .even, .open, .settled: false
            case .ahead, .leaning, .cheaper, .faster, .sooner, .longer: true
            }
        }
    }

    /// What is claimed.
    package let claim: Claim
    /// Of which of the two, as it was written: `A`, `B` or a slug; `nil` where it is of both.
    package let subject: String?

    /// Reads a claim.
    package init(_ text: some StringProtocol) throws(AssertionError) {
        let word = text.prefix { $0.isLetter }
        guard let claim = Claim(rawValue: word.lowercased()) else {
            throw .unknownClaim(String(text))
        }
        let rest = text.dropFirst(word.count).filter { $0 != " " }
        self.claim = claim
        guard claim.namesSide else {
            guard rest.isEmpty else { throw .needsNoSide(claim) }
            subject = nil
            return
        }
        guard rest.first == "(", rest.last == ")", rest.count > 2 else { throw .needsSide(claim) }
        subject = String(rest.dropFirst().dropLast())
    }

    /// As it is written.
    package var description: String {
        subject.map { "\(claim.rawValue)(\($0))" } ?? claim.rawValue
    }

    /// Whether it holds; `isSwapped` where A and B are meant the other way round than the pair's.
    package func holds(
        in comparison: Comparison, isSwapped: Bool = false
    ) throws(AssertionError) -> Bool {
        let side = try side(in: comparison, isSwapped: isSwapped)
        let certainty = comparison.votes.certainty
        switch claim {
        case .ahead: return certainty?.state == .ahead && certainty?.front == side
        case .leaning: return certainty?.isDecided == true && certainty?.front == side
        case .even: return certainty?.state == .even
        case .open: return certainty?.state == .open
        case .settled: return certainty?.isSettled == true
        case .cheaper:
            let price = comparison.price.perAnswer ?? comparison.price.blended
            return side != nil && price?.cheaper == side
        case .faster: return side != nil && comparison.measured.faster == side
        case .sooner: return side != nil && comparison.measured.sooner == side
        case .longer: return side != nil && comparison.context.context.larger == side
        }
    }

    private func side(
        in comparison: Comparison, isSwapped: Bool
    ) throws(AssertionError) -> PairSide? {
        guard let subject else { return nil }
        if let named = PairSide(rawValue: subject.lowercased()) {
            return isSwapped ? named.other : named
        }
        guard let side = PairSide.allCases.first(where: { comparison.subjects[$0].slug == subject })
        else { throw .unknownSide(subject) }
        return side
    }
}

/// Why a text is no claim.
package enum AssertionError: Error, Sendable, Hashable {
    /// The claim is none that is known.
    case unknownClaim(String)
    /// The claim needs a model: `ahead(A)`.
    case needsSide(Assertion.Claim)
    /// The claim is of both: `even`.
    case needsNoSide(Assertion.Claim)
    /// Neither A, B nor a slug of the pair.
    case unknownSide(String)

    /// What went wrong, and what to write.
    package var message: String {
        switch self {
        case .unknownClaim(let text):
            "\(text) is no claim. Known: "
                + Assertion.Claim.allCases.map { $0.namesSide ? "\($0.rawValue)(A)" : $0.rawValue }
                .joined(separator: ", ") + "."
        case .needsSide(let claim): "Write \(claim.rawValue)(A) or \(claim.rawValue)(B)."
        case .needsNoSide(let claim): "Write \(claim.rawValue) alone: it is of both."
        case .unknownSide(let text): "\(text) is neither A, B nor one of the two."
        }
    }
}
