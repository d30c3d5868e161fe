import Charts
import Foundation
import Testing

@Suite struct ElementaryTests {
    @Test(arguments: [-700, -20, -1.5, -1e-9, 0, 1e-9, 0.3, 1, 2.5, 50, 700])
    func `the exponential is that of the C library`(x: Double) {
        let own = Elementary.exponential(x)
        #expect((own / exp(x) - 1).magnitude < 1e-14)
    }

    @Test(arguments: [1e-300, 1e-9, 0.1, 0.5, 0.999, 1, 1.4142, 1.4143, 2, 10, 12_345, 1e300])
    func `the logarithm is that of the C library`(x: Double) {
        #expect((Elementary.logarithm(x) - log(x)).magnitude <= 1e-14 * max(1, log(x).magnitude))
    }

    @Test(arguments: [-7.9, -3, -1.96, -0.14, 0, 0.5, 1.959964, 4.0])
    func `the normal probability is that of the C library`(x: Double) {
        let other = 0.5 * erfc(-x / 2.0.squareRoot())
        #expect((Elementary.normalProbability(below: x) - other).magnitude < 1e-14)
    }

    @Test func `beyond their range functions give their limits`() {
        #expect(Elementary.exponential(1e9) == .infinity && Elementary.exponential(-1e9) == 0)
        #expect(Elementary.logarithm(0).isNaN && Elementary.logarithm(.infinity) == .infinity)
        #expect(Elementary.normalProbability(below: -40) == 0)
        #expect(Elementary.normalProbability(below: .infinity) == 1)
        #expect((Elementary.power(0.5, 2.4) - pow(0.5, 2.4)).magnitude < 1e-15)
        #expect(Elementary.power(0, 2.4) == 0)
    }
}
