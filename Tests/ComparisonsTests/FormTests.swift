import Catalogue
import Comparisons
import Testing

struct FormTests {
    private func dollars(_ text: String) -> Rational { Rational(Money(decimal: text) ?? .zero) }

    @Test(arguments: [
        ("0.027", "$0.027"), ("0.0125", "$0.0125"), ("1.1", "$1.10"), ("0.7", "$0.70"),
        ("4.4", "$4.40"), ("0", "$0.00"), ("1234.5", "$1,234.50"), ("0.000123", "$0.000123"),
        ("12.3456", "$12.35"), ("999.999", "$1,000.00"),
    ])
    func `dollars keep the source's decimals`(text: String, shown: String) {
        #expect(Form.dollars(dollars(text)) == shown)
    }

    @Test func `a price without end is cut at four digits that count`() {
        #expect(Form.dollars(Rational(1, over: 3)) == "$0.3333")
        #expect(Form.dollars(Rational(2, over: 3)) == "$0.6667")
        #expect(Form.dollars(Rational(1, over: 7000)) == "$0.0001429")
    }

    @Test(arguments: [
        ("71.85", "$71.9"), ("1980", "$1,980"), ("72", "$72.0"), ("1908.15", "$1,910"),
        ("0.0115", "$0.0115"), ("99.96", "$100"), ("999.6", "$1,000"), ("9.996", "$10.0"),
        ("123456", "$123,000"), ("0", "$0.00"),
    ])
    func `budgets have three digits that count`(text: String, shown: String) {
        #expect(Form.budget(dollars(text)) == shown)
    }

    @Test func `halves are rounded away from zero, once, from the full value`() {
        #expect(Form.decimal(Rational(5, over: 2), places: 0) == "3")
        #expect(Form.decimal(Rational(-5, over: 2), places: 0) == "−3")
        #expect(Form.decimal(Rational(71_85, over: 100), places: 1) == "71.9")
        #expect(Form.decimal(Rational(14_49, over: 1000), places: 1) == "1.4")
        #expect(Form.decimal(Rational(-1, over: 100), places: 1) == "0.0")
    }

    @Test(arguments: [
        (56, 1, "56"), (4, 1, "4.0"), (5237, 640, "8.2"), (995, 100, "10"), (994, 100, "9.9"),
        (105, 10, "11"),
    ])
    func `ratios have one decimal below ten`(above: Int, below: Int, shown: String) {
        #expect(Form.ratio(Rational(Int128(above), over: Int128(below))) == shown)
    }

    @Test func `a percentage is whole, and neither none nor all unless it is`() {
        #expect(Form.percent(Rational(5555, over: 10_000)) == "56%")
        #expect(Form.percent(Rational(1, over: 1000)) == "less than 1%")
        #expect(Form.percent(Rational(999, over: 1000)) == "more than 99%")
        #expect(Form.percent(.zero) == "0%")
        #expect(Form.percent(Rational(1)) == "100%")
    }

    @Test(arguments: [
        (128_000, "128K"), (1_047_576, "1.05M"), (1_000_000, "1M"), (200_000, "200K"), (999, "999"),
        (1_230_000_000, "1.23B"), (32_768, "32.8K"),
    ])
    func `a short count is within half a percent`(count: Int, shown: String) {
        #expect(Form.short(count) == shown)
    }

    @Test func `counts are exact and grouped`() {
        #expect(Form.count(1_047_576) == "1,047,576")
        #expect(Form.count(999) == "999")
        #expect(Form.count(.min) == "−9,223,372,036,854,775,808")
    }

    @Test func `decimals for programs are exact`() {
        #expect(dollars("71.85").decimal == "71.85")
        #expect(Rational(-7, over: 80).decimal == "-0.0875")
        #expect(Rational(1980).decimal == "1980")
        #expect(Rational(1, over: 3).decimal == "0.333333333333")
    }

    @Test func `fractions count as fractions do`() {
        let (third, sixth) = (Rational(1, over: 3), Rational(1, over: 6))
        #expect(third + sixth == Rational(1, over: 2))
        #expect(third - sixth == sixth)
        #expect(third * sixth == Rational(1, over: 18))
        #expect(third / sixth == Rational(2))
        #expect(sixth < third && Rational(-1) < .zero)
        #expect(Rational(.nan) == nil && Rational(.infinity) == nil && Rational(1e13) == nil)
    }
}
