"""18: through haproxy and nginx as deploy/proxy has them: who the client is, and words as they come."""

import re
import socket
import time

from rig import Arena, Visitor, require
from rig.client import first_answer
from rig.program import settings
from rig.proxies import Haproxy, Nginx, SecureVisitor, line_of, own_address
from rates import forwarded

NAME = "behind-proxies"
SELF_CHECK = "the left-most entry is taken for the client, and nginx buffers"
OPENINGS = 4
WORDS = 20

# What a client claims of itself in X-Forwarded-For before the proxies add what they saw.
CLAIMS = [
    [], ["198.51.100.1"], ["198.51.100.1, 198.51.100.2"], ["198.51.100.1", "198.51.100.2"],
    ["127.0.0.1"], ["127.0.0.1, 127.0.0.1"], ["::1"], ["10.0.0.1"], ["unknown"], [""], [" , ,"],
    ["198.51.100.1,"], ["<script>"], ["x" * 2000], ["198.51.100.1:80"], ["[2001:db8::1]:80"],
    ["2001:db8:9::1"], ["198.51.100.1 198.51.100.2"], ["0xcb.0x71.1"], ["198.51.100.1%00"]]


def opening(address, claims, client=None, source=None):
    """The status of opening a battle: `client` is told in the PROXY protocol, `source` is bound."""
    said = line_of(client) if client else b""
    with socket.create_connection(
            address, timeout=20, source_address=(source, 0) if source else None) as connection:
        connection.sendall(said + forwarded(claims))
        heard = b""
        while piece := connection.recv(65536):
            heard += piece
    require(heard, f"no answer to {claims}")
    return int(heard.split()[1])


def used_up(ask, most=30):
    """Opens battles until it is refused."""
    for _ in range(most):
        if (code := ask()) == 429:
            return
        require(code == 201, f"opening gave {code}")
    require(False, f"{most} battles were opened without a refusal")


def hops(arena, way, claims, number, wrong):
    """One set of claims through proxies: its client's allowance is what counts, nobody else's."""
    client, other = f"203.0.113.{number}", f"203.0.114.{number}"
    if number % 5 == 4:
        client, other = f"2001:db8:{number:x}::5", f"2001:db8:1{number:x}::5"
    is_fooled = arena.bench.broken and claims and claims[0].startswith("198.51.100.1,")
    believed = "198.51.100.1" if is_fooled else client
    used_up(lambda: opening(arena.address, [believed]))
    if (code := opening(way, claims, client)) != 429:
        wrong.append(f"claiming {claims} {client} was not known: {code}")
    if (code := opening(way, claims, other)) != 201:
        wrong.append(f"claiming {claims} {other} was taken for another: {code}")


def untrusted(bench, arena, mine, wrong):
    """A proxy that nobody trusts is the client itself, whatever it says."""
    source = ("server arena ", f"source {mine}\n    server arena ")
    way = Haproxy(bench, arena.address, changes=[source]).clear
    for claims in CLAIMS:
        used_up(lambda: opening(arena.address, [], source=mine))
        if (code := opening(way, claims)) != 429:
            wrong.append(f"a proxy nobody trusts was believed {claims}: {code}")
    return len(CLAIMS)


def trusted_by_name(bench, configuration, mine, wrong):
    """The same proxy named in `trusted_proxies`, behind another one here."""
    arena = Arena(bench, configuration + f"trusted_proxies: {mine}\n", data=bench.path("named"))
    source = ("server arena ", f"source {mine}\n    server arena ")
    inner = Haproxy(bench, arena.address, changes=[source])
    way = Nginx(bench, inner.clear, named=True).clear
    for number, claims in enumerate(CLAIMS):
        hops(arena, way, claims, number, wrong)
    arena.stop()
    return len(CLAIMS)


