import Catalogue

/// A decimal number as its digits and a power of ten, never as a binary number.
struct DecimalText: Equatable {
    let isNegative: Bool
    /// Its digits without leading and trailing zeros; empty for zero.
    let digits: [UInt8]
    /// What the digits, as a whole number, are multiplied with: 10 to this power.
    let exponent: Int

    /// Reads a number as JSON writes it, such as `1.5e-07`; `nil` beyond 10^±60.
    init?(_ text: String) {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            let power = parts.count == 2 ? Int(parts[1]) : 0, abs(power) <= 60
        else { return nil }
        isNegative = parts[0].hasPrefix("-")
        let halves = parts[0].dropFirst(isNegative ? 1 : 0)
            .split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
        guard (1...2).contains(halves.count), !halves[0].isEmpty, halves.last?.isEmpty == false,
            halves.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let fraction = halves.count == 2 ? halves[1] : []
        var digits = Array((halves[0] + fraction).drop { $0 == 48 })
        var exponent = power - fraction.count
        while digits.last == 48 {
            digits.removeLast()
            exponent += 1
        }
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    /// The plain decimal of it times a power of ten: `0.15` for `1.5e-07` with 6.
    func plain(timesTenTo power: Int = 0) -> String {
        let shift = exponent + power
        var whole = digits
        var fraction: [UInt8] = []
        if shift >= 0 {
            whole += Array(repeating: 48, count: shift)
        } else {
            let padding = max(0, -shift - digits.count)
            let padded = Array(repeating: UInt8(48), count: padding) + digits
            whole = Array(padded.dropLast(-shift))
            fraction = Array(padded.suffix(-shift))
        }
        guard !digits.isEmpty else { return "0" }
        let text = String(decoding: whole.isEmpty ? [48] : whole, as: UTF8.self)
        let sign = isNegative ? "-" : ""
        return sign + text
            + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
    }

    /// The whole number it is; `nil` where it is none, or beyond 10^15.
    var count: Int? {
        guard exponent >= 0, digits.count + exponent <= 15 else { return nil }
        return Int(plain())
    }
}
