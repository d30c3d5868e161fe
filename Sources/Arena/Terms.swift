/// The numbers, letters and operators of a text, in order.
struct Terms {
    /// Whether two operands stand on the sides of an operator.
    private(set) var hasExpression = false

    private enum Term: Equatable {
        case operand(hasDigit: Bool)
        case sign
        case other
    }

    init(_ text: String) {
        var terms: [Term] = []
        for part in Self.parts(of: text) {
            terms.append(part)
            guard terms.count > 2, terms[terms.count - 2] == .sign,
                case .operand(let left) = terms[terms.count - 3],
                case .operand(let right) = part, left || right
            else { continue }
            hasExpression = true
            return
        }
    }

    /// Runs of letters and digits, operators, and what ends an expression; blank space and
    /// brackets are passed over.
    private static func parts(of text: String) -> [Term] {
        var parts: [Term] = []
        var run: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        let end = {
            if !run.isEmpty { parts.append(operand(run)) }
            run = []
        }
        for (place, scalar) in scalars.enumerated() {
            if isPart(scalar) || isPoint(scalar, at: place, in: scalars) {
                run.append(scalar)
                continue
            }
            end()
            if isSign(scalar, at: place, in: scalars) {
                parts.append(.sign)
            } else if !scalar.properties.isWhitespace && scalar != "(" && scalar != ")" {
                parts.append(.other)
            }
        }
        end()
        return parts
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a point or comma stands inside a number.
    private static func isPoint(
        _ scalar: Unicode.Scalar, at place: Int, in scalars: [Unicode.Scalar]
    ) -> Bool {
        (scalar == "." || scalar == ",") && place > 0 && place + 1 < scalars.count
            && scalars[place - 1].properties.numericType != nil
            && scalars[place + 1].properties.numericType != nil
    }

    /// Whether it is an operator; one that is doubled, as in `==`, belongs to programs, and a minus
    /// without blank space on both sides to dates, ranges and words.
    private static func isSign(
        _ scalar: Unicode.Scalar, at place: Int, in scalars: [Unicode.Scalar]
    ) -> Bool {
        let before = place > 0 ? scalars[place - 1] : " "
        let after = place + 1 < scalars.count ? scalars[place + 1] : " "
        switch scalar {
        case "+", "*", "=": return before != scalar && after != scalar
        case "×", "÷", "^", "·": return true
        case "-", "−", "–": return before == " " && after == " "
        default: return false
        }
    }

    /// A number, a lone letter, or a number with a letter behind it.
    private static func operand(_ run: [Unicode.Scalar]) -> Term {
        let digits = run.prefix { $0.properties.numericType != nil || $0 == "." || $0 == "," }
        let letters = run.dropFirst(digits.count)
        guard letters.count <= 1 else { return .other }
        return .operand(hasDigit: !digits.isEmpty)
    }
}
