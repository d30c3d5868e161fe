package import Arena
package import Phrases

package import struct Foundation.Date

/// `/admin/people`: invitations, and the browsers that administer.
package struct PeoplePage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .people
    /// What it is called.
    package let heading: Saying = "People"
    private let invitations: [Invitation]
    private let sessions: [AdminSession]
    private let own: Int64
    private let access: Access
    private let now: Date
    private let link: String?
    private let problem: Saying?

    /// Who may come in.
    ///
    /// - Parameters:
    ///   - own: the number of the session that looks at the page.
    ///   - link: the link that was just made; it is shown this once.
    ///   - problem: why an invitation was not made.
    package init(
        invitations: [Invitation], sessions: [AdminSession], own: Int64, access: Access, now: Date,
        link: String? = nil, problem: Saying? = nil
    ) {
        self.invitations = invitations
        self.sessions = sessions
        self.own = own
        self.access = access
        self.now = now
        self.link = link
        self.problem = problem
    }

    /// Both lists and a form.
    package func content(in context: PageContext) -> HTML {
        """
        \(link.map { link in
            """
            <div class="adminresult" role="status"><p>\(context.say("The link, shown this once:"))</p>
            <p><code>\(link)</code></p></div>
            """
        })
        <p>\(context.say("Who may vote: {access}.", ["access": "<strong>\(context.say.text(access.saying))</strong>"]))\
         \(context.say(sentence))</p>
        <h2>\(context.say("Invitations"))</h2>
        \(AdminTable(
            caption: "Invitations",
            columns: ["No.", "For", "Made", "Expires", "Joined", "State", "Change"],
            rows: invitations.map { cells($0, in: context) }, empty: "There is none yet."
        ).markup(in: context))
        <h2>\(context.say("Make a link"))</h2>
        \(problem.map { "<p class=\"error\"\(context.say.mark($0))>\(context.say.text($0))</p>" as HTML })
        <form class="adminform" method="get" action="/admin/people/invite">
        \(context.field("name", "For whom", "", kind: " required maxlength=\"80\""))
        \(context.field("days", "Days it lets people in (1 to 366)", "14", kind: " size=\"4\""))
        \(context.field("uses", "Browsers it lets in (1 to 10,000)", "1", kind: " size=\"6\""))
        <button class="primary">\(context.say("Make a link"))</button>
        </form>
        <h2>\(context.say("Administrators’ browsers"))</h2>
        \(AdminTable(
            caption: "Open sessions", columns: ["No.", "Name", "Since", "Until", "Change"],
            rows: sessions.map { cells($0, in: context) }
        ).markup(in: context))
        """
    }

    private var sentence: String {
        switch access {
        case .everyone: "Anyone may; invitations matter once access is set to invited."
        case .invited: "A browser that opened one of the links below."
        case .named: "Whom the proxy names; invitations have no effect."
        }
    }

    private func cells(_ invitation: Invitation, in context: PageContext) -> [HTML] {
        let say = context.say
        let isRevoked = invitation.revokedAt != nil
        let state =
            switch invitation.admission(at: now) {
            case .open, .unknown: "valid"
            case .expired: "expired; who joined may vote"
            case .usedUp: "used up; who joined may vote"
            case .revoked: "revoked; who joined may not vote"
            }
        return [
            "\(invitation.number.description)", "<bdi>\(invitation.name)</bdi>",
            invitation.madeAt.markup, invitation.expiresAt.markup,
            say("{n} of {needed}", ["n": "\(invitation.joined)", "needed": "\(invitation.uses)"]),
            say(state),
            """
            <a class="button" href="/admin/people/\(invitation.number.description)?revoked=\
            \(isRevoked ? "no" : "yes")">\(say(isRevoked ? "Restore" : "Revoke"))\
            <span class="sr-only"> \(invitation.name)</span></a>
            """,
        ]
    }

    private func cells(_ session: AdminSession, in context: PageContext) -> [HTML] {
        let say = context.say
        let number = session.number.description
        return [
            "\(session.number.description)",
            "<bdi>\(session.name)</bdi>\(say(" (this browser)"), when: session.number == own)",
            session.openedAt.markup, session.expiresAt.markup,
            session.number == own
                ? ""
                : """
                <a class="button" href="/admin/people/session/\(number)">\(say("End"))\
                <span class="sr-only"> \(say("session {n}", ["n": "\(number)"]))</span></a>
                """,
        ]
    }
}

extension Access {
    /// Who may vote, in words.
    var saying: Saying {
        switch self {
        case .everyone: "public"
        case .invited: "invited"
        case .named(let header): "header:\(header)"
        }
    }
}
