/// Why an HTTP exchange came to nothing: a small closed set over libcurl's hundred codes.
package struct CurlFailure: Error, Equatable, Sendable {
    /// The closed set.
    package enum Kind: Equatable, Sendable {
        /// The request was not sent: its address, a header or its credential is not in order.
        case invalid
        /// No connection: refused, unresolved, unroutable.
        case unreachable
        /// The certificate or the TLS handshake was not accepted.
        case insecure
        /// No connection in time.
        case connectTimeout
        /// No first byte of the body in time.
        case firstByteTimeout
        /// The body paused for too long.
        case stalled
        /// The whole exchange took too long.
        case totalTimeout
        /// What came is not HTTP.
        case malformed
        /// The connection ended before the body did.
        case brokeOff
        /// The head or the body is longer than allowed.
        case tooLarge
        /// The waiting task was cancelled, or the loop was stopped.
        case cancelled
    }

    /// Which of the set.
    package let kind: Kind
    /// libcurl's or our own words; no header and no body is ever in them.
    package let detail: String

    /// A failure.
    package init(_ kind: Kind, _ detail: String = "") {
        self.kind = kind
        self.detail = detail
    }
}
