/// One HTTP request as a value.
package struct CurlRequest: Sendable {
    /// The methods this product uses.
    package enum Method: String, Sendable {
        /// Reads.
        case get = "GET"
        /// Sends.
        case post = "POST"
        /// Puts in place.
        case put = "PUT"
        /// Removes.
        case delete = "DELETE"
    }

    /// A header's name and value.
    package struct Header: Sendable, Equatable {
        /// The name.
        package let name: String
        /// The value.
        package let value: String

        /// A header; its bytes are checked before anything is sent.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The method.
    package var method: Method
    /// Where to.
    package var address: WebAddress
    /// Headers besides those HTTP itself needs.
    package var headers: [Header]
    /// The body; sent with ``Method/post`` and ``Method/put`` only.
    package var body: [UInt8]
    /// A key, sent to its own origin only.
    package var credential: CurlCredential?
    /// Times and sizes.
    package var limits: CurlLimits

    /// A request.
    package init(
        _ method: Method = .get, _ address: WebAddress, headers: [Header] = [],
        body: [UInt8] = [], credential: CurlCredential? = nil, limits: CurlLimits = CurlLimits()
    ) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
        self.credential = credential
        self.limits = limits
    }

    /// The header lines as they are sent, key included.
    ///
    /// - Throws: ``CurlFailure/Kind/invalid`` when a name is no token, a value holds a byte below
    ///   0x20 or 0x7F, or the credential belongs to another origin.
    func headerLines() throws(CurlFailure) -> [String] {
        var all = headers
        if let credential {
            guard credential.origin == address.origin else {
                throw CurlFailure(.invalid, "The key belongs to another origin.")
            }
            all.append(Header(credential.name, credential.prefix + credential.secret.exposed))
        }
        var lines: [String] = []
        for header in all {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isNameByte) else {
                throw CurlFailure(.invalid, "A header's name is not a token.")
            }
            guard header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw CurlFailure(.invalid, "The header \(header.name) holds control characters.")
            }
            lines.append(
                header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        return lines
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// A key, the header that carries it, and the one origin it may be sent to.
package struct CurlCredential: Sendable {
    /// The header.
    package let name: String
    /// What stands before the key, as `Bearer `.
    package let prefix: String
    /// The key.
    package let secret: Secret
    /// Scheme, host and port it belongs to.
    package let origin: String

    /// Binds a key to the origin of an address.
    package init(_ secret: Secret, header name: String, prefix: String = "", of owner: WebAddress) {
        self.secret = secret
        self.name = name
        self.prefix = prefix
        origin = owner.origin
    }
}

/// The times and sizes one exchange may take, all kept by the loop itself.
package struct CurlLimits: Sendable, Equatable {
    /// To resolve, connect and shake hands.
    package var connect: Duration
    /// From the start to the first byte of the body.
    package var firstByte: Duration
    /// Between two pieces of the body, while somebody reads it.
    package var stall: Duration
    /// From the start to the end.
    package var total: Duration
    /// For the rest of an answer that nobody reads any more, so that its connection can be kept.
    package var drain: Duration
    /// Bytes of the body.
    package var bodyBytes: Int

    /// The limits, with defaults for a small exchange.
    package init(
        connect: Duration = .seconds(5), firstByte: Duration = .seconds(30),
        stall: Duration = .seconds(30), total: Duration = .seconds(60),
        drain: Duration = .seconds(1), bodyBytes: Int = 16_777_216
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.stall = stall
        self.total = total
        self.drain = drain
        self.bodyBytes = bodyBytes
    }
}
