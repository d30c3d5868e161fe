import Arena
import Phrases

extension Finding {
    /// The finding for any language.
    var saying: Saying {
        switch self {
        case .tooFewModels, .apart, .tooFewVotes: return Saying(phrase: words)
        case .ahead(let name): return "\(name) is ahead of all others."
        case .leads(let name): return "\(name) leads, but not surely against all others."
        case .level(let names, let behind):
            let list = names.map { "\($0)" as Saying }.listed
            return behind.map {
                "\(list) cannot be told apart yet. \($0) is clearly behind them."
            } ?? "\(list) cannot be told apart yet."
        }
    }
}
