extension Observation {
    /// The step the value was rounded to, in millionths of its unit; 0 where it is exact.
    var step: Int64 { precision?.millionths ?? 0 }

    /// Whether both can be true: the same value, or numbers no farther apart than their rounding
    /// allows, or dates that may mean the same day.
    ///
    /// `not published` and `does not apply` agree only with themselves.
    package func agrees(with other: Observation) -> Bool {
        if value == other.value { return true }
        if case .date(let one) = value, case .date(let two) = other.value {
            return !one.isSurelyBefore(two) && !two.isSurelyBefore(one)
        }
        guard let one = value.magnitude, let two = other.value.magnitude else { return false }
        // Half a step either way; both sides doubled to stay whole.
        let (distance, overflow) = one.subtractingReportingOverflow(two)
        let (doubled, again) = distance.magnitude.multipliedReportingOverflow(by: 2)
        guard !overflow, !again else { return false }
        return doubled <= UInt64(clamping: step) + UInt64(clamping: other.step)
    }

    /// How far apart two numbers are, as a share of the larger beyond what their rounding explains;
    /// `nil` where one is no number.
    func gap(to other: Observation) -> Double? {
        guard let one = value.magnitude, let two = other.value.magnitude else { return nil }
        let larger = max(one.magnitude, two.magnitude)
        guard larger > 0 else { return 0 }
        return agrees(with: other) ? 0 : abs(Double(one) - Double(two)) / Double(larger)
    }
}

extension FactValue {
    /// A number's size in millionths of its unit (for money: of a dollar), cut, not rounded;
    /// `nil` for other values and for counts beyond 9.2 × 10¹².
    var magnitude: Int64? {
        switch self {
        case .count(let count):
            let (value, overflow) = Int64(count).multipliedReportingOverflow(by: 1_000_000)
            return overflow ? nil : value
        case .number(let number): return number.millionths
        case .money(let money): return money.picodollars / 1_000_000
        default: return nil
        }
    }
}
