/// Which heading elements a reply's headings become: those of a page under which no level is left
/// out, whatever numbers the reply gave them.
struct Outline: Equatable {
    /// The level of the page's heading above the reply, plus one.
    let top: Int
    private var open: [Int] = []

    /// An outline whose first heading is of this level of the page, 3 to 6.
    init(top: Int) {
        self.top = top
    }

    /// The level on the page of the next heading, that the reply calls of level `number`.
    mutating func level(of number: Int) -> Int {
        while let last = open.last, last >= number { open.removeLast() }
        open.append(number)
        return min(top + open.count - 1, 6)
    }
}
