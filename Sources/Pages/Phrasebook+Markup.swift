import Charts
import Phrases

extension Phrasebook {
    /// The phrase as markup: the phrase itself may hold elements, its parts are markup.
    ///
    /// ```swift
    /// context.say("You chose <bdi>{name}</bdi>.", ["name": "\(name)"])
    /// ```
    func callAsFunction(_ english: String, _ parts: [String: HTML] = [:]) -> HTML {
        HTML(trusted: text(english, parts.mapValues(\.text)))
    }

    /// A number that was not rounded, with so many decimals, in this language.
    func fixed(_ number: Double, places: Int = 0) -> String {
        figure(NumberFormat.fixed(number, places: places))
    }

    /// A share from 0 to 1 in whole per cent.
    func percent(_ share: Double) -> String {
        let text = figure(NumberFormat.fixed(share * 100, places: 0))
        return language.code.hasPrefix("fr") ? text + "\u{202F}%" : text + "%"
    }
}
