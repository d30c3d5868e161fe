/// Whether a prompt holds mathematics. One of these is enough:
///
/// 1. A LaTeX command of formulas, as `\frac` or `\int`, or a display `$$` or `\[`.
/// 2. A sign that only formulas have, as ∫ or ∑.
/// 3. Outside code, an expression: two operands, each a number, a lone letter or a number with a
///    letter, one at least with a digit, and between them `+ * × ÷ ^ =` or a spaced minus.
/// 4. A word of mathematics, as `theorem`, and a digit, a variable or an expression.
/// 5. A word that asks, as `solve`, and a variable or an expression.
struct MathSigns {
    /// Whether one of the signs is there.
    let isMath: Bool

    init(_ text: String, isCode: Bool) {
        isMath =
            Self.hasLaTeX(text) || text.unicodeScalars.contains(where: Self.signs.contains)
            || !isCode && Self.hasFormula(text)
    }

    private static func hasFormula(_ text: String) -> Bool {
        let terms = Terms(text)
        if terms.hasExpression { return true }
        let words = PromptWords(text)
        let hasVariable = words.all.contains { variables.contains($0) }
        if words.have(subjects) || joined.contains(where: text.contains) {
            return hasVariable || text.unicodeScalars.contains { $0.properties.numericType != nil }
        }
        return hasVariable && words.have(requests)
    }

    private static func hasLaTeX(_ text: String) -> Bool {
        if text.contains("$$") || text.contains("\\[") || text.contains("\\(") { return true }
        return text.split(separator: "\\", omittingEmptySubsequences: false).dropFirst().contains {
            commands.contains(String($0.prefix { $0.isASCII && $0.isLetter }))
        }
    }

    private static let signs = Set("∫∑∏√∂∇∀∃∈∉⊂⊆ℝℤℕℂ≡∮".unicodeScalars)

    private static let variables: Set<String> = ["x", "z", "n", "k"]

    private static let commands = PromptWords.list(
        """
        frac int sum prod sqrt lim cdot times leq geq neq infty partial alpha beta theta lambda
        mathbb binom pmatrix forall exists equiv
        """)

    private static let subjects = PromptWords.list(
        """
        theorem theorems quadratic factorial polynomial polynomials eigenvalue eigenvalues logarithm
        hypotenuse trigonometry equation equations primes modulo determinant calculus
        théorème équation équations polynôme satz gleichung gleichungen polynom teorema ecuación
        ecuaciones polinomio equação equações polinômio equazione equazioni теорема теорему
        уравнение уравнения интеграл производную
        """)

    private static let requests = PromptWords.list(
        """
        integral integrate derivative differentiate solve prove calculate compute evaluate simplify
        factor sum probability limit even odd divisible intégrale dérivée résoudre résous prouver
        löse beweise berechne ableitung resuelve demuestra calcula derivada resolva prove risolvi
        dimostra calcola реши докажи вычисли найди
        """)

    /// Words of scripts that are written without spaces.
    private static let joined = ["方程", "积分", "導関数", "方程式", "積分", "방정식", "적분", "معادلة"]
}

/// The numbers, letters and operators of a text, in order.
private struct Terms {
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
