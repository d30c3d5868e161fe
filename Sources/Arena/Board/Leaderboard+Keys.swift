package import Catalogue
import Foundation
import Ratings

/// What rows are sorted by: a number or a text.
enum BoardKey: Comparable {
    case number(Double)
    case text(String)
}

extension Leaderboard.Row {
    /// What this row has in a column, to sort by; `nil` where it is not known.
    func key(_ column: BoardColumn) -> BoardKey? {
        switch column {
        case .rank: .number(Double(standing.rankLow) + Double(standing.rankHigh) / 1e4)
        case .model: .text(standing.name.lowercased())
        case .rating: .number(standing.rating)
        case .share: standing.averageShare.map(BoardKey.number)
        case .votes: .number(Double(standing.votes))
        case .wins: .number(Double(standing.wins))
        case .losses: .number(Double(standing.losses))
        case .ties: .number(Double(standing.ties))
        case .bothBad: .number(Double(standing.bothBad))
        case .cost: costPerAnswer.map { .number(Double($0.picodollars)) }
        case .firstWord: firstWord.map(BoardKey.number)
        case .speed: measures?.wordsPerSecond.median.map(BoardKey.number)
        case .failures: failureShare.map(BoardKey.number)
        case .tokens: tokensPerAnswer.map(BoardKey.number)
        case .lastVote: lastVote.map { .number($0.timeIntervalSince1970) }
        case .context:
            facts[.context].flatMap { text in
                Double(text.filter { $0.isASCII && $0.isNumber }).map(BoardKey.number)
            }
        case .price, .licence, .maker, .released: facts[column].map { .text($0.lowercased()) }
        }
    }

    /// Mean cost of the answers that have a price, cut to whole units; `nil` where none has.
    package var costPerAnswer: Money? {
        guard let measures, let cost = measures.cost, measures.pricedAnswers > 0 else { return nil }
        return Money(picodollars: cost.picodollars / Int64(measures.pricedAnswers))
    }

    /// Median seconds to the first word.
    package var firstWord: Double? { measures?.firstText.median }

    /// Share of calls that gave no whole answer, 0 to 1.
    package var failureShare: Double? {
        measures.flatMap { $0.calls > 0 ? Double($0.failures) / Double($0.calls) : nil }
    }

    /// Mean tokens written for an answer, of answers that tell them.
    package var tokensPerAnswer: Double? {
        measures?.tokens.flatMap {
            $0.answers > 0 ? Double($0.output) / Double($0.answers) : nil
        }
    }
}
