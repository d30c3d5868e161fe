/// Numbers as text, all through one rounding: half away from zero, on the full value.
///
/// Thousands are parted by commas, a negative number bears a true minus sign.
package enum NumberFormat {
    /// To the next whole: 1066.54 gives `1,067`.
    package static func whole(_ value: Double) -> String {
        fixed(value, places: 0)
    }

    /// To the next whole, without commas: 1066.54 gives `1067`, as ratings are written.
    package static func rating(_ value: Double) -> String {
        guard isWritable(value) else { return "–" }
        return sign(of: value, places: 0) + String(Int(value.magnitude.rounded()))
    }

    /// With a fixed number of decimals, 0 to 9.
    package static func fixed(_ value: Double, places: Int) -> String {
        guard isWritable(value) else { return "–" }
        let scaled = scaled(value, places: places)
        let unit = (0..<places).reduce(1) { product, _ in product * 10 }
        var text = value < 0 && scaled > 0 ? "−" : ""
        text += grouped(scaled / unit)
        guard places > 0 else { return text }
        let decimals = String(scaled % unit)
        text += "."
        for _ in decimals.utf8.count..<places { text += "0" }
        text += decimals
        return text
    }

    /// With at least so many digits that count: 0.0046 gives `0.0046`, 118.3 gives `118`.
    package static func significant(_ value: Double, digits: Int) -> String {
        guard isWritable(value), value != 0 else { return fixed(value, places: 0) }
        var places = 0
        var magnitude = value.magnitude
        while magnitude < 1, places < 9 {
            magnitude *= 10
            places += 1
        }
        let whole = magnitude >= 10 ? String(Int(min(magnitude, 1e15))).count : 1
        return fixed(value, places: min(9, max(0, places + digits - whole)))
    }

    /// A share as a whole percentage: 0.5555 gives `56%`.
    package static func percent(_ share: Double) -> String {
        fixed(share * 100, places: 0) + "%"
    }

    /// A difference with its sign: 63.5 gives `+64`, what rounds to zero gives `0`.
    package static func signed(_ value: Double, places: Int = 0) -> String {
        let isAbove = isWritable(value) && value > 0 && scaled(value, places: places) > 0
        return (isAbove ? "+" : "") + fixed(value, places: places)
    }

    /// A sum in dollars with three digits that count: `$71.9`, `$1,980`, `$0.00540`, `$2.50bn`.
    package static func dollars(_ value: Double) -> String {
        let isLarge = value.magnitude >= 1e9
        let sum = isLarge ? value.magnitude / 1e9 : value.magnitude
        guard isWritable(sum) else { return "–" }
        return (value < 0 ? "−$" : "$") + significant(sum, digits: 3) + (isLarge ? "bn" : "")
    }

    /// A count in as few letters as an axis has room for: `500`, `20k`, `1M`, `5bn`.
    package static func compact(_ value: Double) -> String {
        let steps = [(1e9, "bn"), (1e6, "M"), (1e3, "k")]
        guard let step = steps.first(where: { value.magnitude >= $0.0 }) else {
            return significant(value, digits: 1)
        }
        return significant(value / step.0, digits: 1) + step.1
    }

    /// A coordinate of a drawing: one decimal, none where it is zero, no comma; `0` for what is no
    /// number.
    package static func coordinate(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(coordinate: value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a coordinate to a drawing's bytes.
    static func append(coordinate value: Double, to bytes: inout [UInt8]) {
        let tenths = isWritable(value) ? scaled(value, places: 1) : 0
        if value < 0, tenths > 0 { bytes.append(UInt8(ascii: "-")) }
        append(digitsOf: tenths / 10, to: &bytes)
        guard tenths % 10 > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(digitsOf: tenths % 10, to: &bytes)
    }

    private static func append(digitsOf number: Int, to bytes: inout [UInt8]) {
        if number > 9 { append(digitsOf: number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private static func isWritable(_ value: Double) -> Bool {
        value.isFinite && value.magnitude < 1e15
    }

    private static func scaled(_ value: Double, places: Int) -> Int {
        let factor = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let product = (value.magnitude * factor).rounded()
        return product < 9e18 ? Int(product) : Int.max
    }

    private static func sign(of value: Double, places: Int) -> String {
        value < 0 && scaled(value, places: places) > 0 ? "−" : ""
    }

    private static func grouped(_ number: Int) -> String {
        guard number > 999 else { return String(number) }
        let rest = String(number % 1000)
        let zeros = String(repeating: "0", count: 3 - rest.utf8.count)
        return grouped(number / 1000) + "," + zeros + rest
    }
}
