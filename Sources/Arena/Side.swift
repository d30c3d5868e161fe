/// Where a contender's reply stands on the page.
package enum Side: String, Sendable, Codable, CaseIterable {
    /// The first in reading order.
    case a
    /// The second in reading order.
    case b

    /// The opposite side.
    package var other: Side { self == .a ? .b : .a }
}

/// One value for each side.
package struct Sides<Value> {
    /// Side a's value.
    package var a: Value
    /// Side b's value.
    package var b: Value

    /// Two values, in order.
    package init(a: Value, b: Value) {
        self.a = a
        self.b = b
    }

    /// The value of one side.
    package subscript(side: Side) -> Value {
        get { side == .a ? a : b }
        set { if side == .a { a = newValue } else { b = newValue } }
    }

    /// Both values changed by the same function.
    package func map<Other, Failure: Error>(
        _ change: (Value) throws(Failure) -> Other
    ) throws(Failure) -> Sides<Other> {
        Sides<Other>(a: try change(a), b: try change(b))
    }

    /// Whether both values pass.
    package func both(_ passes: (Value) -> Bool) -> Bool { passes(a) && passes(b) }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Codable where Value: Codable {}
