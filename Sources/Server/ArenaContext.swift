package import Arena
package import Hummingbird
import Logging

/// What a request carries through the routes besides itself.
package struct ArenaContext: RequestContext {
    /// Hummingbird's own part.
    package var coreContext: CoreRequestContextStorage
    /// Who is asking, as the signed cookie says; `nil` for a new visitor.
    package var voter: VoterID?

    /// A context for a request that has just come in.
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        voter = nil
    }

    /// Bodies larger than this are refused before they are read.
    package var maxUploadSize: Int { 4 * Prompt.byteLimit }
}
