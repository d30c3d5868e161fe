"""F4, F10, F14: what a vote, a first byte and a refusal cost beside the disk of the same run."""

import os
import threading
import time

from rig import Arena, Visitor, require
from rig.client import many_ready
from rig.invariants import check
from rig.program import settings
from rig.waiting import until

NAME = "vote-and-first-byte"
SELF_CHECK = "everything must take no time"


def share(values, part):
    """A quantile of some values, in milliseconds."""
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def disk(folder, count=200):
    """How long an append of one page and its fdatasync take here and now."""
    times = []
    file = os.open(f"{folder}/probe", os.O_CREAT | os.O_WRONLY)
    for number in range(count):
        begun = time.monotonic()
        os.pwrite(file, b"x" * 4120, number * 4120)
        os.fdatasync(file)
        times.append(time.monotonic() - begun)
    os.close(file)
    return times


def voting(bench, arena, count, rate):
    """Votes at a rate over eight connections; how long each took."""
    made, times, lock = many_ready(arena.address, count, "pace"), [], threading.Lock()
    begun = time.monotonic()

    def client(number):
        for at in range(number, count, 8):
            voter, battle = made[at]
            twin = Visitor(voter.address)
            twin.cookies = dict(voter.cookies)
            time.sleep(max(0, begun + at / rate - time.monotonic()))
            start = time.monotonic()
            require(twin.vote(battle, "a").status == 201, "a vote was refused")
            with lock:
                times.append(time.monotonic() - start)
            twin.leave()

    bench.together(8, client)
    return times


def first_bytes(bench, arena, count, pair):
    """How long after M sent its first text the reader of the stream has some of it."""
    received = {}
    for number in range(count):
        voter = Visitor(arena.address)
        prompt = f"first {number} {pair}"
        battle = voter.open(prompt, kind="pair", pair=pair)
        connection = voter.connect()
        connection.sendall(voter.message("GET", f"/api/v1/battles/{battle}/stream"))
        heard = b""
        while b"event: delta" not in heard:
            heard += connection.recv(65536)
        received[prompt] = time.monotonic()
        connection.close()
        voter.leave()
    until(lambda: received.keys() <= {note["prompt"] for note in bench.upstream().log()},
          5 * bench.patience)
    sent = {}
    for note in bench.upstream().log():
        if note["prompt"] in received:
            sent[note["prompt"]] = min(sent.get(note["prompt"], 1e18), note["first"])
    return [received[prompt] - moment for prompt, moment in sent.items()]


def overload(bench):
    """How long a refusal takes when as many answers are written as are allowed."""
    text = settings(bench.upstream().port, ["slow@60.1", "slow@60.2"]).replace("8192", "20")
    arena = Arena(bench, text, data=bench.path("full"), log="full")
    voter, times = Visitor(arena.address), []
    for number in range(60):
        begun = time.monotonic()
        answer = voter.post("/api/v1/battles", {"prompt": f"more {number}"})
        if answer.status == 503:
            require(answer.header("retry-after"), "503 without Retry-After")
            times.append(time.monotonic() - begun)
    arena.kill()
    return times


def run(bench):
    """Measures; the short form tells and does not judge, because others may use the machine."""
    arena = Arena(bench, settings(
        bench.upstream().port, ["ok.1", "ok.2", "ended@3.1", "ended@3.2", "slow@3.1", "slow@3.2"]))
    before = disk(bench.folder)
    times = voting(bench, arena, bench.size(300, 6000), 200)
    synced = before + disk(bench.folder)
    first = first_bytes(bench, arena, bench.size(20, 300), ["c2", "c3"])
    # A word that may go on as a host's name waits for its end, behind the veil: for M's next piece.
    held = first_bytes(bench, arena, bench.size(5, 50), ["c4", "c5"])
    refusals = overload(bench)
    bench.figures = {
        "ms fdatasync p50": share(synced, 0.5), "ms fdatasync p99": share(synced, 0.99),
        "ms vote p50": share(times, 0.5), "ms vote p99": share(times, 0.99),
        "ms first byte p50": share(first, 0.5), "ms first byte p99": share(first, 0.99),
        "ms first byte p50 of a word left open": share(held, 0.5),
        "ms refusal at most": share(refusals, 1), "s to start": arena.ready_seconds}
    check(bench, arena.database)
    require(refusals, "nothing was refused at the limit")
    if not bench.full and not bench.broken:
        return
    strict, figures = 0 if bench.broken else 1, bench.figures
    require(figures["ms vote p50"] <= strict * (figures["ms fdatasync p50"] + 3 * bench.patience),
            "votes are slow beside the disk")
    require(figures["ms vote p99"] <= strict * (figures["ms fdatasync p99"] + 20 * bench.patience),
            "some votes are slow beside the disk")
    require(figures["ms first byte p50"] <= strict * 15 * bench.patience, "first bytes are late")
    require(figures["ms first byte p99"] <= strict * 60 * bench.patience, "some first bytes are late")
    require(figures["ms refusal at most"] <= strict * 100 * bench.patience, "refusals are slow")
