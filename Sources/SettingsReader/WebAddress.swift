import Foundation

/// The base address of a provider.
enum WebAddress {
    /// Reads `http://host/path` or `https://host/path` and takes a slash at its end away.
    ///
    /// A name, a password or a query is refused without being repeated: it may be a key.
    static func read(_ written: String) throws(Refusal) -> String {
        let advice = "Write an address such as https://api.openai.com/v1."
        guard written.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: written), let scheme = parts.scheme,
            let host = parts.host, !host.isEmpty
        else {
            throw Refusal(reason: "It is not a web address.", advice: advice)
        }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
        else {
            throw Refusal(
                reason: "It holds a name, a password, a query or a fragment.",
                advice: "Put the key into the environment and name its variable in api_key_env.")
        }
        guard ["http", "https"].contains(scheme) else {
            throw Refusal(reason: "It is neither http nor https.", advice: advice)
        }
        guard (1...65_535).contains(parts.port ?? 80) else {
            throw Refusal(reason: "Its port is not one.", advice: "Write a port from 1 to 65535.")
        }
        return written.hasSuffix("/") ? String(written.dropLast()) : written
    }
}
