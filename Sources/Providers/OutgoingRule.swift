package import Arena

/// Which addresses a connection may be opened to, decided from how its host was written.
///
/// It is asked with the very address that the socket is about to connect to, so that no spelling
/// of a host and no name server can lead anywhere else.
package struct OutgoingRule: Sendable, Equatable {
    private enum Reach: Sendable, Equatable {
        case exactly(NetworkAddress)
        case thisMachine
        case publicNetwork
        case anywhere
    }

    private let reach: Reach

    /// The rule of an address: numbers lead to exactly those numbers, `localhost` to this machine,
    /// any other name to the public network alone unless more was allowed.
    package init(for address: WebAddress) {
        if let numbers = NetworkAddress(address.host) {
            reach = .exactly(numbers)
        } else if address.host == "localhost" {
            reach = .thisMachine
        } else {
            reach = address.allowsPrivate ? .anywhere : .publicNetwork
        }
    }

    /// Whether a connection to these numbers may be opened.
    package func allows(_ address: NetworkAddress) -> Bool {
        switch reach {
        case .exactly(let one): address == one
        case .thisMachine: address.isLoopback
        case .publicNetwork: address.isPublic
        case .anywhere: true
        }
    }

    /// Why a connection was not opened, for the operator.
    var refusal: CurlFailure {
        CurlFailure(
            .invalid,
            "The host's name leads to an address that is not of the public network. "
                + "If it is meant to, write its numbers, or set allow_private for the provider.")
    }
}
