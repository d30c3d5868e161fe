extension Settings {
    /// Limits on who asks: connections, and requests by kind, of one address (one /64 in IPv6).
    ///
    /// This machine and trusted proxies are not counted as such; whom a proxy names is.
    package struct Traffic: Sendable, Equatable {
        /// Connections in all; a few more are kept for those who ask for the server's health.
        package var connections = 4096
        /// Connections of one address.
        package var connectionsPerAddress = 64
        /// Battles and further turns that one address may begin in a minute.
        package var openingsPerMinute = 60
        /// Votes that one address may send in a minute.
        package var votesPerMinute = 120
        /// Other changes that one address may make in a minute.
        package var changesPerMinute = 240
        /// Pages and documents that one address may read in a minute.
        package var readsPerMinute = 3600

        /// The limits, with their defaults.
        package init() {}

        /// The same with no more connections than so many descriptors leave room for, beside the
        /// database, the upstreams of all replies and those who ask for the server's health.
        package func fitting(descriptors: Int, replies: Int) -> Traffic {
            var fitted = self
            fitted.connections = min(connections, max(16, descriptors - replies - 128))
            return fitted
        }
    }
}
