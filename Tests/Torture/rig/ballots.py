"""Votes of many voters over a few connections, each cast when the wall clock says its moment."""

import collections
import selectors

from .bench import require


class Line:
    """A kept connection: one request, then its answer."""

    def __init__(self, connection):
        self.socket, self.heard = connection, b""
        self.socket.setblocking(False)

    def send(self, message):
        """Sends a whole request."""
        require(self.socket.send(message) == len(message), "a vote did not fit into the socket")
        self.heard = b""

    def hear(self):
        """Takes what has come; the status once that ends the answer, else `None`."""
        more = self.socket.recv(65536)
        require(more, "a connection was closed in the middle")
        self.heard += more
        head = self.heard.find(b"\r\n\r\n")
        if head < 0:
            return None
        length = self.heard[:head].lower().split(b"content-length:")[1].split(b"\r\n")[0]
        return self.heard[9:12] if len(self.heard) >= head + 4 + int(length) else None


class Ballots:
    """Connections that take turns; each takes its next vote when it has the answer to the last."""

    def __init__(self, visitor, count):
        self.waiting = selectors.DefaultSelector()
        self.free = collections.deque(Line(visitor.connect()) for _ in range(count))

    def cast(self, messages):
        """Sends votes side by side and waits for all answers; each must be 201."""
        rest = list(messages)
        while rest or self.waiting.get_map():
            while rest and self.free:
                line = self.free.popleft()
                line.send(rest.pop())
                self.waiting.register(line.socket, selectors.EVENT_READ, line)
            ready = self.waiting.select(30)
            require(ready, "no vote was answered for half a minute")
            for key, _ in ready:
                status = key.data.hear()
                if status is None:
                    continue
                require(status == b"201", f"a vote was refused: {key.data.heard[:400]}")
                self.waiting.unregister(key.data.socket)
                self.free.append(key.data)

    def close(self):
        """Closes all of them."""
        for line in self.free:
            line.socket.close()
        self.waiting.close()


def sittings(votes, seconds=1200, most=64):
    """Votes in the order of their moments, in runs short enough for one look at the clock, and of
    each voter, who comes second in a vote, at most one in a run."""
    run, who = [], set()
    for vote in votes:
        if run and (vote[0] - run[0][0] > seconds or len(run) == most or vote[1] in who):
            yield run
            run, who = [], set()
        run.append(vote)
        who.add(vote[1])
    if run:
        yield run