def word_by_word(bench, visitor, wrong):
    """Follows a slow battle; words must be there before their writers have ended."""
    battle = visitor.open(f"Slowly, please. {bench.random.random()}")
    visitor.leave()
    connection = visitor.connect()
    connection.sendall(visitor.message("GET", f"/api/v1/battles/{battle}/stream"))
    heard, pieces, first = b"", 0, None
    while b"event: end" not in heard and (piece := connection.recv(65536)):
        if b"word" in piece:
            pieces += 1
            first = first or time.monotonic()
        heard += piece
    over = time.monotonic()
    connection.close()
    came = len(set(re.findall(rb"word\d+", heard)))
    if came < WORDS:
        wrong.append(f"of {WORDS} words came {came}")
    elif pieces < WORDS // 5 or over - first < WORDS * 0.1 / 2:
        wrong.append(f"the words came in {pieces} pieces within {over - first:.2f} s")
    return pieces


def streams(bench, arena, wrong):
    """Every way a browser may come, one slow battle each."""
    buffering = [("        proxy_buffering off;\n", "        proxy_ignore_headers "
                  "X-Accel-Buffering;\n        proxy_buffering on;\n")] if bench.broken else []
    fewest = WORDS * 9
    for proxy in (Haproxy(bench, arena.address), Nginx(bench, arena.address, changes=buffering)):
        for visitor in (Visitor(proxy.clear), SecureVisitor(proxy.secure)):
            visitor.headers = {"Host": "arena.example.org"}
            fewest = min(fewest, word_by_word(bench, visitor, wrong))
            secure = isinstance(visitor, SecureVisitor)
            if any(name.startswith("__Host-") != secure for name in visitor.cookies):
                wrong.append(f"{proxy.COMMAND}: by TLS {secure}, cookies {list(visitor.cookies)}")
        large = Visitor(proxy.clear).message("POST", "/api/v1/battles", {"prompt": "x" * 2_000_000})
        answer = first_answer(proxy.clear, large, seconds=10)
        if answer is None or answer.status != 413:
            wrong.append(f"{proxy.COMMAND}: two megabytes were answered {answer and answer.status}")
    return fewest


def names(bench, configuration, wrong):
    """A name that a browser sends of itself does not reach an arena that believes its proxy."""
    arena = Arena(bench, configuration + "access: header:X-Forwarded-User\n",
                  data=bench.path("people"))
    known = {"X-Forwarded-User": "ann"}
    require(Visitor(arena.address).post("/api/v1/battles", {"prompt": "hi"}, known).status == 201,
            "the proxy's own word is not believed")
    for proxy in (Haproxy(bench, arena.address), Nginx(bench, arena.address)):
        code = Visitor(proxy.clear).post("/api/v1/battles", {"prompt": "hi"}, known).status
        if code == 201:
            wrong.append(f"{proxy.COMMAND} passed a browser's X-Forwarded-User on")
    arena.stop()


def run(bench):
    """All sets of claims with none, one and two proxies trusted; then the streams."""
    configuration = settings(bench.upstream().port, ["ok.1", "ok.2"],
                             limits=f"  openings_per_minute: {OPENINGS}\n")
    arena, wrong, sets = Arena(bench, configuration), [], 0
    outer = Haproxy(bench, arena.address, named=True)
    inner = Nginx(bench, arena.address)
    chain = Haproxy(bench, inner.clear, named=True)
    single = Nginx(bench, arena.address, named=True)
    for start, way in ((0, outer.clear), (20, single.clear), (40, chain.clear)):
        for number, claims in enumerate(CLAIMS):
            hops(arena, way, claims, start + number, wrong)
            sets += 1
    mine = own_address()
    if mine:
        sets += untrusted(bench, arena, mine, wrong)
        sets += trusted_by_name(bench, configuration, mine, wrong)
    names(bench, configuration, wrong)
    arena.stop()
    slow = Arena(bench, settings(bench.upstream().port, [f"slow@{WORDS}.1", f"slow@{WORDS}.2"]),
                 data=bench.path("slow"))
    pieces = streams(bench, slow, wrong)
    bench.figures = {"header sets": sets, "wrong": len(wrong), "pieces of a stream at least": pieces}
    if not mine:
        bench.figures["without a proxy nobody trusts"] = 1
    require(not wrong, "; ".join(wrong[:6]))
