"""1: replays the writes of a traced server into disk states a power cut may leave; no vote is lost."""

import os
import shutil
import sqlite3

from rig import Arena, Visitor, require
from rig.invariants import verify
from rig.program import settings
from rig.trace import Disk, read

NAME = "power-cut-replay"
SELF_CHECK = "fdatasync says yes and does nothing"
MODES = ["none", "all", "prefix", "subset", "torn"]


def record(bench):
    """Votes of eight clients under strace; gives the operations and the folder they were in."""
    trace = bench.path("trace")
    environment = {}
    if bench.broken:
        control = bench.path("lie")
        with open(control, "w") as file:
            file.write("lie\n")
        environment = {"LD_PRELOAD": bench.shim("disk"), "DISK_SHIM": control}
    arena = Arena(
        bench, settings(bench.upstream().port, ["ok.1", "ok.2", "ok.3"]),
        environment=environment, wrapper=[
            "strace", "-f", "-y", "-xx", "-s", "1000000", "-o", trace, "-e", "signal=none", "-e",
            "trace=pwrite64,write,writev,sendto,sendmsg,fdatasync,fsync,ftruncate,unlink,"
            "rename,openat,lseek"])
    per_client = bench.size(16, 250)

    def client(number):
        visitor = Visitor(arena.address)
        for turn in range(per_client):
            battle = visitor.ready(f"client {number} turn {turn} " + "long " * 200)
            outcome = ["a", "b", "tie", "both_bad"][(number + turn) % 4]
            answer = visitor.vote(battle, outcome)
            require(answer.status == 201, f"a vote was answered {answer.status}")

    bench.together(8, client)
    arena.stop(limit=60)
    return read(trace, arena.data), arena.data


def lost_in(path, acked):
    """How many acknowledged votes a database lacks, and whether it is whole; opens it for good."""
    try:
        database = sqlite3.connect(path)
        rows = dict(database.execute(
            "SELECT seal_digest, outcome FROM votes JOIN battles ON battles.id = votes.battle"))
        state = database.execute("PRAGMA integrity_check").fetchone()[0]
        database.close()
    except sqlite3.Error as error:
        rows, state = {}, "" if "no such table" in str(error) else str(error)
    lost = sum(1 for digest, outcome in acked.items() if rows.get(digest) != outcome)
    return lost, state in ("ok", "")


def run(bench):
    """Builds the states, opens each as SQLite would at the next start, and counts."""
    operations, folder = record(bench)
    acks = [op for op in operations if op.kind == "ack"]
    syncs = sum(op.kind == "synced" for op in operations)
    states = bench.size(500, 20000)
    points = sorted(bench.random.randrange(1, len(operations)) for _ in range(states))
    inside = [at for at, op in enumerate(operations) if op.is_checkpoint_write]
    for at in bench.random.sample(inside, min(len(inside), states // 20)):
        points.append(at)
    points = sorted(points)
    disk, acked, at = Disk(folder), {}, 0
    figures = {"acks": len(acks), "syncs": syncs, "states": len(points),
               "of them in a checkpoint": min(len(inside), states // 20), "losing": 0,
               "vote losses": 0, "not whole": 0, "verified": 0}
    target = f"{bench.memory}/state"
    for number, operation in enumerate(operations):
        while at < len(points) and points[at] == number:
            at += 1
            shutil.rmtree(target, ignore_errors=True)
            os.mkdir(target)
            disk.cut(target, bench.random.choice(MODES), bench.random)
            check_program = not bench.broken and at % bench.size(100, 200) == 0
            if check_program and os.path.exists(f"{target}/arena.db") and acked:
                said = verify(bench, target)
                if said is not None:
                    figures["verified"] += 1
                    require(said[0] == 0, f"arena verify of a state: {said[0]} {str(said[1])[:300]}")
            lost, whole = lost_in(f"{target}/arena.db", acked)
            figures["losing"] += lost > 0
            figures["vote losses"] += lost
            figures["not whole"] += not whole
        if operation.kind == "ack":
            acked[operation.digest] = operation.outcome
        else:
            disk.apply(operation)
    bench.figures = figures
    require(len(acks) >= bench.size(100, 1500), f"only {len(acks)} acknowledgements were traced")
    require(figures["losing"] == 0 and figures["not whole"] == 0,
            f"{figures['losing']} states lose votes, {figures['not whole']} are not whole")
