/// The amber lines that stand on every page while practice guides answer.
enum PracticeBanner {
    static let markup: HTML = """
        <aside class="practice" aria-label="Practice">
        <details>
        <summary>\(Symbol.warning)<span><strong>Practice.</strong> No language model is connected \
        yet, so two built-in guides answer.</span></summary>
        <p>They are small programs that search this arena’s own manual. They are not language \
        models. Practice votes have their own board and never enter the real ratings. \
        <a href="/methodology#connect">Connect a model</a></p>
        </details>
        </aside>
        """
}
