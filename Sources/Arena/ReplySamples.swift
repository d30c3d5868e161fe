import Catalogue

/// All replies of one contender, counted and sorted.
struct ReplySamples: Sendable, Equatable {
    private(set) var calls = 0
    private(set) var faults: [ReplyFault.Kind: Int] = [:]
    private(set) var filtered = 0
    private(set) var cutOff = 0
    private(set) var answers = 0
    private(set) var firstText: Distribution
    private(set) var tokensPerSecond: Distribution
    private(set) var wordsPerSecond: Distribution
    private(set) var wholeAnswer: Distribution
    private(set) var tokens: TokenSums?
    private(set) var words = 0
    private(set) var cost = CostSum()

    /// The replies of one contender. One that the arena itself gave up tells nothing of it.
    init(_ measurements: [ReplyMeasurement]) {
        let complete = measurements.filter(\.isComplete)
        firstText = Distribution(complete.compactMap { $0.timing?.firstText })
        tokensPerSecond = Distribution(complete.compactMap(\.tokensPerSecond))
        wordsPerSecond = Distribution(complete.compactMap(\.wordsPerSecond))
        wholeAnswer = Distribution(complete.compactMap { $0.timing?.total })
        answers = complete.count
        for fault in measurements.compactMap(\.fault) where fault != .cancelled {
            faults[fault, default: 0] += 1
        }
        calls = answers + faults.values.reduce(0, +)
        for reply in complete { count(reply) }
    }

    /// The replies of two contenders as if they were one's.
    func joined(with other: ReplySamples) -> ReplySamples {
        var sum = self
        sum.calls += other.calls
        sum.faults.merge(other.faults, uniquingKeysWith: +)
        sum.filtered += other.filtered
        sum.cutOff += other.cutOff
        sum.answers += other.answers
        sum.firstText = Distribution(firstText.values + other.firstText.values)
        sum.tokensPerSecond = Distribution(tokensPerSecond.values + other.tokensPerSecond.values)
        sum.wordsPerSecond = Distribution(wordsPerSecond.values + other.wordsPerSecond.values)
        sum.wholeAnswer = Distribution(wholeAnswer.values + other.wholeAnswer.values)
        if let theirs = other.tokens { sum.tokens = tokens.map { $0.adding(theirs) } ?? theirs }
        sum.words += other.words
        sum.cost.add(other.cost)
        return sum
    }

    private mutating func count(_ reply: ReplyMeasurement) {
        if reply.finish == .length { cutOff += 1 }
        if reply.finish == .filtered { filtered += 1 }
        words += reply.words
        cost.add(reply.cost)
        guard let usage = reply.usage else { return }
        let mine = TokenSums(
            answers: 1, input: usage.input, output: usage.output, reasoning: usage.reasoning)
        tokens = tokens.map { $0.adding(mine) } ?? mine
    }
}

extension TokenSums {
    /// Both sums together; a count beyond what a provider can mean stays at the largest number.
    func adding(_ other: TokenSums) -> TokenSums {
        TokenSums(
            answers: answers + other.answers, input: input.addingUpTo(other.input),
            output: output.addingUpTo(other.output),
            reasoning: reasoning.map { $0.addingUpTo(other.reasoning ?? 0) } ?? other.reasoning)
    }
}

extension Int {
    /// The sum, or the largest number where it would pass it: counts come from strangers.
    func addingUpTo(_ other: Int) -> Int {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? .max : sum
    }
}

/// Exact costs added up.
struct CostSum: Sendable, Equatable {
    /// How many costs went in.
    private(set) var count = 0
    private var picodollars: Int64 = 0
    private var isTooLarge = false

    /// The sum; `nil` without a cost, or where it passes the range of ``Money``.
    var sum: Money? {
        count > 0 && !isTooLarge ? Money(picodollars: picodollars) : nil
    }

    mutating func add(_ cost: Money?) {
        guard let cost else { return }
        count += 1
        add(cost.picodollars)
    }

    mutating func add(_ other: CostSum) {
        count += other.count
        add(other.picodollars)
        isTooLarge = isTooLarge || other.isTooLarge
    }

    private mutating func add(_ more: Int64) {
        let (sum, overflow) = picodollars.addingReportingOverflow(more)
        if overflow { isTooLarge = true } else { picodollars = sum }
    }
}
