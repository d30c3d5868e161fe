/// One of the two models of a pair.
package enum PairSide: String, Sendable, Hashable, CaseIterable {
    case a, b

    /// The one opposite.
    package var other: PairSide { self == .a ? .b : .a }
}

/// One thing for each model of a pair.
package struct Sides<Value> {
    /// The first model's.
    package var a: Value
    /// The second model's.
    package var b: Value

    /// Two things.
    package init(a: Value, b: Value) {
        self.a = a
        self.b = b
    }

    /// One thing made for each side.
    package init(_ make: (PairSide) -> Value) {
        self.init(a: make(.a), b: make(.b))
    }

    /// The thing of one side.
    package subscript(side: PairSide) -> Value {
        get { side == .a ? a : b }
        set { if side == .a { a = newValue } else { b = newValue } }
    }

    /// The same with the sides exchanged.
    package var swapped: Sides { Sides(a: b, b: a) }

    /// Both, changed.
    package func map<Other>(_ change: (Value) -> Other) -> Sides<Other> {
        Sides<Other>(a: change(a), b: change(b))
    }

    /// Both, where neither is missing.
    package func both<Wrapped>() -> Sides<Wrapped>? where Value == Wrapped? {
        guard let a, let b else { return nil }
        return Sides<Wrapped>(a: a, b: b)
    }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}

extension Sides where Value: Comparable {
    /// The side with the greater value; `nil` when they are equal.
    package var greater: PairSide? { a == b ? nil : a > b ? .a : .b }
}
