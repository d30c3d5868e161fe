/// A page: a value that is turned into one HTML document, the same for the same value.
package protocol Page: Sendable {
    /// What the browser's tab says, without the name of the arena.
    func title(in context: PageContext) -> String
    /// What stands in the head besides the common lines.
    var head: HTML { get }
    /// What search engines and other sites show beside a link to it; `nil` for what they show of
    /// any page, which is all they may of a battle.
    func preview(in context: PageContext) -> SocialPreview?
    /// Where this page is read, when it may also be the answer to a form sent elsewhere.
    var home: String? { get }
    /// What stands between the navigation and the foot; holds the one `<h1>`.
    func main(in context: PageContext) -> HTML
}

extension Page {
    /// Nothing besides the common lines.
    package var head: HTML { .empty }

    /// The same as of any page.
    package func preview(in context: PageContext) -> SocialPreview? { nil }

    /// The address that was asked for.
    package var home: String? { nil }

    /// The whole document.
    package func document(in context: PageContext) -> HTML {
        var context = context
        context.path = home ?? context.path
        return Layout(context: context).document(of: self)
    }
}
