"""19: clients that dribble, stall and idle by the hundred; others are served, they are closed."""

import selectors
import socket
import time

from rig import Arena, Visitor, require
from rig.program import settings

NAME = "slow-and-stalled"
SELF_CHECK = "the slow ones must be closed within half a second"


class Crowd:
    """Sockets that misbehave; notes when the server closed each."""

    def __init__(self, bench, arena):
        self.bench, self.arena = bench, arena
        self.sockets, self.closed = {}, {}
        self.selector = selectors.DefaultSelector()

    def add(self, kind, first, drip):
        """One socket that sends `first`, then a byte of `drip` each second."""
        connection = socket.create_connection(self.arena.address, timeout=5)
        connection.sendall(first)
        connection.setblocking(False)
        self.sockets[connection] = [kind, drip, time.monotonic()]
        self.selector.register(connection, selectors.EVENT_READ)

    def tend(self):
        """Reads what was closed, and sends the next byte where it is time."""
        for key, _ in self.selector.select(0):
            connection = key.fileobj
            try:
                ended = not connection.recv(65536)
            except OSError:
                ended = True
            if ended:
                kind, _, begun = self.sockets.pop(connection)
                self.closed.setdefault(kind, []).append(time.monotonic() - begun)
                self.selector.unregister(connection)
                connection.close()
        for connection, (_, drip, _) in list(self.sockets.items()):
            try:
                if drip:
                    connection.send(drip)
            except OSError:
                pass

    def end(self):
        """Closes all that are left."""
        for connection in self.sockets:
            connection.close()


def stall(arena, prompt):
    """A reader who asks for a stream of much text and never reads."""
    voter = Visitor(arena.address)
    battle = voter.open(prompt, kind="pair", pair=["c2", "c3"])
    voter.leave()
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(arena.address)
    connection.sendall(voter.message("GET", f"/api/v1/battles/{battle}/stream"))
    return connection, time.monotonic()


def run(bench):
    """All kinds together, and a normal client beside them."""
    grace = "  leave_grace_seconds: 1\n" if bench.knows("leave_grace_seconds") else ""
    # Beyond the limit of connections there is a quick refusal, which is another test's matter.
    arena = Arena(bench, settings(
        bench.upstream().port, ["ok.1", "ok.2", "flood.1", "flood.2"],
        limits="  answer_bytes: 16777216\n  connections: 12000\n" + grace))
    crowd = Crowd(bench, arena)
    normal, base = Visitor(arena.address), arena.memory()
    for _ in range(bench.size(200, 3000)):
        crowd.add("slow head", b"GET / HTTP/1.1\r\nHost: a\r\nX-A: ", b"a")
    for _ in range(bench.size(80, 1000)):
        crowd.add("slow body", b"POST /api/v1/battles HTTP/1.1\r\nHost: a\r\n"
                  b"Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{", b" ")
    for _ in range(bench.size(200, 5000)):
        crowd.add("idle", b"", b"")
    crowded = arena.memory()
    stalled = [stall(arena, f"stalled {n}") for n in range(bench.size(3, 12))]
    times, failed, highest = [], 0, crowded
    last = time.monotonic()
    limit = time.monotonic() + bench.size(40, 180)
    while time.monotonic() < limit:
        begun = time.monotonic()
        try:
            failed += normal.get("/leaderboard").status != 200
            times.append(time.monotonic() - begun)
        except OSError:
            failed += 1
        highest = max(highest, arena.memory())
        if time.monotonic() - last >= 1:
            last = time.monotonic()
            crowd.tend()
            left = {note["prompt"] for note in bench.upstream().log() if note.get("left")}
            if not any(kind != "idle" for kind, _, _ in crowd.sockets.values()) and all(
                    f"stalled {n}" in left for n in range(len(stalled))):
                break
        time.sleep(0.05)
    crowd.end()
    judge(bench, crowd, stalled, times, failed, (crowded - base, highest - crowded))


def judge(bench, crowd, stalled, times, failed, growth):
    """What must hold; `growth` is the memory for the crowd and for the stalled."""
    times.sort()
    ends = {note["prompt"]: note["ended"] for note in bench.upstream().log()}
    stall_times = [ends[f"stalled {n}"] - begun for n, (_, begun) in enumerate(stalled)
                   if f"stalled {n}" in ends]
    kinds = ("slow head", "slow body")
    bench.figures = {
        "requests": len(times), "failed": failed, "s p99": times[int(len(times) * 0.99)],
        **{f"s until a {kind} was closed": max(crowd.closed.get(kind, [-1.0])) for kind in kinds},
        "never closed": sum(kind in kinds for kind, _, _ in crowd.sockets.values()),
        "stalled": len(stalled), "of them ended": len(stall_times),
        "s until then": max(stall_times, default=-1.0),
        "MiB for the crowd": growth[0], "MiB for the stalled": growth[1]}
    require(failed == 0, f"{failed} of {len(times)} normal requests failed")
    require(bench.figures["s p99"] < 0.5 * bench.patience, "normal requests were slow")
    require(bench.figures["never closed"] == 0,
            f"{bench.figures['never closed']} slow clients were never closed")
    limit = 0.5 if bench.broken else 12 + bench.patience
    for kind in kinds:
        require(max(crowd.closed[kind]) <= limit, f"a {kind} held on for too long")
    require(len(stall_times) == len(stalled) and max(stall_times) <= 26 + bench.patience,
            "a reader who never reads holds its battle")
    require(growth[0] <= 200, f"memory grew by {growth[0]:.0f} MiB for the crowd")
    # Each holds two answers of some four MiB, far beyond the usual limit, so that no buffer takes them.
    require(growth[1] <= 100 + 48 * len(stalled), f"memory grew by {growth[1]:.0f} MiB for the stalled")
