import Catalogue

/// Questions that can be answered, each in at most two sentences (B23).
package struct Questions: Sendable, Hashable {
    /// The questions with their answers.
    package let all: [Question]
    /// The block as it is shown.
    package let section: Section

    init(_ blocks: AnswerSources) {
        let all = blocks.questions
        self.all = all
        section = Section(
            .questions, "Questions", lists: all.map { SentenceList($0.question, [$0.answer]) })
    }
}

/// A question with its answer.
package struct Question: Sendable, Hashable {
    /// The question.
    package let question: Sentence
    /// The answer, which ends with the day it stands for.
    package let answer: Sentence

    init(_ question: Sentence, _ answer: Sentence, asOf: CalendarDate?, _ basis: Basis?) {
        self.question = question
        guard let asOf else {
            self.answer = answer
            return
        }
        let date = Figure(asOf.description, .stated, of: basis.map { [$0] } ?? [])
        self.answer = answer.ending(", as of \(date).")
    }
}

extension Sentence {
    /// The sentence with another end in place of its full stop.
    func ending(_ end: Sentence) -> Sentence {
        "\(withoutStop ?? self)\(end)"
    }
}
