"""16: each Nth write, sync, read or cut of the disk fails once; nothing acknowledged is lost."""

import errno
import os
import time

from rig import Arena, Journal, Visitor, require
from rig.client import many_ready
from rig.invariants import check, votes
from rig.program import settings

NAME = "io-error-fail-stop"
SELF_CHECK = "a refused vote counts as acknowledged"
OUTCOMES = ["a", "b", "tie", "both_bad"]
CALLS = [
    ("fdatasync", errno.EIO, "-"), ("pwrite64", errno.EIO, "-"), ("pwrite64", errno.ENOSPC, "-"),
    ("fdatasync", errno.EIO, "arena.db"), ("pread64", errno.EIO, "-"),
    ("ftruncate64", errno.EIO, "-")]


class Round:
    """One fault: a fresh start, votes until it strikes and after, a restart without it."""

    def __init__(self, bench, arena, number, call, code, nth, end):
        self.bench, self.arena, self.number = bench, arena, number
        self.call, self.code, self.nth, self.end = call, code, nth, end
        self.control = bench.path("disk-control")
        self.journal = Journal(f"{bench.memory}/oracle-{number}")
        self.refused, self.slowest, self.late = {}, 0.0, 0
        self.struck = False

    @property
    def is_fatal(self):
        """Whether nothing may be acknowledged any more: a full disk passes, a broken one does not."""
        return self.call in ("fdatasync", "pwrite64") and self.code == errno.EIO

    def write(self, text):
        """Changes what the shim does from now on."""
        with open(self.control + ".new", "w") as file:
            file.write(text + "\n")
        os.replace(self.control + ".new", self.control)

    def strikes(self):
        """How often the fault has struck."""
        try:
            with open(self.control + ".log") as file:
                return len(file.readlines())
        except FileNotFoundError:
            return 0

    def vote(self, voter, battle, outcome):
        """One vote under the fault."""
        begun = time.monotonic()
        try:
            answer = voter.moved(self.arena.address).vote(battle, outcome)
            status, code = answer.status, answer.code
        except OSError:
            status, code = None, "closed"
        self.slowest = max(self.slowest, time.monotonic() - begun)
        if status == 201:
            self.journal.ack(battle, outcome)
            self.late += bool(self.refused) and self.is_fatal
        else:
            require(status in (None, 503, 409), f"a vote was answered {status} {code}")
            self.refused[battle] = status
            if self.bench.broken:
                self.journal.ack(battle, outcome)

    def run(self, battles):
        """Votes on battles, with the fault at the Nth call from the first on, until four votes after
        it struck; gives back the battles that were not needed."""
        before, after, used = self.strikes(), 0, 0
        self.write(f"{self.call} {self.code} {self.nth} 1 {self.end} #{self.number}")
        for voter, battle in battles:
            self.vote(voter, battle, self.bench.random.choice(OUTCOMES))
            used += 1
            after += self.strikes() > before
            if after > 4 or self.arena.process.poll() is not None:
                break
        self.struck = self.strikes() > before
        self.write("off")
        if self.refused:
            self.code_at_end = self.arena.ended(
                within=self.bench.patience if self.code == errno.EIO else 0.1)
        return battles[used:]


def run(bench):
    """One round for each call and N; the same data folder all along."""
    control = bench.path("disk-control")
    environment = {"LD_PRELOAD": bench.shim("disk"), "DISK_SHIM": control}
    figures = {"faults": 0, "struck": 0, "acked": 0, "refused": 0, "kept though refused": 0,
               "late acks": 0, "ended by itself": 0, "went on": 0}
    slowest, exits, wrong = 0.0, {}, []
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]),
                  environment=environment)
    numbers = range(1, 401) if bench.full else [1, 2, 3, 5, 8]
    pool, missed = [], {}
    for nth in numbers:
        for call, code, end in CALLS:
            # A call that votes hardly make does not come so often, however many they are.
            if missed.get((call, code, end), 0) == 8:
                continue
            count = 6 + (nth if bench.full else 4)
            while len(pool) < count:
                pool += many_ready(arena.address, 40, f"fault {figures['faults']} {nth}")
            battles, pool = pool[:count], pool[count:]
            round = Round(bench, arena, figures["faults"], call, code, nth, end)
            pool = round.run(battles) + pool
            figures["faults"] += 1
            figures["struck"] += round.struck
            missed[call, code, end] = 0 if round.struck else missed.get((call, code, end), 0) + 1
            figures["acked"] += len(round.journal.acks)
            figures["refused"] += len(round.refused)
            figures["late acks"] += round.late
            slowest = max(slowest, round.slowest)
            if round.refused:
                ended = round.code_at_end
                exits[ended] = exits.get(ended, 0) + 1
                figures["ended by itself"] += ended is not None
                figures["went on"] += ended is None
                if ended is None:
                    reads = Visitor(arena.address).get("/leaderboard").status
                    require(reads == 200, f"reading gave {reads} after a failed write")
                if ended not in (None, 70):
                    wrong.append(f"{call} {nth}: exit {ended}, wanted 70")
                if ended is not None or round.is_fatal:
                    arena.kill()
                    arena = arena.again()
            kept = votes(arena.database, [battle for _, battle in battles])
            lost = [b for b, o in round.journal.acks.items() if kept.get(b) != [o]]
            require(not lost, f"{len(lost)} acknowledged votes lost after {call} "
                    f"{errno.errorcode[code]} at {nth} on {end}")
            figures["kept though refused"] += sum(
                1 for battle, status in round.refused.items() if status == 503 and battle in kept)
    bench.figures = {**figures, "s slowest answer": slowest, "exits": str(exits)}
    check(bench, arena.database)
    require(figures["late acks"] == 0, f"{figures['late acks']} votes acknowledged after a "
            "failed write on the same process")
    require(figures["kept though refused"] == 0,
            f"{figures['kept though refused']} votes were answered 503 and stand")
    require(slowest < 5, f"an answer took {slowest:.1f} s")
    require(not wrong, "; ".join(wrong[:3]))
    require(figures["struck"] >= figures["faults"] / 3, "the faults did not strike")
