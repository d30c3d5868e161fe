/// Numbers as text: each through one rounding, half away from zero, from the full value.
package enum Form {
    /// Exact, in groups of three: `1,047,576`.
    package static func count(_ number: Int) -> String {
        (number < 0 ? "−" : "") + grouped(String(number.magnitude))
    }

    /// With a fixed number of decimals: `2.50`.
    package static func decimal(_ value: Rational, places: Int) -> String {
        let scaled = value.scaled(places: places)
        return (scaled < 0 ? "−" : "") + placed(scaled.magnitude, places: places)
    }

    /// The source's decimals, at least two, and up to four that count: `$0.027`, `$1.10`.
    package static func dollars(_ value: Rational) -> String {
        money(value, before: "$", after: "", counting: 4)
    }

    /// Cents of a dollar, at least two decimals and up to three that count: `0.46 ¢`.
    package static func cents(_ dollars: Rational) -> String {
        money(dollars * Rational(100), before: "", after: " ¢", counting: 3)
    }

    /// Three digits that count, as months are budgeted: `$71.9`, `$1,980`.
    package static func budget(_ dollars: Rational) -> String {
        (dollars < .zero ? "−$" : "$") + significant(dollars.magnitude, digits: 3)
    }

    /// How many times as much: one decimal below ten, whole above: `4.0`, `56`.
    package static func ratio(_ value: Rational) -> String {
        let tenths = value.scaled(places: 1)
        return tenths < 100 ? decimal(value, places: 1) : decimal(value, places: 0)
    }

    /// A share as a whole percentage: `56%`; one that is neither none nor all never reads so.
    package static func percent(_ share: Rational) -> String {
        let rounded = (share * Rational(100)).scaled(places: 0)
        if rounded <= 0, share > .zero { return "less than 1%" }
        if rounded >= 100, share < Rational(1) { return "more than 99%" }
        return "\(rounded)%"
    }

    /// With a sign in front, one decimal: `+13.9`.
    package static func signed(_ value: Rational, places: Int = 1) -> String {
        (value.scaled(places: places) > 0 ? "+" : "") + decimal(value, places: places)
    }

    /// With so many digits that count, grouped: `1,910`, `0.0115`.
    package static func significant(_ value: Rational, digits: Int) -> String {
        guard value != .zero else { return decimal(value, places: digits - 1) }
        var places = digits - 1 - firstDigit(of: value)
        var rounded = rounded(value.magnitude, places: places)
        if rounded == power(digits) {
            places -= 1
            rounded = power(digits - 1)
        }
        let text =
            places > 0
            ? placed(rounded.magnitude, places: places)
            : grouped(String(rounded * power(-places)))
        return (value < .zero ? "−" : "") + text
    }

    /// A large count in short, within half a percent of it: `128K`, `1.05M`.
    package static func short(_ number: Int) -> String {
        let units = [(1_000_000_000, "B"), (1_000_000, "M"), (1000, "K")]
        guard let (unit, letter) = units.first(where: { number >= $0.0 }) else {
            return count(number)
        }
        let value = Rational(Int128(number), over: Int128(unit))
        let places = (0...3).first { places in
            let rounded = Rational(value.scaled(places: places), over: power(places))
            return (rounded - value).magnitude * Rational(200) <= value
        }
        return decimal(value, places: places ?? 3) + letter
    }

    /// Digits in groups of three.
    static func grouped(_ digits: some StringProtocol) -> String {
        var text = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    private static func money(
        _ value: Rational, before: String, after: String, counting digits: Int
    ) -> String {
        let most = min(12, max(2, digits - 1 - firstDigit(of: value)))
        let exact = value.magnitude.scaled(places: most)
        let places =
            (2...most).first { exact == value.magnitude.scaled(places: $0) * power(most - $0) }
            ?? most
        return (value < .zero ? "−" : "") + before
            + decimal(value.magnitude, places: places) + after
    }

    /// The value in units of 10^−places, which may be tens or hundreds.
    private static func rounded(_ value: Rational, places: Int) -> Int128 {
        places >= 0
            ? value.scaled(places: places)
            : (value / Rational(power(-places), over: 1)).scaled(places: 0)
    }

    /// The power of ten of the first digit that counts.
    private static func firstDigit(of value: Rational) -> Int {
        guard value != .zero else { return 0 }
        var (power, rest) = (0, value.magnitude)
        while rest >= Rational(10), power < 40 {
            rest = rest / Rational(10)
            power += 1
        }
        while rest < Rational(1), power > -15 {
            rest = rest * Rational(10)
            power -= 1
        }
        return power
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { product, _ in product * 10 }
    }

    private static func placed(_ scaled: UInt128, places: Int) -> String {
        guard places > 0 else { return grouped(String(scaled)) }
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return grouped(padded.dropLast(places)) + "." + padded.suffix(places)
    }
}
