package import Arena

package import struct Foundation.Date

/// `/admin/people`: invitations, and the browsers that administer.
package struct PeoplePage: AdminPage {
    /// Where it belongs.
    package let section: AdminSection? = .people
    /// What it is called.
    package let heading = "People"
    private let invitations: [Invitation]
    private let sessions: [AdminSession]
    private let own: Int64
    private let access: Access
    private let now: Date
    private let link: String?
    private let problem: String?

    /// Who may come in.
    ///
    /// - Parameters:
    ///   - own: the number of the session that looks at the page.
    ///   - link: the link that was just made; it is shown this once.
    ///   - problem: why an invitation was not made.
    package init(
        invitations: [Invitation], sessions: [AdminSession], own: Int64, access: Access, now: Date,
        link: String? = nil, problem: String? = nil
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
            <div class="adminresult" role="status"><p>The link, shown this once:</p>
            <p><code>\(link)</code></p></div>
            """
        })
        <p>Who may vote: <strong>\(access.description)</strong>. \(sentence)</p>
        <h2>Invitations</h2>
        \(AdminTable(
            caption: "Invitations",
            columns: ["No.", "For", "Made", "Expires", "Joined", "State", "Change"],
            rows: invitations.map(cells), empty: "There is none yet.").markup)
        <h2>Make a link</h2>
        \(problem.map { "<p class=\"error\">\($0)</p>" as HTML })
        <form class="adminform" method="get" action="/admin/people/invite">
        \(AdminWords.field("name", "For whom", "", kind: " required maxlength=\"80\""))
        \(AdminWords.field("days", "Days it lets people in (1 to 366)", "14", kind: " size=\"4\""))
        \(AdminWords.field("uses", "Browsers it lets in (1 to 10,000)", "1", kind: " size=\"6\""))
        <button class="primary">Make a link</button>
        </form>
        <h2>Administrators’ browsers</h2>
        \(AdminTable(
            caption: "Open sessions", columns: ["No.", "Name", "Since", "Until", "Change"],
            rows: sessions.map { cells($0, in: context) }).markup)
        """
    }

    private var sentence: String {
        switch access {
        case .everyone: "Anyone may; invitations matter once access is set to invited."
        case .invited: "A browser that opened one of the links below."
        case .named: "Whom the proxy names; invitations have no effect."
        }
    }

    private func cells(_ invitation: Invitation) -> [HTML] {
        let isRevoked = invitation.revokedAt != nil
        let state =
            switch invitation.admission(at: now) {
            case .open, .unknown: "open"
            case .expired: "expired; who joined may vote"
            case .usedUp: "used up; who joined may vote"
            case .revoked: "revoked; who joined may not vote"
            }
        return [
            "\(invitation.number.description)", "<bdi>\(invitation.name)</bdi>",
            invitation.madeAt.markup, invitation.expiresAt.markup,
            "\(invitation.joined) of \(invitation.uses)", "\(state)",
            """
            <a class="button" href="/admin/people/\(invitation.number.description)?revoked=\
            \(isRevoked ? "no" : "yes")">\(isRevoked ? "Restore" : "Revoke")\
            <span class="sr-only"> \(invitation.name)</span></a>
            """,
        ]
    }

    private func cells(_ session: AdminSession, in context: PageContext) -> [HTML] {
        [
            "\(session.number.description)",
            "<bdi>\(session.name)</bdi>\(" (this browser)", when: session.number == own)",
            session.openedAt.markup, session.expiresAt.markup,
            session.number == own
                ? ""
                : """
                <a class="button" href="/admin/people/session/\(session.number.description)">End\
                <span class="sr-only"> session \(session.number.description)</span></a>
                """,
        ]
    }
}
