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
    /// The address of whoever asks, seen through trusted proxies; `nil` where there is none.
    package var client: NetworkAddress?
    /// Whether the browser reached the arena by TLS.
    package var isSecure = false
    /// The connection, to be told when it closes.
    let channel: any Channel

    /// A context for a request that has just come in.
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        voter = nil
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// Where a request comes from, for counting tries: one address, or one /64 in IPv6.
    var place: String { client.map { "\($0.prefix)" } ?? peer ?? "" }

    /// Bodies larger than this are refused before they are read.
    package var maxUploadSize: Int { BodyMeter.limit }
}
