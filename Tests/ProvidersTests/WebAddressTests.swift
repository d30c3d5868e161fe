import Providers
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        "", "example.com", "ftp://a", "file:///etc/passwd", "http://", "http:///a", "http://a b",
        "http://a/\u{A}", "http://u:p@a/", "http://a#b", "http://a\\b", "http://é/",
        "http://①②⑦.⓪.⓪.①/", "http://%31%32%37.0.0.1/", "gopher://a/", "javascript:alert(1)",
        "http://a,b/", "http://a@b",
    ])
    func `what is not a plain web address is refused`(text: String) {
        #expect(throws: CurlFailure.self) { try WebAddress(text) }
    }

    @Test func `a path is appended before the question mark`() throws {
        let base = try WebAddress("https://x.azure.com/openai/v1/?api-version=2024-06-01")
        #expect(
            base.appending("/chat/completions").text
                == "https://x.azure.com/openai/v1/chat/completions?api-version=2024-06-01")
        #expect(base.asking("alt=sse").query == "api-version=2024-06-01&alt=sse")
        #expect(try WebAddress("http://a:1").appending("/b").text == "http://a:1/b")
    }

    @Test func `equal origins are written alike`() throws {
        let https = ["https://A.b", "HTTPS://a.b:443/x?y", "https://a.b/"]
        #expect(Set(try https.map { try WebAddress($0).origin }) == ["https://a.b"])
        #expect(try WebAddress("http://a.b:443").origin == "http://a.b:443")
        #expect(try WebAddress("http://[::1]:8080/v1").origin == "http://[::1]:8080")
    }

    @Test func `a name becomes one segment`() {
        #expect(WebAddress.segment("a/b c:é?#") == "a%2Fb%20c%3A%C3%A9%3F%23")
    }
}

@Suite struct SecretTests {
    @Test func `a key is printed nowhere`() throws {
        let key = Secret(" sk-canary\n")
        let credential = CurlCredential(
            key, header: "Authorization", prefix: "Bearer ", of: try WebAddress("https://a"))
        let request = CurlRequest(.get, try WebAddress("https://a"), credential: credential)
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(key)", String(reflecting: key), "\(request)", "\([key])", dumped] {
            #expect(!text.contains("canary"))
        }
        #expect(key == Secret("sk-canary"))
    }

    @Test func `a key is blacked out of a text`() {
        #expect(Secret("sk-1").redacted(from: "bad sk-1: sk-1") == "bad [key]: [key]")
        #expect(Secret("").redacted(from: "text") == "text")
    }
}
