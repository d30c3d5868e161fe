import Arena
import Phrases

/// Why somebody votes as he does: boxes to tick for each answer, and a line of his own.
enum ReasonForm {
    /// The fields, folded away; part of the form that casts the vote.
    static func fields(in context: PageContext) -> HTML {
        """
        <details class="reasons">
        <summary>\(context.say("Say why (optional, before you see who they are)"))</summary>
        \(boxes(in: context))
        </details>
        """
    }

    /// A form of its own, for reasons given after the reveal; what was said before stands above it.
    static func later(
        of battle: BlindBattle, said remarks: [Remark], names: Sides<String>,
        in context: PageContext
    ) -> HTML {
        """
        \(remarks.map { said($0, names: names, in: context) })
        \(open(battle, in: context), when: !remarks.contains { $0.stage == .after })
        """
    }

    private static func open(_ battle: BlindBattle, in context: PageContext) -> HTML {
        """
        <details class="reasons">
        <summary>\(context.say("Say why (kept apart: you know the names now)"))</summary>
        <form method="post" action="/b/\(battle.id.text)/reasons">
        \(context.tokenField)
        \(boxes(in: context))
        <button>\(context.say("Keep these reasons"))</button>
        </form>
        </details>
        """
    }

    private static func boxes(in context: PageContext) -> HTML {
        """
        <div class="pairs">
        \(Side.allCases.map { group($0, in: context) })
        </div>
        <label for="comment">\(context.say("In your own words, up to 500 characters"))</label>
        <input id="comment" name="comment" maxlength="500" autocomplete="off" dir="auto">
        """
    }

    private static func group(_ side: Side, in context: PageContext) -> HTML {
        """
        <fieldset>
        <legend>\(Symbol.mark(side)) \(context.say("Answer {side}", ["side": "\(side.letter)"]))\
        </legend>
        \(Remark.Reason.allCases.map { reason in
            """
            <label><input type="checkbox" name="reason-\(side.rawValue)-\(reason.rawValue)" \
            value="1"><span>\(context.say(reason.words))</span></label>
            """
        })
        </fieldset>
        """
    }

    private static func said(
        _ remark: Remark, names: Sides<String>, in context: PageContext
    ) -> HTML {
        let words = Side.allCases.compactMap { side -> HTML? in
            let reasons = Remark.Reason.allCases.filter(remark.reasons[side].contains)
            guard !reasons.isEmpty else { return nil }
            let list = reasons.map { context.say.text($0.words) }.joined(separator: ", ")
            return "<p><bdi>\(names[side])</bdi>: \(list)</p>"
        }
        let stage =
            remark.stage == .before
            ? "You said before you knew the names:" : "You said after you knew the names:"
        return """
            <div class="said"><p class="fine">\(context.say(stage))</p>
            \(words)
            \(comment(remark), when: !remark.comment.isEmpty)</div>
            """
    }

    private static func comment(_ remark: Remark) -> HTML {
        "<p dir=\"auto\">“\(remark.comment)”</p>"
    }
}

extension Remark.Reason {
    /// The word people read.
    fileprivate var words: String {
        switch self {
        case .correct: "correct"
        case .complete: "complete"
        case .clear: "clear"
        case .toThePoint: "to the point"
        case .creative: "creative"
        case .followedInstructions: "followed instructions"
        case .wrong: "wrong"
        case .shallow: "shallow"
        case .ignoredInstructions: "ignored instructions"
        case .tooLong: "too long"
        case .refused: "refused"
        case .unsafe: "unsafe"
        }
    }
}
