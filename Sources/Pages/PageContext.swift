package import Arena
package import Phrases

package import struct Foundation.Date

/// What every page needs besides its own value; it names no contender.
package struct PageContext: Equatable, Sendable {
    /// Which ratings stand now.
    package struct Stamp: Equatable, Sendable {
        /// The snapshot's name.
        package var id: String
        /// When it was computed.
        package var asOf: Date

        /// A snapshot's name and time.
        package init(_ snapshot: Snapshot) {
            id = snapshot.id
            asOf = snapshot.asOf
        }
    }

    /// What the visitor chose.
    package var preferences: Preferences
    /// Whether practice guides are in play; puts the banner on the page.
    package var isPractice: Bool
    /// The program's version.
    package var version: String
    /// The token every form sends back.
    package var token: String
    /// The path of this page, to mark it in the navigation and to come back to it.
    package var path: String
    /// The ratings, once there are some.
    package var stamp: Stamp?
    /// The words of the pages, in the visitor's language.
    package var say: Phrasebook
    /// Scheme and host of this arena, for full addresses.
    package var origin: String
    /// Whether the visitor may open battles and vote; puts a banner on the page where not.
    package var canVote = true
    /// The categories a board can be of.
    package var categories = Category.allCases
    /// Which languages the visitor may choose from.
    package var languages: [Language]

    /// A context from its parts.
    package init(
        preferences: Preferences = Preferences(), isPractice: Bool, version: String,
        token: String, path: String, stamp: Stamp? = nil, say: Phrasebook = .english,
        languages: [Language] = [.english], origin: String = ""
    ) {
        self.preferences = preferences
        self.isPractice = isPractice
        self.version = version
        self.token = token
        self.path = path
        self.stamp = stamp
        self.say = say
        self.languages = languages
        self.origin = origin
    }

    /// The hidden field that carries the token.
    var tokenField: HTML {
        "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
    }
}
