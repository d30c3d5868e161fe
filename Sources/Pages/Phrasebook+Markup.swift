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
        percentage(figure(NumberFormat.fixed(share * 100, places: 0)))
    }

    /// A duration in seconds.
    func seconds(_ seconds: Double, places: Int) -> String {
        unit("{n} s", fixed(seconds, places: places))
    }

    /// The attribute of an element that says these words: English ones are marked where the page
    /// speaks another language (WCAG 3.1.2).
    func mark(_ saying: Saying) -> HTML { mark(speaks(saying)) }

    /// The attribute of an element with words in English; none where they are the page's own.
    func mark(_ isSpoken: Bool) -> HTML { isSpoken ? "" : " lang=\"en\" dir=\"ltr\"" }
}
