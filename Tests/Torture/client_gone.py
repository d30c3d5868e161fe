"""10: clients leave in every way in the middle of a stream; the upstream is closed soon after."""

import socket
import time

from rig import Arena, Visitor, require
from rig.client import reset
from rig.invariants import connect
from rig.program import settings
from rig.waiting import until

NAME = "client-gone-cancel"
SELF_CHECK = "the clients stay"
GRACE = 1
WAYS = ["close", "reset", "half-close"]


def start(address, prompt):
    """A battle and an open stream of which a little has come."""
    voter = Visitor(address)
    battle = voter.open(prompt)
    voter.leave()
    connection = voter.connect()
    connection.sendall(voter.message("GET", f"/api/v1/battles/{battle}/stream"))
    connection.recv(4096)
    return connection


def leave(way, connection):
    """Leaves; a half-closed socket is wholly closed a moment later."""
    if way == "reset":
        return reset(connection)
    if way == "half-close":
        connection.shutdown(socket.SHUT_WR)
        time.sleep(0.1)
    connection.close()


def count_of(arena, state):
    """How many battles are in a state."""
    database = connect(arena.database)
    count = database.execute("SELECT count(*) FROM battles WHERE state = ?", (state,)).fetchone()[0]
    database.close()
    return count


def run(bench):
    """Starts streams, leaves them at random moments, and reads when M was left."""
    own = "leave_grace_seconds"
    grace = own if bench.knows(own) else "unwatched_seconds"
    arena = Arena(bench, settings(
        bench.upstream().port, ["slow@400.1", "slow@400.2"],
        limits=f"  {grace}: {GRACE}\n"))
    base, count = arena.descriptors(), bench.size(60, 1000)
    moments, staying = {}, []
    for at in range(0, count, 30):
        prompts = [f"leave {number}" for number in range(at, min(at + 30, count))]
        streams = [(prompt, start(arena.address, prompt)) for prompt in prompts]
        bench.random.shuffle(streams)
        for number, (prompt, connection) in enumerate(streams):
            time.sleep(bench.random.uniform(0, 0.02))
            if bench.broken:
                staying.append(connection)
            else:
                leave(WAYS[number % 3], connection)
            moments[prompt] = time.monotonic()
    deadline = time.monotonic() + GRACE + 2 * bench.patience
    until(lambda: len(bench.upstream().log()) >= 2 * count, deadline - time.monotonic())
    closed = [(note["ended"] - moments[note["prompt"]], note) for note in bench.upstream().log()]
    delays = sorted(delay - GRACE for delay, note in closed if note.get("left"))
    until(lambda: not count_of(arena, "streaming") and arena.descriptors() - base <= 8,
          5 * bench.patience)
    votable, rest = count_of(arena, "ready"), arena.descriptors() - base
    bench.figures = {
        "streams": count, "upstreams": 2 * count, "closed": len(delays),
        "s after grace p50": delays[len(delays) // 2] if delays else -1.0,
        "s p99": delays[int(len(delays) * 0.99)] if delays else -1.0,
        "votable": votable, "descriptors more": rest}
    require(len(delays) == 2 * count, f"{2 * count - len(delays)} upstreams were not closed")
    require(delays[int(len(delays) * 0.99)] <= 1 * bench.patience, "closing took too long")
    require(votable == 0, f"{votable} half battles can be voted on")
    require(rest <= 8, f"{rest} descriptors are left over")
