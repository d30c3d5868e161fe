import Catalogue

/// Who the two are (B1, B2).
package struct Intro: Sendable, Hashable {
    /// The heading: both names.
    package let title: Sentence
    /// The block as it is shown.
    package let section: Section

    init(_ material: Material) {
        let (a, b) = (material.names.a, material.names.b)
        title = "\(a) vs \(b)"
        let both: Sentence =
            "\(Self.introduced(material.subjects.a)) and \(Self.introduced(material.subjects.b))."
        section = Section(
            .intro, "About the two",
            sentences: [both] + [Self.kinship(material)].compactMap(\.self)
                + Self.retired(material))
    }

    private static func introduced(_ subject: Subject) -> Sentence {
        let known = [
            subject.fact(.maker, as: String.self).map { "\($0)" as Sentence },
            subject.fact(.releaseDate, as: CalendarDate.self).map { "\($0)" as Sentence },
        ].compactMap(\.self)
        return known.isEmpty
            ? "\(subject.name)" : "\(subject.name) (\(known.joined(by: ", ")))"
    }

    private static func kinship(_ material: Material) -> Sentence? {
        let families = material.subjects.map { $0.fact(.family, as: String.self) }
        let makers = material.subjects.map { $0.fact(.maker, as: String.self) }
        if let maker = makers.a, maker.value == makers.b?.value {
            guard let family = families.a, family.value == families.b?.value else {
                return "Both are made by \(maker)."
            }
            return """
                They are sizes of one family, \(family): the question is the price of the step, \
                not the maker.
                """
        }
        let open = material.subjects.map { $0.openWeights?.value }
        if open.a == true, open.b == true { return "Both have \(material.openWeights)." }
        return material.onlyOpen.map(material.openness)
    }

    private static func retired(_ material: Material) -> [Sentence] {
        PairSide.allCases.compactMap { side in
            material.subjects[side].retirement(by: material.settings.today)
        }
    }
}

extension Subject {
    /// That it was retired, where it was by a day.
    func retirement(by today: CalendarDate) -> Sentence? {
        guard let date: Fact<CalendarDate> = fact(.retiredDate),
            !today.isSurelyBefore(date.value)
        else { return nil }
        return "\(name) was retired on \(date); its numbers are frozen."
    }
}
