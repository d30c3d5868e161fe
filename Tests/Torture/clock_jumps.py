"""37: the wall clock jumps days and years while people vote; nothing is lost, cut or counted anew."""

import os
import threading
import time

from rig import Arena, Journal, Visitor, require
from rig.client import many_ready
from rig.invariants import check, connect, require_verified
from rig.program import settings

NAME = "clock-jumps"
SELF_CHECK = "the clock jumps a day and an hour forward before each vote"
HOUR = 3_600_000
JUMPS = [0, -24 * HOUR, HOUR, 10 * 365 * 24 * HOUR, -HOUR, 2000, -2000, 0]


class Clock:
    """The shim's offset file."""

    def __init__(self, bench):
        self.path = bench.path("offset")
        self.set(0)
        self.environment = {"LD_PRELOAD": bench.shim("clock"), "CLOCK_SHIM": self.path}

    def set(self, milliseconds):
        """The wall clock is so far off from now on."""
        with open(self.path + ".new", "w") as file:
            file.write(str(milliseconds))
        os.replace(self.path + ".new", self.path)


def run(bench):
    """Votes under each offset, a stream across all jumps, an hour-glass for work at rest."""
    clock = Clock(bench)
    arena = Arena(bench, settings(
        bench.upstream().port, ["ok.1", "ok.2", "slow@50.1", "slow@50.2"]),
        environment=clock.environment)
    journal, order = Journal(f"{bench.memory}/oracle"), []
    watcher, ended = Visitor(arena.address, seconds=60), []
    long = watcher.open("a long answer", kind="pair", pair=["c2", "c3"])
    thread = threading.Thread(target=lambda: ended.append(watcher.stream(long)), daemon=True)
    thread.start()
    busiest, refused, last = 0.0, {}, 0
    for offset in JUMPS:
        jump, last = offset - last, offset
        made = []
        for number in range(bench.size(6, 60)):
            voter = Visitor(arena.address)
            made.append((voter, voter.ready("quick", kind="pair", pair=["c0", "c1"])))
        clock.set(offset + (25 * HOUR if bench.broken else 0))
        for voter, battle in made[::2]:
            answer = voter.vote(battle, "a")
            if answer.status == 201:
                journal.ack(battle, "a")
                order.append(battle)
            else:
                word = f"{jump // 1000} s {answer.code}"
                refused[word] = refused.get(word, 0) + 1
        for voter, _ in made[1::2]:  # opened and voted under the same clock
            battle = voter.ready("under this clock", kind="pair", pair=["c0", "c1"])
            answer = voter.vote(battle, "b")
            require(answer.status == 201, f"at {offset} ms a vote was {answer.status}")
            journal.ack(battle, "b")
            order.append(battle)
        cpu, begun = arena.cpu(), time.monotonic()
        time.sleep(0.3)
        busiest = max(busiest, (arena.cpu() - cpu) / (time.monotonic() - begun))
    jitter(bench, clock, arena, journal, order)
    clock.set(0)
    thread.join(timeout=30)
    database = connect(arena.database)
    stored = [row[0] for row in database.execute("SELECT battle FROM votes ORDER BY sequence")]
    database.close()
    bench.figures = {"jumps": len(JUMPS), "acked": len(journal.acks), "refused": str(refused),
                     "share of a core at rest": busiest, **check(bench, arena.database, journal)}
    require(ended and b"event: end" in ended[0], "the stream was cut by a jump")
    require(busiest < 0.4 * bench.patience, f"{busiest:.0%} of a core is used at rest")
    require(stored == order, "the votes' numbers are not in the order of their answers")
    require(all(int(word.split()[0]) >= 24 * 3600 for word in refused),
            f"votes were refused though a day had not passed: {refused}")
    require(expiry(bench, clock, arena) == "closed", "a battle of the day before takes a vote")
    arena.stop()
    check(bench, arena.database, journal, running=False)
    require_verified(bench, arena.data)


def jitter(bench, clock, arena, journal, order):
    """Votes while the clock goes two seconds to and fro."""
    made = many_ready(arena.address, bench.size(10, 200), "jitter", visitors=1)
    for number, (voter, battle) in enumerate(made):
        if voter.look(battle)["state"] != "ready":
            continue
        clock.set(2000 if number % 2 else -2000)
        answer = voter.vote(battle, "tie")
        require(answer.status == 201, f"under jitter a vote was {answer.status}")
        journal.ack(battle, "tie")
        order.append(battle)


def expiry(bench, clock, arena):
    """What a vote is told 25 hours after its battle was opened."""
    voter = Visitor(arena.address)
    battle = voter.ready("yesterday", kind="pair", pair=["c0", "c1"])
    clock.set(25 * HOUR)
    code = voter.vote(battle, "a").code
    clock.set(0)
    return code
