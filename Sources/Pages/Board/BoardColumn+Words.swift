import Arena
import Catalogue
import Charts
import Foundation
import Phrases

extension BoardColumn {
    /// What stands over the column, in English.
    var words: String {
        switch self {
        case .rank: "Rank"
        case .model: "Model"
        case .rating: "Rating"
        case .votes: "Votes"
        case .share: "Average share"
        case .cost: "Cost an answer"
        case .firstWord: "First word"
        case .failures: "Failed replies"
        case .speed: "Words a second"
        case .tokens: "Tokens an answer"
        case .wins: "Won"
        case .losses: "Lost"
        case .ties: "Ties"
        case .bothBad: "Both bad"
        case .price: "Price in / out"
        case .context: "Context"
        case .licence: "Licence"
        case .maker: "Maker"
        case .released: "Released"
        case .lastVote: "Last vote"
        }
    }

    /// Whether its cells hold words, not numbers.
    var isText: Bool {
        [.model, .price, .licence, .maker, .released, .context, .lastVote].contains(self)
    }

    /// What a row says in this column; `–` where it is not known. Numbers as English writes them.
    func text(_ row: Leaderboard.Row, in board: Leaderboard) -> String {
        let standing = row.standing
        switch self {
        case .rank: return board.hasPlace(row) ? standing.rankText : "–"
        case .model: return standing.name
        case .rating: return NumberFormat.rating(standing.rating)
        case .votes: return NumberFormat.whole(Double(standing.votes))
        case .wins: return NumberFormat.whole(Double(standing.wins))
        case .losses: return NumberFormat.whole(Double(standing.losses))
        case .ties: return NumberFormat.whole(Double(standing.ties))
        case .bothBad: return NumberFormat.whole(Double(standing.bothBad))
        case .share: return standing.averageShare.map(NumberFormat.percent) ?? "–"
        case .lastVote: return row.lastVote?.minuteText ?? "–"
        case .price, .context, .licence, .maker, .released: return row.facts[self] ?? "–"
        case .cost, .firstWord, .failures, .speed, .tokens: return measured(row) ?? "–"
        }
    }

    private func measured(_ row: Leaderboard.Row) -> String? {
        switch self {
        case .cost: row.costPerAnswer?.words
        case .firstWord:
            row.firstWord.map { NumberFormat.significant($0, digits: 2) + " s" }
        case .failures:
            row.failureShare.map { share in
                share > 0 && share < 0.005 ? "<1%" : NumberFormat.percent(share)
            }
        case .speed:
            row.measures?.wordsPerSecond.median.map {
                NumberFormat.significant($0, digits: 2)
            }
        case .tokens: row.tokensPerAnswer.map(NumberFormat.whole)
        default: nil
        }
    }

    /// The exact value for a program; empty where it is not known.
    func exact(_ row: Leaderboard.Row, in board: Leaderboard) -> String {
        let number = { (value: Double?) in value.map { "\($0)" } ?? "" }
        switch self {
        case .rating: return number(row.standing.rating)
        case .share: return number(row.standing.averageShare)
        case .cost: return row.costPerAnswer?.description ?? ""
        case .firstWord: return number(row.firstWord)
        case .failures: return number(row.failureShare)
        case .speed: return number(row.measures?.wordsPerSecond.median)
        case .tokens: return number(row.tokensPerAnswer)
        case .votes: return String(row.standing.votes)
        case .wins: return String(row.standing.wins)
        case .losses: return String(row.standing.losses)
        case .ties: return String(row.standing.ties)
        case .bothBad: return String(row.standing.bothBad)
        case .lastVote: return row.lastVote?.machineText ?? ""
        case .rank, .model, .price, .context, .licence, .maker, .released:
            let words = text(row, in: board)
            return words == "–" ? "" : words
        }
    }
}
