"""36: bytes that two readers may cut differently; each is one request or none, and nothing mixes."""

import threading
import time

from rig import Arena, Visitor, raw, require
from rig.program import settings

NAME = "smuggling"
SELF_CHECK = "two answers are always one too many"
TARGET = b"GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n"

# What the reader says to bytes that begin no request, before it closes the connection.
FAREWELL = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def post(*fields, body=b""):
    """A POST with these header lines."""
    lines = b"".join(field + b"\r\n" for field in (b"Host: a", *fields))
    return b"POST /api/v1/battles HTTP/1.1\r\n" + lines + b"\r\n" + body


def cases():
    """Ambiguous requests, each with the most answers it may have when a whole GET hides in it."""
    hidden = b"0\r\n\r\n" + TARGET
    length = b"Content-Length: %d" % len(hidden)
    codings = [b"chunked", b"Chunked", b" chunked", b"chunked ", b"xchunked", b"chunked, identity",
               b"identity, chunked", b"gzip, chunked", b"\tchunked", b"chunked\x0b", b"\"chunked\"",
               b"chunked;q=1", b"chunk", b"identity", b",chunked", b"chunked,"]
    for coding in codings:
        line = b"Transfer-Encoding: " + coding
        yield "both, length first: " + repr(coding), post(length, line, body=hidden), 1
        yield "both, length last: " + repr(coding), post(line, length, body=hidden), 1
    for name in (b"Transfer-Encoding : chunked", b" Transfer-Encoding: chunked",
                 b"X: a\r\n Transfer-Encoding: chunked", b"Transfer_Encoding: chunked",
                 b"Transfer-Encoding\t: chunked", b"Transfer-Encoding:\x00chunked",
                 b"X: a\nTransfer-Encoding: chunked", b"X: a\rTransfer-Encoding: chunked",
                 b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked"):
        yield repr(name), post(length, name, body=hidden), 1
    for value in (b"5, 6", b"+5", b"5 6", b"0x5", b"5\r\nContent-Length: 6", b"-0", b"5a", b"",
                  b"5\r\nContent-Length: 5", b"00000000005", b"5.0", b"\xb2"):
        yield "length " + repr(value), post(b"Content-Length: " + value, body=b"12345" + TARGET), 2
    for size in (b"5;a=b", b"+5", b"0x5", b" 5", b"5 ", b"-5", b"5\n", b"fffffffffffffffff", b"5;\n"):
        yield "chunk " + repr(size), post(
            b"Transfer-Encoding: chunked", body=size + b"\r\n12345\r\n0\r\n\r\n" + TARGET), 2
    yield "no end of chunks", post(b"Transfer-Encoding: chunked", body=b"5\r\n1234567\r\n" + TARGET), 1
    yield "bare line feeds", TARGET.replace(b"\r\n", b"\n"), 1
    yield "a space before the target", TARGET.replace(b" /", b"  /"), 1
    yield "an absolute target", TARGET.replace(b" /", b" http://other/"), 1
    yield "two hosts", TARGET.replace(b"Host: a", b"Host: a\r\nHost: b"), 1
    yield "no host", b"GET /robots.txt HTTP/1.1\r\n\r\n", 1
    yield "HTTP/1.0 with chunks", post(
        b"Transfer-Encoding: chunked", body=hidden).replace(b"1.1", b"1.0"), 1
    yield "HTTP/0.9", b"GET /robots.txt\r\n\r\n", 1
    yield "HTTP/9.9", TARGET.replace(b"1.1", b"9.9"), 1
    yield "a body on GET", TARGET.replace(b"Host: a", b"Host: a\r\n" + length) + hidden, 1
    yield "pipelined", TARGET * 3, 3


def run(bench):
    """Sends each on a connection of its own while a second user polls; counts the answers."""
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))
    other, stop, mixed = Visitor(arena.address), threading.Event(), []
    mine = other.ready("the second user's own words")

    def poll():
        while not stop.is_set():
            answer = other.get(f"/api/v1/battles/{mine}")
            if answer.status != 200 or "second user" not in answer.text:
                mixed.append(answer.status)
            time.sleep(0.01)

    poller = threading.Thread(target=poll, daemon=True)
    poller.start()
    wrong, refused, count = [], 0, 0
    for name, data, most in cases():
        heard = raw(arena.address, data, seconds=0.4, half=True)
        answers = heard.count(b"HTTP/1.1 ") + heard.count(b"HTTP/1.0 ")
        answers -= answers > 1 and heard.endswith(FAREWELL)
        require(name != "pipelined" or answers == 3, f"of three in a row {answers} were answered")
        count += 1
        refused += heard.startswith((b"HTTP/1.1 4", b"HTTP/1.1 5")) or not heard
        if bench.broken:
            most = 0
        is_hidden_answered = b"User-agent" in heard and most == 1 and data.startswith(b"POST")
        if answers > most or is_hidden_answered:
            wrong.append(f"{name}: {answers} answers")
        if b"second user" in heard:
            wrong.append(f"{name}: another's words")
    stop.set()
    poller.join()
    bench.figures = {"requests": count, "refused": refused, "wrong": len(wrong), "mixed": len(mixed)}
    require(not wrong, "; ".join(wrong[:8]))
    require(not mixed, f"the second user was answered {mixed[:3]}")
