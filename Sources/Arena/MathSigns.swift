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
        if words.have(subjects) || joined.contains(where: text.holds) {
            return hasVariable || text.unicodeScalars.contains { $0.properties.numericType != nil }
        }
        return hasVariable && words.have(requests)
    }

    private static func hasLaTeX(_ text: String) -> Bool {
        if text.holds("$$") || text.holds("\\[") || text.holds("\\(") { return true }
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
