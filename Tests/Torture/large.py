"""F12, F15: a store with many votes: the start, the walk along the chain, a backup, a vote."""

import os
import sqlite3
import threading
import time

from rig import Arena, Visitor, require
from rig.client import many_ready
from rig.filling import Filling
from rig.program import settings
from rig.waiting import until
from speed import disk, share

NAME = "large-store"
SELF_CHECK = "one link in the middle of the chain is another"
MODELS = [f"ok.{number}" for number in range(8)]


def voting(bench, arena, made):
    """How long each of some votes took, one after another."""
    times = []
    for voter, battle in made:
        begun = time.monotonic()
        require(voter.vote(battle, "a").status == 201, "a vote was refused")
        times.append(time.monotonic() - begun)
    return times


def timed(work):
    """How long something took."""
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def filled(bench, count):
    """An arena's data with so many votes; what the program was told to take, and the settings."""
    configuration = settings(bench.upstream().port, MODELS)
    arena = Arena(bench, configuration)
    for owner, battle in many_ready(arena.address, 60, "model vote"):
        outcome = bench.random.choice(["a", "b", "a", "b", "tie", "both_bad"])
        require(owner.vote(battle, outcome).status == 201, "a vote was refused")
    arena.stop()
    seconds = timed(lambda: Filling(arena.database, bench.seed).fill(count, int(time.time() * 1000)))
    if bench.broken:
        database = sqlite3.connect(arena.database)
        database.execute("DROP TRIGGER vote_chain_stands")
        database.execute("UPDATE vote_chain SET leaf = head WHERE sequence = ?", (count // 2,))
        database.commit()
        database.close()
    return arena, seconds


def rest(arena, limit=300):
    """Waits until the server has said that it walked its chain, and has read what it reads ahead."""
    def is_walked():
        with open(arena.errors, encoding="utf-8", errors="replace") as file:
            return "the chain of votes is whole" in file.read()
    require(until(is_walked, limit), f"the server did not walk its chain in {limit} s")
    require(Visitor(arena.address).get("/api/v1/registry").status == 200, "no registry")


def run(bench):
    """Fills, kills, starts, verifies, votes, and backs up beside votes."""
    count = bench.size(5_000, 1_000_000)
    count = int(os.environ.get("TORTURE_VOTES", count))
    arena, filling = filled(bench, count)
    size = os.path.getsize(arena.database) / 2 ** 20
    verified = []
    verify = timed(lambda: verified.append(bench.arena("verify", "--data", arena.data, timeout=3600)))
    require(verified[0].returncode == 0, f"verify: {verified[0].stderr[-300:]}")
    clean = arena.again(environment={"ARENA_LOG": "info"}, wait=300)
    first = clean.ready_seconds
    made = many_ready(clean.address, 400, "vote")
    rest(clean)
    quiet = voting(bench, clean, made[:200])
    seconds = []
    thread = threading.Thread(target=lambda: seconds.append(timed(
        lambda: bench.arena("backup", bench.path("copy"), "--data", clean.data, timeout=3600))))
    thread.start()
    beside = voting(bench, clean, made[200:])
    thread.join()
    require(os.path.exists(bench.path("copy")), "there is no backup")
    board = timed(lambda: Visitor(clean.address).get("/api/v1/leaderboard"))
    clean.kill()
    again = clean.again(wait=300)
    visitor = Visitor(again.address)
    whole = until(lambda: visitor.get("/api/v1/leaderboard").json().get("votes") == count + 400,
                  30 * bench.patience)
    probe = disk(bench.folder)
    bench.figures = {
        "votes": count, "MiB": round(size), "s filling": filling, "s verify": verify,
        "s start": first, "s start after a kill": again.ready_seconds,
        "ms vote p50": share(quiet, 0.5), "ms vote p99": share(quiet, 0.99),
        "ms vote p99 beside a backup": share(beside, 0.99), "s backup": seconds[0],
        "s leaderboard": board, "ms fdatasync p50": share(probe, 0.5),
        "ms fdatasync p99": share(probe, 0.99)}
    require(whole, "the leaderboard is not made of all votes")
    stopped = again.stop(limit=120)
    require(stopped[0] == 0, f"it ended with {stopped[0]}")
    if bench.full:
        require(again.ready_seconds <= 2 * bench.patience, "the start after a kill takes too long")
        require(seconds[0] <= 60 * max(1, size / 1024), "the backup takes too long")
        require(share(beside, 0.99) <= 2 * max(share(quiet, 0.99), 20 * bench.patience),
                "votes wait for the backup")
