import Ratings

/// What each is best for: categories above the median contender, and what only it takes (B20).
package struct BestFor: Sendable, Hashable {
    /// Each side's lines.
    package let lines: Sides<[Sentence]>
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material, _ differences: CapabilityDifferences) {
        let lines = Sides { side in
            let own = material.votes?.strengths[side] ?? []
            let inputs = differences.onlyInputs[side]
            return Strength.lines(own, path: "votes/\(material.votes?.snapshot ?? "")/strengths")
                + (inputs.isEmpty ? [] : ["The only one of the two that takes \(inputs.listed)."])
        }
        self.lines = lines
        section = Section(
            .bestFor, "Best for",
            lists: PairSide.allCases.filter { !lines[$0].isEmpty }.map {
                SentenceList("\(material.names[$0])", lines[$0])
            })
    }
}

/// Categories in which a model is ahead of the median contender.
enum Strength {
    /// Lines for the categories with 50 votes or more and a certainty of 90% or more, surest first.
    static func lines(_ strengths: [CategoryStrength], path: String) -> [Sentence] {
        strengths.filter(isSure).sorted { one, other in
            (one.gap.pBetter, other.category) > (other.gap.pBetter, one.category)
        }.map { strength in
            let sure = figure(strength, path: path)
            return """
                Prompts about \(Name(word: strength.category)): ahead of the median contender, \
                \(sure) sure.
                """
        }
    }

    /// Whether a category may be named.
    static func isSure(_ strength: CategoryStrength) -> Bool {
        let gap = strength.gap
        return strength.votes >= 50 && gap.connected && gap.points.isFinite
            && gap.standardError.isFinite && gap.pBetter >= 0.9
    }

    private static func figure(_ strength: CategoryStrength, path: String) -> Figure {
        let basis = Basis.votes("\(path)/\(strength.category)")
        guard strength.gap.pBetter < 0.995, let p = Rational(strength.gap.pBetter) else {
            return Figure("more than 99%", .certainty, of: basis)
        }
        return Figure(Form.percent(p), .certainty, of: basis)
    }
}

/// Each model's passed rows of the scorecard, and the other's as what speaks against it (B19).
package struct ProsAndCons: Sendable, Hashable {
    /// What speaks for each.
    package let pros: Sides<[Sentence]>
    /// What speaks against each.
    package let cons: Sides<[Sentence]>
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material, _ scorecard: Scorecard) {
        let pros = scorecard.tradeOffs.map { $0.map(\.sentence) }
        let cons = pros.swapped
        self.pros = pros
        self.cons = cons
        section = Section(
            .prosAndCons, "Pros and cons",
            lists: PairSide.allCases.flatMap { side -> [SentenceList] in
                let name = material.names[side]
                return [
                    SentenceList("For \(name)", pros[side]),
                    SentenceList("Against \(name)", cons[side]),
                ].filter { !$0.items.isEmpty }
            })
    }
}
