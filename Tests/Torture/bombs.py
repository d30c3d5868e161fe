"""20: sizes, counts and depths nobody means; a quick 4xx, little work, the program lives."""

import gzip
import json
import time

from rig import Arena, Visitor, require
from rig.client import first_answer
from rig.program import settings

NAME = "size-and-header-bombs"
SELF_CHECK = "nothing may be refused"


def post(body, extra="", path="/api/v1/battles"):
    """The bytes of a POST."""
    return (f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n{extra}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def prompt(text):
    """A body with a prompt."""
    return json.dumps({"prompt": text}).encode()


def bombs():
    """Every bomb: a name, its bytes."""
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    yield "a million headers", b"GET / HTTP/1.1\r\nHost: a\r\n" + b"a: b\r\n" * 1_000_000
    yield "many small headers", b"GET / HTTP/1.1\r\nHost: a\r\n" + b"a:\r\n" * 5000 + b"\r\n"
    yield "a header of 1 MB", b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n"
    yield "a header name of 1 MB", b"GET / HTTP/1.1\r\nHost: a\r\n" + b"a" * 1_000_000
    yield "an address of 1 MB", b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "a method of 1 MB", b"G" * 1_000_000 + b" / HTTP/1.1\r\n\r\n"
    yield "a body said to be 100 MB", (
        b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100000000\r\n\r\n" + b"x" * 1_000_000)
    yield "a chunked body of 100 MB", (
        b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 1600)
    yield "2 MB of one letter with marks", post(prompt("a" + "\u0301" * 1_000_000))
    yield "a prompt of one letter with marks", post(prompt("a" + "\u0301" * 20_000))
    yield "JSON 100,000 deep", post(b"[" * 100_000)
    yield "objects 20,000 deep", post(b'{"a":' * 20_000)
    yield "a number of 100,000 digits", post(b'{"prompt":' + b"9" * 100_000 + b"}")
    yield "10,000 fields", post(json.dumps({f"f{n}": n for n in range(10_000)}).encode())
    yield "the same field 10,000 times", post(b'{"prompt":"a"' + b',"prompt":"b"' * 10_000 + b"}")
    yield "a gzip bomb", post(gzip.compress(b"a" * 50_000_000), "Content-Encoding: gzip\r\n")
    yield "cookies", (b"GET / HTTP/1.1\r\nHost: a\r\nCookie: " + b"a=b; " * 1_000_000 + b"\r\n\r\n")
    yield "100,000 parameters", b"GET /models?" + b"a=b&" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "a negative length", (
        b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")
    yield "a length beyond all", (
        b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n")
    yield "a chunk beyond all", (
        b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"ffffffffffffffff\r\n")


TEXTS = {
    "brackets": "[" * 16_000, "stars": "*a " * 10_000, "backticks": "`" * 16_000,
    "quotes": "> " * 8_000 + "a", "nested lists": "".join(" " * n + "- a\n" for n in range(170)),
    "links": "[a](" * 6_000, "table": "|" * 15_000 + "\n" + "|-" * 7_000, "entities": "&" * 30_000,
    "blanks": " " * 8_000 + "!", "a regex trap": "a" * 30_000 + "!", "underscores": "_a__b" * 6000,
    "html": "<" * 30_000, "tildes": "~" * 30_000, "emphasis": "**x" * 9_000,
    "references": "[a]: b\n" * 4_000 + "[a]" * 500, "marks": "e\u0301\u0323" * 5_000}


def run(bench):
    """Throws each bomb, then has models echo texts that are hard to read."""
    arena = Arena(bench, settings(bench.upstream().port, ["echo.1", "echo.2"]))
    Visitor(arena.address).get("/")
    pid, base = arena.pid, arena.memory()
    answers, slow, late, busy, wrong = {}, 0.0, 0.0, 0.0, []
    for name, data in bombs():
        cpu, begun = arena.cpu(), time.monotonic()
        try:
            answer = first_answer(arena.address, data)
            word = str(answer.status) if answer else "closed"
        except TimeoutError:
            word = "nothing"
        seconds, work = time.monotonic() - begun, arena.cpu() - cpu
        answers[word] = answers.get(word, 0) + 1
        late = max(late, seconds)
        if word != "closed" and (word[0] != "4" or bench.broken):
            wrong.append(f"{name}: {word}")
        busy = max(busy, work)
        if work > 0.25 * bench.patience:
            wrong.append(f"{name}: {work:.2f} s of work")
    growth = arena.memory() - base
    voter = Visitor(arena.address)
    for name, text in TEXTS.items():
        cpu, begun = arena.cpu(), time.monotonic()
        battle = voter.open(text)
        voter.stream(battle)
        require(voter.get(f"/b/{battle}").status == 200, f"{name}: its page fails")
        slow = max(slow, time.monotonic() - begun)
        work = arena.cpu() - cpu
        busy = max(busy, work)
        if work > 0.5 * bench.patience:
            wrong.append(f"answers of {name}: {work:.2f} s of work")
    bench.figures = {"bombs": sum(answers.values()), "answers": str(answers), "MiB more": growth,
                     "s to refuse at most": late, "texts": len(TEXTS), "s of work at most": busy,
                     "s for a text": slow}
    require(arena.process.poll() is None and arena.pid == pid, "the program is gone")
    require(not wrong, "; ".join(wrong[:6]))
    require(late <= 0.5 * bench.patience, f"a refusal took {late:.2f} s")
    require(growth <= 40, f"memory grew by {growth:.0f} MiB")
    require(Visitor(arena.address).get("/healthz").status == 200, "the program does not answer")
