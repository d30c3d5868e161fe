/// `/privacy`: what is kept, where it goes, as built.
package struct PrivacyPage: Page {
    /// The page.
    package init() {}

    /// The tab's title.
    package func title(in context: PageContext) -> String { "Privacy" }

    /// The text.
    package func main(in context: PageContext) -> HTML {
        """
        <article class="prose">
        <h1>Privacy</h1>
        <h2>What is kept</h2>
        <p>This server stores every prompt, both answers, which models wrote them, your vote, and \
        the times of each. Whoever runs this arena can read all of it. There are no accounts: a \
        random number in a cookie makes your browser one voter, so that a battle is yours and is \
        voted on once.</p>
        <h2>Where it goes</h2>
        <p>A prompt is sent to the providers that serve the two models of the battle, and to \
        nobody else. They see this server, not your address. What they keep is up to them. Nothing \
        on these pages is loaded from another site.</p>
        <h2>In your browser</h2>
        <dl>
        <dt>Cookie <code>arena_voter</code></dt>
        <dd>The random number above, signed.</dd>
        <dt>Cookie <code>arena_prefs</code></dt>
        <dd>Colours and keyboard shortcuts, once you have chosen some.</dd>
        <dt>Session storage</dt>
        <dd>The text you are writing, until it is sent or the tab is closed.</dd>
        </dl>
        <p>Delete the cookies and this browser is a new voter; its old battles can then no longer \
        be opened from it.</p>
        </article>
        """
    }
}
