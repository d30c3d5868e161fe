"""32: backups beside a voting server, one of them killed; each restores to what was true then."""

import os
import signal
import subprocess
import threading
import time

from rig import Arena, Journal, Pending, require
from rig.client import many_ready
from rig.invariants import check, require_verified, votes
from rig.program import settings
from rig.waiting import until

NAME = "backup-restore"
SELF_CHECK = "the file is copied while the server writes"


class Voting:
    """Votes without pause until told to stop."""

    def __init__(self, arena, journal, made):
        self.arena, self.journal, self.made = arena, journal, made
        self.times, self.is_over = [], False
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def work(self):
        for voter, battle in self.made:
            if self.is_over:
                return
            begun = time.monotonic()
            answer = voter.vote(battle, "a")
            require(answer.status == 201, f"a vote during a backup was {answer.status}")
            self.times.append(time.monotonic() - begun)
            self.journal.ack(battle, "a")
            time.sleep(0.005)

    def end(self):
        """No more votes."""
        self.is_over = True
        self.thread.join()


def back_up(bench, arena, target):
    """One backup; a plain copy in the self-check."""
    if bench.broken:
        with open(arena.database, "rb") as source, open(target, "wb") as file:
            file.write(source.read())
        return
    said = bench.arena("backup", target, "--data", arena.data)
    require(said.returncode == 0, f"backup: {said.returncode} {said.stderr[-300:]}")
    require(os.path.exists(target), "the backup has not its name")


def run(bench):
    """Backs up, kills a backup, restores each and compares with the oracle."""
    if not bench.offers("backup"):
        raise Pending("needs `arena backup` and `arena restore`")
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))
    journal = Journal(f"{bench.memory}/oracle")
    count = bench.size(3, 30)
    voting = Voting(arena, journal, many_ready(arena.address, 150 * count, "backup"))
    until(lambda: len(voting.times) >= 25, 5 * bench.patience)
    quiet = sorted(voting.times)[int(len(voting.times) * 0.99)]
    before, seconds = [], []
    for number in range(count):
        acked = dict(journal.acks)
        begun = time.monotonic()
        back_up(bench, arena, bench.path(f"{number}.backup"))
        seconds.append(time.monotonic() - begun)
        before.append(acked)
    killed = bench.path("killed.backup")
    process = subprocess.Popen(
        [bench.program, "backup", killed, "--data", arena.data], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    time.sleep(bench.random.uniform(0.005, 0.05))
    process.send_signal(signal.SIGKILL)
    finished = process.wait() == 0
    require(finished or not os.path.exists(killed), "an unfinished backup has the final name")
    voting.end()
    later = sorted(voting.times)[int(len(voting.times) * 0.99)]
    kept = votes(arena.database)
    restored = 0
    for number, acked in enumerate(before):
        folder = bench.path(f"restored-{number}")
        said = bench.arena("restore", bench.path(f"{number}.backup"), "--data", folder)
        require(said.returncode == 0, f"restore: {said.returncode} {said.stderr[-300:]}")
        found = votes(f"{folder}/arena.db")
        missing = [battle for battle in acked if battle not in found]
        require(not missing, f"{len(missing)} votes acknowledged before a backup are not in it")
        require(all(kept.get(battle) == rows for battle, rows in found.items()),
                "a backup holds a vote that is not in the arena")
        require_verified(bench, folder)
        restored += 1
    full = bench.path("restored-0")
    again = bench.arena("restore", bench.path("0.backup"), "--data", full)
    require(again.returncode != 0, "a backup was restored over a folder in use")
    bench.figures = {"backups": count, "restored": restored, "s a backup": max(seconds),
                     "votes": len(journal.acks), "s vote p99 quiet": quiet, "s vote p99": later}
    arena.stop()
    check(bench, arena.database, journal, running=False)
