"""Secrets of the forms people paste, none of them anybody's, and prose and code that hold none."""

import base64
import string

LETTERS = string.ascii_letters + string.digits


def luhn(body):
    """A card's number with its check digit."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def iban(country, body):
    """An IBAN with right check digits."""
    digits = "".join(str(int(sign, 36)) for sign in body + country + "00")
    return f"{country}{98 - int(digits) % 97:02d}{body}"


def secrets(chance, count=200):
    """So many secrets: pairs of what is pasted, and the part that must be gone."""
    def word(length, signs=LETTERS):
        return "".join(chance.choice(signs) for _ in range(length)) + "7Q"

    def digits(length):
        return "".join(chance.choice(string.digits) for _ in range(length))

    def named(form, secret):
        return form.format(secret), secret

    def forms():
        for start, length in (("sk-proj-", 40), ("sk-ant-api03-", 60), ("ghp_", 36), ("gho_", 36),
                              ("github_pat_", 60), ("glpat-", 20), ("hf_", 34), ("npm_", 36),
                              ("xoxb-1234567890-", 24), ("AIza", 35), ("sk_live_", 24),
                              ("SG.", 44), ("gsk_", 40), ("xai-", 40), ("pypi-", 60)):
            secret = start + word(length)
            yield f"It says 401 with {secret} today.", secret
        yield named("Authorization: Bearer {}", word(40))
        yield named("Authorization: Basic {}", base64.b64encode(word(18).encode()).decode())
        yield named("aws_secret_access_key = {}", word(38, LETTERS + "/+"))
        yield named("AWS key {} does not work", "AKIA" + word(14, string.ascii_uppercase + "234567"))
        yield named('DATABASE_PASSWORD="{}"', word(12, LETTERS + "!#%&"))
        yield named("export OPENAI_API_KEY={}", word(30))
        yield named("client_secret: {}", word(30))
        yield named('"refresh_token": "{}"', word(40))
        yield named("Mein Passwort: {}", word(9))
        yield named("mot de passe : {}", word(9))
        yield named("password={}&user=anna", word(10))
        secret = word(10)
        yield f"postgres://anna:{secret}@db.internal:5432/app", secret
        secret = word(10)
        yield f"git clone https://bot:{secret}@git.example/x.git", secret
        token = ".".join(["eyJ" + word(30), word(60), word(40)])
        yield f"cookie session={token}", token
        for kind in ("RSA ", "EC ", "OPENSSH ", ""):
            body = "\n".join(word(60) for _ in range(3))
            yield f"-----BEGIN {kind}PRIVATE KEY-----\n{body}\n-----END {kind}PRIVATE KEY-----", body
        yield named("write to {} please", f"anna.b{digits(2)}@mail-{digits(2)}.example.org")
        yield named("mailto:{}", f"o'hara+{digits(3)}@example.co.uk".replace("o'", "o"))
        for form in ("+49 170 {}{}", "+1 (415) {}-{}", "+33 6 12 {} {}"):
            number = form.format(digits(3), digits(4))
            yield f"call me: {number}", number
        number = f"0{digits(3)} {digits(3)} {digits(4)}"
        yield f"Tel. {number}", number
        number = f"({digits(3)}) {digits(3)}-{digits(4)}"
        yield f"or {number} at work", number
        card = luhn("4" + digits(14))
        yield f"card {card}", card
        card = luhn("5" + digits(14))
        spaced = " ".join(card[at:at + 4] for at in range(0, 16, 4))
        yield f"card {spaced}, 11/27", spaced
        account = iban("DE", digits(18))
        yield f"IBAN {account}", account
        account = iban("GB", "WEST" + digits(14))
        spaced = " ".join(account[at:at + 4] for at in range(0, 22, 4))
        yield f"IBAN {spaced} thanks", spaced
        account = iban("NL", "ABNA" + digits(10))
        yield f"to {account}.", account

    made = []
    while len(made) < count:
        made += list(forms())
    return made[:count]


# Nothing in these is anybody's secret; a scrubber that takes something out of them is wrong.
ORDINARY = [
    "What is 4,294,967,296 divided by 1000?", "The password is easy to guess.",
    "let token = lexer.next()", "def login(user, password): return check(user, password)",
    "password: required", "token: String", "const secret = process.env.SECRET",
    "api_key = os.environ['API_KEY']", "if (tokens.count > 4096) { trim(tokens) }",
    "max_tokens: 4096", "tokenizer = AutoTokenizer.from_pretrained(name)", "num_tokens = 12",
    "Tokens: 1,234 in, 56 out", "The secret: patience.", "A secret of good bread: time and salt.",
    "What is a bearer of bad news?", "Bearer bonds were once common.", "basic understanding of SQL",
    "Basic instructions for assembling furniture", "Version 1.2.3.4 of 12/11/2026",
    "In 2026-11-21 the meeting of 10.12.2025 at 14:05", "ISBN 978-3-16-148410-0",
    "Pi is 3.14159265358979", "192.168.0.1 and 10.0.0.0/8", "00:1A:2B:3C:4D:5E",
    "https://example.org:8080/path?x=1", "see http://localhost:3000/a@b", "ssh://git@host/x.git",
    "@decorator\ndef f(): pass", "user@host", "a@b", "x = y @ z", "int a[10] = {0};",
    "SELECT * FROM users WHERE id = 12345678", "order 12345678901", "1234567890123456",
    "6.02214076e23", "phone: (ask me)", "In 1969 600 million people watched.",
    "3 + 4 = 7; 12 * 12 = 144", "2 000 000 000 euros", "sha256 is 64 digits long",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "commit 3519c89 fixed it",
    "550e8400-e29b-41d4-a716-446655440000", "sk-learn is a library", "task-based", "AKIA is a prefix",
    "the eyJ at its start", "naïve café 東京", "GB00 is not an account", "DE is a country",
    "for (let i = 0; i < 10; i++) {}", "C:\\Users\\anna\\file.txt", "key: value", "private: true",
    "public key cryptography uses two keys", "The token ring network ran at 16 Mbit/s.",
    "Set the pwd with cd; print it with pwd.", "access key: see the manual", "#1 of 100"]
