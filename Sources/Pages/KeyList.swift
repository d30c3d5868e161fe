import Phrases

/// The list of keys, opened by `?`.
enum KeyList {
    static func markup(in context: PageContext) -> HTML {
        """
        <dialog id="keys" aria-labelledby="keys-h">
        <form method="dialog">
        <h2 id="keys-h">\(context.say("Keys"))</h2>
        <dl>
        \(keys.map { "<div><dt><kbd>\($0)</kbd></dt><dd>\(context.say($1))</dd></div>" })
        </dl>
        <button>\(context.say("Close"))</button>
        </form>
        </dialog>
        """
    }

    private static let keys = [
        ("A", "A is better"), ("T", "tie"), ("X", "both bad"), ("B", "B is better"),
        ("S", "skip without a vote"),
        ("Esc", "take the vote back, for one second; stop both while they write"),
        ("R", "ask a failed side again"), ("N", "new battle, after the reveal"), ("/", "write"),
        ("[ ]", "go to answer A or B"), ("C", "copy the answer you are in"), ("?", "this list"),
    ]
}
