import Pages
import Testing

@Suite struct PreferencesTests {
    @Test(arguments: Preferences.Theme.allCases, [true, false])
    func `what the cookie keeps is read back`(theme: Preferences.Theme, hasShortcuts: Bool) {
        let chosen = Preferences(theme: theme, hasShortcuts: hasShortcuts)
        #expect(Preferences(cookie: chosen.cookie) == chosen)
    }

    @Test func `a language's code is of ASCII, as a cookie is`() {
        // Each byte of these is a letter of Latin-1.
        for word in ["úú", "êê", "êpt"] {
            #expect(Preferences(cookie: "auto.lang-\(word)").language == nil, "\(word)")
        }
        #expect(Preferences(cookie: "auto.lang-pt-BR").language == "pt-BR")
    }

    @Test func `plain text and reading out are kept, chosen and shown`() {
        var chosen = Preferences()
        chosen.apply(["plain": "on"])
        chosen.apply(["aloud": "on"])
        #expect(chosen.isPlain && chosen.readsAloud)
        #expect(Preferences(cookie: chosen.cookie) == chosen)
        let page = Samples.privacy.document(in: Samples.context(preferences: chosen)).text
        #expect(page.contains("name=\"plain\" value=\"off\">Plain text: on"))
        chosen.apply(["plain": "off"])
        #expect(!chosen.isPlain && chosen.readsAloud)
    }

    @Test(arguments: [nil, "", "pink", "....", "dark\"><script>", "nokeys nokeys"])
    func `a cookie that is not ours changes nothing`(cookie: String?) {
        #expect(Preferences(cookie: cookie) == Preferences())
    }

    @Test func `a form changes the field it has and no other`() {
        var preferences = Preferences(theme: .dark, hasShortcuts: false)
        preferences.apply(["keys": "on"])
        #expect(preferences == Preferences(theme: .dark, hasShortcuts: true))
        preferences.apply(["theme": "light", "keys": "maybe"])
        #expect(preferences == Preferences(theme: .light, hasShortcuts: true))
        preferences.apply(["theme": "pink"])
        #expect(preferences.theme == .light)
    }

    @Test func `choices stand on the root element, where style and script find them`() {
        let chosen = Preferences(theme: .dark, hasShortcuts: false)
        let page = Samples.privacy.document(in: Samples.context(preferences: chosen)).text
        #expect(page.contains("<html lang=\"en\" data-theme=\"dark\" data-keys=\"off\">"))
        #expect(page.contains("value=\"dark\" aria-pressed=\"true\""))
        #expect(page.contains("name=\"keys\" value=\"on\""))
        let plain = Samples.privacy.document(in: Samples.context()).text
        #expect(plain.contains("<html lang=\"en\">"))
    }
}
