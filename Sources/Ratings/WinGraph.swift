/// Who took points from whom: the graph that decides which strengths exist.
///
/// Contenders are linked when they have a vote between them. A win, or half of a tie, leads from
/// the winner to the loser. Within a component of links, the maximum of the likelihood is finite
/// just for sets in which every contender reaches every other along wins (Ford 1957).
struct WinGraph {
    /// Component of each contender, numbered in order of its first contender.
    let component: [Int]
    /// Strongly connected set of each contender.
    let circle: [Int]

    /// Reads the graph off pairs with their points. O(contenders + pairs).
    init(count: Int, pairs: some Sequence<PairPoints>) {
        var forest = Forest(count: count)
        var beaten = [[Int]](repeating: [], count: count)
        for pair in pairs {
            forest.join(pair.first, pair.second)
            if pair.firstPoints > 0 { beaten[pair.first].append(pair.second) }
            if pair.secondPoints > 0 { beaten[pair.second].append(pair.first) }
        }
        component = forest.labels()
        var walk = CircleWalk(beaten: beaten)
        circle = walk.circles()
    }
}

/// Disjoint sets, joined by pairs.
private struct Forest {
    private var parent: [Int]

    init(count: Int) {
        parent = Array(0..<count)
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (one, other) = (root(a), root(b))
        parent[max(one, other)] = min(one, other)
    }

    mutating func labels() -> [Int] {
        var label: [Int: Int] = [:]
        return parent.indices.map { place in
            let root = root(place)
            if label[root] == nil { label[root] = label.count }
            return label[root, default: 0]
        }
    }

    private mutating func root(_ start: Int) -> Int {
        var place = start
        while parent[place] != place {
            parent[place] = parent[parent[place]]
            place = parent[place]
        }
        return place
    }
}

/// Tarjan's algorithm with its own stack, so that a chain of any length fits.
private struct CircleWalk {
    private let beaten: [[Int]]
    private var order: [Int]
    private var low: [Int]
    private var circle: [Int]
    private var open: [Int] = []
    private var path: [(place: Int, next: Int)] = []
    private var clock = 0
    private var found = 0

    init(beaten: [[Int]]) {
        self.beaten = beaten
        order = [Int](repeating: -1, count: beaten.count)
        low = order
        circle = order
    }

    mutating func circles() -> [Int] {
        for start in beaten.indices where order[start] < 0 {
            enter(start)
            while let top = path.last { advance(top) }
        }
        return circle
    }

    private mutating func enter(_ place: Int) {
        order[place] = clock
        low[place] = clock
        clock += 1
        open.append(place)
        path.append((place, 0))
    }

    private mutating func advance(_ top: (place: Int, next: Int)) {
        guard top.next < beaten[top.place].count else { return leave(top.place) }
        path[path.count - 1].next += 1
        let target = beaten[top.place][top.next]
        if order[target] < 0 {
            enter(target)
        } else if circle[target] < 0 {
            low[top.place] = min(low[top.place], order[target])
        }
    }

    private mutating func leave(_ place: Int) {
        path.removeLast()
        if let above = path.last { low[above.place] = min(low[above.place], low[place]) }
        guard low[place] == order[place] else { return }
        while let last = open.popLast() {
            circle[last] = found
            if last == place { break }
        }
        found += 1
    }
}
