import Arena
import Testing

/// Which addresses are public, and whose address a request has.
struct NetworkAddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "198.18.0.1", "198.51.100.1", "203.0.113.77", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::127.0.0.1",
        "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1",
        "2002:7f00:1::1", "2002:a9fe:a9fe::1", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1",
        "fec0::1", "ff02::1", "5f00::1",
    ]) func `an address of a special range is not public`(text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic == false)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.128.0.1",
        "2606:4700:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ]) func `an address of the public network is`(text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test(arguments: [
        "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1", "127.0.0.1 ", " 127.0.0.1",
        "127.0.0.1/8", "fe80::1%lo", "[::1]", "localhost", "", "①.0.0.1", "1.2.3.4.5",
    ]) func `no other spelling is an address`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test func `one IPv6 subscriber is his first 64 bits`() throws {
        let one = try #require(NetworkAddress("2a00:1450:4001:80b::1"))
        let same = try #require(NetworkAddress("2a00:1450:4001:80b:ffff::7"))
        let other = try #require(NetworkAddress("2a00:1450:4001:80c::1"))
        #expect(one.prefix == same.prefix && one.prefix != other.prefix)
        #expect(NetworkAddress("8.8.8.8")?.prefix == NetworkAddress("::ffff:8.8.8.8")?.prefix)
        #expect(NetworkAddress("8.8.8.8")?.prefix != NetworkAddress("8.8.8.9")?.prefix)
    }

    /// The peer, the header's values, the trusted proxies, and the client that follows.
    private static let walks: [(String, [String], [String], String)] = [
        ("8.8.8.8", [], [], "8.8.8.8"),
        ("8.8.8.8", ["1.1.1.1"], [], "8.8.8.8"),
        ("127.0.0.1", [], [], "127.0.0.1"),
        ("127.0.0.1", ["1.1.1.1"], [], "1.1.1.1"),
        ("127.0.0.1", ["6.6.6.6, 1.1.1.1"], [], "1.1.1.1"),
        ("127.0.0.1", ["6.6.6.6", "1.1.1.1"], [], "1.1.1.1"),
        ("10.0.0.7", ["6.6.6.6, 1.1.1.1"], [], "10.0.0.7"),
        ("10.0.0.7", ["6.6.6.6, 1.1.1.1"], ["10.0.0.0/8"], "1.1.1.1"),
        ("10.0.0.7", ["6.6.6.6, 1.1.1.1, 10.0.0.9"], ["10.0.0.0/8"], "1.1.1.1"),
        ("10.0.0.7", ["10.0.0.1, 10.0.0.2"], ["10.0.0.0/8"], "10.0.0.1"),
        ("10.0.0.7", ["6.6.6.6, 1.1.1.1, 10.0.0.9"], ["10.0.0.7"], "10.0.0.9"),
        ("127.0.0.1", ["1.1.1.1, junk"], [], "127.0.0.1"),
        ("127.0.0.1", ["1.1.1.1,"], [], "127.0.0.1"),
        ("127.0.0.1", [""], [], "127.0.0.1"),
        ("127.0.0.1", ["1.1.1.1:4711"], [], "1.1.1.1"),
        ("127.0.0.1", ["[2a00::5]:4711"], [], "2a00::5"),
        ("127.0.0.1", ["2a00::5"], [], "2a00::5"),
        ("127.0.0.1", [" 1.1.1.1\t"], [], "1.1.1.1"),
        ("127.0.0.1", ["0x01.1.1.1"], [], "127.0.0.1"),
        ("::1", ["::ffff:1.1.1.1"], [], "1.1.1.1"),
        ("127.0.0.1", ["127.0.0.1, 127.0.0.1"], [], "127.0.0.1"),
        ("127.0.0.1", ["\"1.1.1.1\""], [], "127.0.0.1"),
        ("127.0.0.1", ["1.1.1.1\r\n2.2.2.2"], [], "127.0.0.1"),
    ]

    @Test(arguments: walks.indices) func `a client is found behind trusted proxies only`(
        index: Int
    ) throws {
        let (peer, forwarded, proxies, expected) = Self.walks[index]
        let rule = AccessRule(.everyone, proxies: proxies.compactMap { AddressRange($0) })
        let client = rule.client(
            behind: try #require(NetworkAddress(peer)), forwarded: forwarded)
        #expect(client == NetworkAddress(expected), "\(Self.walks[index])")
    }

    @Test func `a thousand made-up beginnings of the list are one client`() throws {
        let rule = AccessRule(.everyone, proxies: ["10.0.0.1"].compactMap { AddressRange($0) })
        let peer = try #require(NetworkAddress("10.0.0.1"))
        let clients = (0..<1000).map { number in
            rule.client(
                behind: peer,
                forwarded: ["1.2.\(number / 250).\(number % 250), 10.9.9.9, 203.0.113.77"])
        }
        #expect(Set(clients).count == 1)
    }

    @Test func `TLS is believed from a proxy that says it once`() throws {
        let rule = AccessRule(.everyone)
        let (here, there) = (
            try #require(NetworkAddress("127.0.0.1")), try #require(NetworkAddress("8.8.8.8"))
        )
        #expect(rule.isByTLS(from: here, forwarded: ["https"]))
        #expect(!rule.isByTLS(from: here, forwarded: ["https", "http"]))
        #expect(!rule.isByTLS(from: here, forwarded: ["http"]))
        #expect(!rule.isByTLS(from: there, forwarded: ["https"]))
    }
}
