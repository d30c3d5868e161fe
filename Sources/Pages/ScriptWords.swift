import Phrases

/// The one announcer of every page, with all that the script may say, in the visitor's language.
enum ScriptWords {
    static func markup(in context: PageContext) -> HTML {
        let words = phrases.map { " data-\($0.key)=\"\(context.say.text($0.words))\"" as HTML }
        return """
            <p id="say" role="status" class="sr-only"\(HTML(trusted: words.map(\.text).joined()))></p>
            """
    }

    /// What the script says, by the name it knows it under. `{…}` is filled in by the script.
    private static let phrases: [(key: String, words: String)] = [
        ("writing", "Both answers are being written."),
        ("wait", "Wait until both answers are complete."),
        ("complete", "Both answers are complete: A {a} words, B {b} words."),
        ("vote", "Four vote buttons follow, or press A, T, X or B."),
        ("for-a", "Voting for A."), ("for-tie", "Voting for a tie."),
        ("for-none", "Voting for both bad."), ("for-b", "Voting for B."),
        ("skipping", "Skipping."), ("undo", "Escape takes it back."),
        ("back", "The vote is taken back."), ("slow", "Still waiting."),
        ("ended", "There is nothing to vote on: not both answers arrived."),
        (
            "cut",
            "The server stopped and broke the answers off. This page loads again once it is back."
        ),
        ("lost", "Connection lost. The answers go on being written on the server."),
        ("copied", "{name} copied"), ("stopped", "Both answers were stopped."),
    ]
}
