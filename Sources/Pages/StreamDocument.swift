package import Arena
import Phrases

/// One side's answer as a document that is sent while it is written, for a frame in a browser
/// without script: one head, any number of texts, one tail.
package struct StreamDocument: Equatable, Sendable {
    /// Which answer.
    package let side: Side
    /// What the page around it is shown in.
    package let context: PageContext

    /// The document of one side.
    package init(side: Side, context: PageContext) {
        self.side = side
        self.context = context
    }

    /// The beginning, sent at once.
    package var head: HTML {
        """
        <!DOCTYPE html>
        \(Layout.root(in: context))
        <head>
        <meta charset="utf-8">
        <meta name="color-scheme" content="light dark">
        <title>\(context.say("Answer {side}", part))</title>
        <link rel="stylesheet" href="\(Layout.stylesheet)">
        \(Layout.replyStylesheet)
        </head>
        <body class="frame">
        <main class="text\(" plain", when: context.preferences.isPlain)" dir="auto">
        """
    }

    /// The end, which tells how the answer ended.
    package func tail(_ state: ReplyState) -> HTML {
        """
        </main>
        <p class="note">\(context.say(words(for: state), part))</p>
        </body>
        </html>

        """
    }

    private var part: [String: HTML] { ["side": "\(side.letter)"] }

    private func words(for state: ReplyState) -> String {
        switch state {
        case .writing: "This answer goes on; load the page again."
        case .complete: "Answer {side} is complete."
        case .failed: "This answer did not arrive whole."
        }
    }
}
