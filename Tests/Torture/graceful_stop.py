"""24: SIGTERM under streams and voting clients; short streams end, votes stay, exit 0 in time."""

import os
import signal
import threading
import time

from rig import Arena, Failed, Journal, Visitor, require
from rig.client import many_ready
from rig.invariants import check
from rig.program import settings
from rig.waiting import until

NAME = "graceful-stop"
SELF_CHECK = "SIGKILL in the place of SIGTERM"


class Voters:
    """Clients who go on voting until the listener is gone."""

    def __init__(self, journal, made):
        self.journal, self.made = journal, made
        self.answers, self.lock = {}, threading.Lock()

    def work(self, number, count):
        for voter, battle in self.made[number::count]:
            twin = Visitor(voter.address)
            twin.cookies = dict(voter.cookies)
            self.journal.intent(battle, "b")
            try:
                answer = twin.vote(battle, "b")
                word = str(answer.status)
                if answer.status == 201:
                    self.journal.ack(battle, "b")
            except OSError as error:
                word = "refused" if isinstance(error, ConnectionRefusedError) else "closed"
            with self.lock:
                self.answers[word] = self.answers.get(word, 0) + 1
            twin.leave()
            time.sleep(0.02)


def follow(voter, battle, ends):
    """Reads one stream; notes how it ended."""
    try:
        body = voter.stream(battle)
        for word in (b"event: interrupted", b"event: end"):
            if word in body:
                ends.append(word.decode()[7:])
                return
        ends.append("without a word")
    except (OSError, Failed):
        ends.append("cut")


def stopping(bench, model, streams, name, limit, limits=""):
    """One stop with so many streams of a model and eight voting clients."""
    with_ok = settings(bench.upstream().port, ["ok.1", "ok.2"])
    arena = Arena(bench, with_ok, data=bench.path(name), log=name)
    made = many_ready(arena.address, 160, name)
    arena.stop()
    arena = arena.again(settings=settings(
        bench.upstream().port, [f"{model}.1", f"{model}.2"], limits=limits))
    journal, ends = Journal(f"{bench.memory}/{name}"), []
    watchers = []
    for number in range(streams):
        voter = Visitor(arena.address, seconds=limit + 10)
        battle = voter.open(f"watch {number}")
        thread = threading.Thread(target=follow, args=(voter, battle, ends), daemon=True)
        thread.start()
        watchers.append(thread)
    for voter, _ in made:
        voter.moved(arena.address)
    voters = Voters(journal, made)
    clients = [threading.Thread(target=voters.work, args=(n, 8)) for n in range(8)]
    for client in clients:
        client.start()
    # The stop is to come while votes do.
    until(lambda: sum(voters.answers.values()) >= 8, 10 * bench.patience)
    if bench.broken:
        os.kill(arena.pid, signal.SIGKILL)
    begun = time.monotonic()
    try:
        code, seconds = arena.stop(limit=limit * bench.patience + 30)
    except ProcessLookupError:
        code, seconds = arena.process.wait(), time.monotonic() - begun
    for thread in clients + watchers:
        thread.join(timeout=10)
    counts = {word: ends.count(word) for word in sorted(set(ends))}
    wal = f"{arena.database}-wal"
    figures = {f"{name}: s": seconds, "exit": code, "ends": str(counts),
               "votes": str(voters.answers),
               "log bytes": os.path.getsize(wal) if os.path.exists(wal) else 0}
    check(bench, arena.database, journal, running=False)
    return figures, counts, voters.answers


def run(bench):
    """Once with streams that end by themselves soon, once with one that never does."""
    figures, ends, answers = stopping(bench, "slow@20", bench.size(30, 500), "short", 12)
    bench.figures = figures
    judge(figures, answers, "short", 12 * bench.patience)
    require(set(ends) == {"end"}, f"short streams ended {ends}")
    has_setting = bench.knows("stop_seconds")
    if bench.full or has_setting:
        extra = "" if bench.full else "  stop_seconds: 3\n"
        figures, ends, answers = stopping(bench, "endless", 4, "endless", 31, extra)
        bench.figures |= {f"{key} (endless)": value for key, value in figures.items()}
        judge(figures, answers, "endless", 31 if bench.full else 5 * bench.patience)
        require(set(ends) == {"interrupted"}, f"endless streams ended {ends}")


def judge(figures, answers, name, limit):
    """What holds of every stop."""
    require(figures["exit"] == 0, f"{name}: exit code {figures['exit']}")
    require(figures[f"{name}: s"] <= limit, f"{name}: took {figures[f'{name}: s']:.1f} s")
    strange = set(answers) - {"201", "refused", "closed"}
    require(not strange, f"{name}: votes were answered {answers}")
    require(figures["log bytes"] == 0, f"{name}: the log was not emptied")
