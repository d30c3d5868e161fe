"""A raw HTTP/1.1 client that keeps every byte it was sent."""

import json
import select
import socket
import struct
import time

from .bench import Failed


class Answer:
    """One response."""

    def __init__(self, status, head, body):
        self.status, self.head, self.body = status, head, body

    @property
    def text(self):
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    def json(self):
        """The body as JSON."""
        return json.loads(self.body)

    def header(self, name):
        """The first header of a name, or `None`."""
        return next((value for key, value in self.head if key == name.lower()), None)

    @property
    def code(self):
        """The code of a problem, or the status as text."""
        try:
            return self.json()["code"]
        except (ValueError, KeyError, TypeError):
            return str(self.status)


class Reader:
    """Reads responses from a socket; `heard` keeps all bytes."""

    def __init__(self, connection, heard=None):
        self.connection, self.buffer = connection, b""
        self.heard = heard

    def more(self):
        piece = self.connection.recv(65536)
        if not piece:
            raise ConnectionError("closed")
        if self.heard is not None:
            self.heard += piece
        self.buffer += piece

    def until(self, mark):
        while mark not in self.buffer:
            self.more()
        taken, self.buffer = self.buffer.split(mark, 1)
        return taken

    def exactly(self, count):
        while len(self.buffer) < count:
            self.more()
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def answer(self, method="GET"):
        lines = self.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        status = int(lines[0].split()[1])
        head = [(name.lower(), value.strip())
                for name, _, value in (line.partition(":") for line in lines[1:])]
        fields = dict(head)
        if 100 <= status < 200:
            return self.answer(method)
        if method == "HEAD" or status in (204, 304):
            body = b""
        elif fields.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(self.until(b"\r\n").split(b";")[0], 16):
                body += self.exactly(size)
                self.exactly(2)
            self.exactly(2)
        else:
            body = self.exactly(int(fields.get("content-length", "0")))
        return Answer(status, head, body)


def raw(address, data, seconds=10, half=False):
    """Sends bytes as they are and gives all that comes back until the end or the time is over."""
    heard = b""
    with socket.create_connection(address, timeout=seconds) as connection:
        try:
            connection.sendall(data)
            if half:
                connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                heard += piece
        except OSError:
            pass
    return heard


def first_answer(address, data, seconds=3):
    """Sends bytes as they are; the first answer, or `None` where the connection was closed first.

    Throws `TimeoutError` where neither comes in time.
    """
    connection = socket.create_connection(address, timeout=seconds)
    limit = time.monotonic() + seconds
    reader, rest = Reader(connection), memoryview(data)
    try:
        while rest:
            # Whoever has answered may not read on: waiting to write alone would wait for ever.
            answered, ready, _ = select.select(
                [connection], [connection], [], max(0, limit - time.monotonic()))
            if answered:
                break
            if not ready:
                raise TimeoutError("it is not read")
            rest = rest[connection.send(rest[:65536]):]
    except (BrokenPipeError, ConnectionError):
        pass
    try:
        return reader.answer(data[:4].decode("latin-1"))
    except ConnectionError:
        return None
    finally:
        connection.close()


def reset(connection):
    """Closes a socket with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class Visitor:
    """A voter: cookies, one kept connection, and the steps of a battle."""

    def __init__(self, address, keep_all=False, seconds=30):
        self.address, self.seconds = address, seconds
        self.cookies, self.headers = {}, {}
        self.heard = bytearray() if keep_all else None
        self.reader = None

    def moved(self, address):
        """The same voter at the address of a restarted arena."""
        self.leave()
        self.address = address
        return self

    def leave(self):
        """Closes the connection."""
        if self.reader:
            self.reader.connection.close()
            self.reader = None

    def connect(self):
        """A fresh connection."""
        connection = socket.create_connection(self.address, timeout=self.seconds)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def message(self, method, path, body=None, headers=None):
        """The bytes of a request."""
        fields = {"Host": "%s:%d" % self.address, **self.headers, **(headers or {})}
        if self.cookies:
            fields["Cookie"] = "; ".join(f"{k}={v}" for k, v in sorted(self.cookies.items()))
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            fields.setdefault("Content-Type", "application/json")
        if body is not None:
            fields["Content-Length"] = str(len(body))
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + (body or b"")

    def ask(self, method, path, body=None, headers=None):
        """One request on the kept connection, which is made anew where it was closed before."""
        message = self.message(method, path, body, headers)
        fresh = self.reader is None
        if fresh:
            self.reader = Reader(self.connect(), self.heard)
        try:
            self.reader.connection.sendall(message)
            answer = self.reader.answer(method)
        except (ConnectionError, BrokenPipeError):
            self.leave()
            if fresh or method != "GET":
                raise
            return self.ask(method, path, body, headers)
        except OSError:
            self.leave()
            raise
        if answer.header("connection") == "close":
            self.leave()
        for name, value in answer.head:
            if name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer

    def get(self, path, headers=None):
        """GET."""
        return self.ask("GET", path, None, headers)

    def post(self, path, body=None, headers=None):
        """POST of JSON."""
        return self.ask("POST", path, {} if body is None else body, headers)

    def open(self, prompt, **wish):
        """Opens a battle and gives its id."""
        answer = self.post("/api/v1/battles", {"prompt": prompt, **wish})
        if answer.status != 201:
            raise Failed(f"opening a battle gave {answer.status} {answer.text[:200]}")
        return answer.json()["id"]

    def look(self, battle):
        """The battle's document."""
        return self.get(f"/api/v1/battles/{battle}").json()

    def wait(self, battle, seconds=30):
        """Looks until the battle is no longer being written; gives its document."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            document = self.look(battle)
            if document.get("state") not in ("created", "streaming"):
                return document
            time.sleep(0.01)
        raise Failed(f"battle {battle} was still {document.get('state')} after {seconds} s")

    def ready(self, prompt, **wish):
        """Opens a battle and waits until it can be voted on; gives its id."""
        battle = self.open(prompt, **wish)
        document = self.wait(battle)
        if not document.get("votable"):
            raise Failed(f"battle {battle} ended {document.get('state')}, not votable")
        return battle

    def vote(self, battle, outcome, key=None):
        """Casts a vote."""
        headers = {"Idempotency-Key": key} if key else {}
        return self.post(f"/api/v1/battles/{battle}/vote", {"outcome": outcome}, headers)

    def stream(self, battle):
        """Follows the stream to its end; gives its bytes."""
        return self.get(f"/api/v1/battles/{battle}/stream").body


def many_ready(address, count, label, visitors=8):
    """So many battles that can be voted on, made side by side: pairs of voter and id."""
    voters = [Visitor(address) for _ in range(min(visitors, count))]
    made, waiting = [], []
    for number in range(count):
        voter = voters[number % len(voters)]
        waiting.append((voter, voter.open(f"{label} {number}")))
        while len(waiting) > 24:
            made.append(_readied(*waiting.pop(0)))
    made += [_readied(*pair) for pair in waiting]
    return made


def _readied(voter, battle):
    if not voter.wait(battle).get("votable"):
        raise Failed(f"battle {battle} is not votable")
    return voter, battle
