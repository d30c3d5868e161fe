import Phrases

extension Saying {
    /// `1 vote`, `1,800 votes`.
    static func votes(_ count: Int) -> Saying {
        let number = NumberFormat.whole(Double(count))
        return count == 1 ? "\(figure: number) vote" : "\(figure: number) votes"
    }

    /// `1 answer`, `1,204 answers`.
    static func answers(_ count: Int) -> Saying {
        let number = NumberFormat.whole(Double(count))
        return count == 1 ? "\(figure: number) answer" : "\(figure: number) answers"
    }
}
