"""18: whose request it is behind a proxy, and that each address has one allowance."""

import ipaddress

from rig import Arena, Pending, Visitor, require
from rig.program import settings

NAME = "xff-and-rate"
SELF_CHECK = "the left-most entry is taken for the client"
OPENINGS = 6
CLIENT = "203.0.113.77"
# The header's lines as they arrive from the trusted proxy on loopback, and who the client is then.
HEADERS = [
    ([CLIENT], CLIENT), ([f"198.51.100.1, {CLIENT}"], CLIENT),
    ([f"198.51.100.1,{CLIENT}"], CLIENT), ([f"{CLIENT}, 127.0.0.1"], CLIENT),
    ([f"{CLIENT}, 127.0.0.1, 127.0.0.1"], CLIENT), (["198.51.100.9", CLIENT], CLIENT),
    ([f"unknown, {CLIENT}"], CLIENT), ([f" , ,{CLIENT}"], CLIENT), ([f"{CLIENT} "], CLIENT),
    ([f"<script>, {CLIENT}"], CLIENT), (["x" * 4000 + f", {CLIENT}"], CLIENT),
    ([f"{CLIENT}, 198.51.100.1"], "198.51.100.1"), ([CLIENT, "198.51.100.2"], "198.51.100.2"),
    (["198.51.100.3"], "198.51.100.3"), ([f"{CLIENT}, 2001:db8:1::5"], "2001:db8:1::"),
    (["2001:db8:2::1"], "2001:db8:2::"), (["2001:db8:2::ffff:1"], "2001:db8:2::"),
    (["2001:db8:2:0:abcd::1"], "2001:db8:2::"), (["2001:db8:3::1"], "2001:db8:3::"),
]


def forwarded(lines):
    """A request's bytes with these X-Forwarded-For lines."""
    fields = "".join(f"X-Forwarded-For: {line}\r\n" for line in lines)
    body = b'{"prompt":"Who am I?"}'
    return (f"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\n{fields}Connection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            ).encode() + body


def own(text, number):
    """The same text with addresses that no other set of headers uses."""
    return (text.replace("203.0.113.", f"203.{number}.113.")
            .replace("198.51.100.", f"198.{number}.100.").replace("2001:db8:", f"2001:{number}:"))


def status(address, lines):
    """What opening a battle as forwarded is answered: the status, and the whole head."""
    from rig import raw
    heard = raw(address, forwarded(lines))
    require(heard, f"no answer to {lines}")
    head = heard.split(b"\r\n\r\n")[0].decode("latin-1").lower()
    return int(head.split()[1]), head


def allowance(address, client, most=40):
    """How many battles one client may open at once."""
    for number in range(most):
        code, head = status(address, [client])
        if code == 429:
            require("retry-after:" in head, "429 without Retry-After")
            return number
        require(code == 201, f"opening as {client} gave {code}")
    return most


def run(bench):
    """Uses up one client's allowance, then tells by the refusals who each header set is."""
    if not bench.knows("openings_per_minute"):
        raise Pending("needs limits by address (openings_per_minute)")
    configuration = settings(bench.upstream().port, ["ok.1", "ok.2"],
                             limits=f"  openings_per_minute: {OPENINGS}\n")
    arena = Arena(bench, configuration)
    free = sum(Visitor(arena.address).post("/api/v1/battles", {"prompt": "here"}).status == 201
               for _ in range(3 * OPENINGS))
    require(free == 3 * OPENINGS, f"this machine itself was limited after {free}")
    counts = [allowance(arena.address, f"192.0.2.{n}") for n in range(bench.size(5, 50))]
    wrong = []
    for number, (lines, client) in enumerate(HEADERS):
        # Every set has clients of its own, so that none inherits what another used up.
        lines, client = [own(line, number) for line in lines], own(client, number)
        if bench.broken and "198." in lines[0].split(",")[0]:
            client = lines[0].split(",")[0].strip()
        allowance(arena.address, client if ":" not in client else client + "1")
        code, _ = status(arena.address, lines)
        if code != 429:
            wrong.append(f"{lines} was not taken for {client}: {code}")
        code, _ = status(arena.address, [f"192.0.2.{100 + number}"])
        if code != 201:
            wrong.append(f"after {client} another client got {code}")
    spoofed = sum(
        status(arena.address, [f"10.{bench.random.randrange(256)}.1.{n % 250}, 192.0.2.9"])[0] == 201
        for n in range(bench.size(100, 1000)))
    inside = sum(status(arena.address, [f"2001:db8:77::{n:x}"])[0] == 201
                 for n in range(bench.size(60, 600)))
    memory = arena.memory()
    crowd(arena.address, bench.size(1500, 1_000_000))
    bench.figures = {
        "header sets": len(HEADERS), "wrong": len(wrong), "allowed of": str(sorted(set(counts))),
        "spoofed allowed": spoofed, "of one /64 allowed": inside,
        "MiB for many addresses": arena.memory() - memory}
    require(not wrong, "; ".join(wrong[:4]))
    require(all(abs(count - OPENINGS) <= 1 for count in counts), f"allowances {counts}")
    require(spoofed <= OPENINGS + 1, f"{spoofed} passed with a forged left-most entry")
    require(inside <= OPENINGS + 1, f"{inside} passed from one /64")
    require(arena.memory() - memory <= 50, f"the limiter took {arena.memory() - memory:.0f} MiB")


def crowd(address, count):
    """Reads from so many addresses."""
    visitor = Visitor(address)
    for number in range(count):
        client = ipaddress.ip_address(0x0B000000 + number * 7)
        visitor.get("/robots.txt", {"X-Forwarded-For": str(client)})
