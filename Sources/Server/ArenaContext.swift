package import Arena
package import Hummingbird
import Logging
import NIOCore

/// What a request carries through the routes besides itself.
package struct ArenaContext: RequestContext {
    /// Hummingbird's own part.
    package var coreContext: CoreRequestContextStorage
    /// Who is asking, as the signed cookie says; `nil` for a new visitor.
    package var voter: VoterID?
    /// The address that the request came from, as numbers; `nil` where there is none.
    package let peer: String?

    /// A context for a request that has just come in.
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        voter = nil
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// Bodies larger than this are refused before they are read.
    package var maxUploadSize: Int { 4 * Prompt.byteLimit }
}
