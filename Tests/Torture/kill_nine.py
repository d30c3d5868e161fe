"""2: SIGKILL at random instants under 16 voting clients; no acknowledged vote is lost or doubled."""

import collections
import os
import threading
import time
import uuid

from rig import Arena, Failed, Journal, Visitor, require
from rig.invariants import check, require_verified
from rig.program import settings

NAME = "kill-nine-oracle"
SELF_CHECK = "a vote counts as acknowledged when it is sent"
OUTCOMES = ["a", "b", "tie", "both_bad"]


class Clients:
    """Sixteen who open battles and vote until the server is gone."""

    def __init__(self, bench, journal):
        self.bench, self.journal = bench, journal
        self.ready = collections.deque()
        self.unsure, self.lock = {}, threading.Lock()
        self.times, self.refused = [], 0

    def walk(self, number, address, until):
        """One client's life between two kills."""
        random = self.bench.random.__class__(f"{self.bench.seed} {number} {until}")
        visitor = Visitor(address, seconds=10)
        try:
            while time.monotonic() < until + 5:
                if self.ready and random.random() < 0.85:
                    self.vote(*self.ready.popleft(), address, random)
                else:
                    opened = [visitor.open(f"Question {random.random()}") for _ in range(4)]
                    for battle in opened:
                        if visitor.wait(battle, seconds=10).get("votable"):
                            self.ready.append((dict(visitor.cookies), battle))
        except (OSError, IndexError, ValueError, Failed):
            pass  # the server was killed in the middle: that is the point
        finally:
            visitor.leave()

    def vote(self, cookies, battle, address, random):
        """One vote, noted before and after."""
        outcome, key = random.choice(OUTCOMES), str(uuid.UUID(int=random.getrandbits(128)))
        voter = Visitor(address, seconds=10)
        voter.cookies = cookies
        self.journal.intent(battle, outcome)
        if self.bench.broken:
            self.journal.ack(battle, outcome)
        with self.lock:
            self.unsure[battle] = (cookies, outcome, key)
        begun = time.monotonic()
        answer = voter.vote(battle, outcome, key)
        voter.leave()
        if answer.status != 201:
            self.refused += 1
            raise Failed(f"a vote was answered {answer.status} {answer.code}")
        self.times.append(time.monotonic() - begun)
        self.journal.ack(battle, outcome)
        with self.lock:
            del self.unsure[battle]

    def repeat(self, address):
        """Sends every unanswered vote again, as it was; the first one stands."""
        repeated = 0
        for battle, (cookies, outcome, key) in list(self.unsure.items()):
            voter = Visitor(address)
            voter.cookies = cookies
            answer = voter.vote(battle, outcome, key)
            if answer.status in (200, 201):
                require(answer.json()["vote"] == outcome, f"repeated vote became {answer.text}")
            else:
                require(answer.code == "already-voted", f"repeated vote: {answer.text[:200]}")
                require(voter.look(battle)["vote"] == outcome, "another choice was kept")
            voter.leave()
            self.journal.ack(battle, outcome)
            del self.unsure[battle]
            repeated += 1
        return repeated


def run(bench):
    """Kills, restarts, repeats, and compares the votes with the oracle's journal."""
    journal = Journal(f"{bench.memory}/oracle")
    clients = Clients(bench, journal)
    arena = Arena(bench, settings(bench.upstream().port, [f"ok.{n}" for n in range(6)]))
    kills = int(os.environ.get("TORTURE_KILLS", bench.size(36, 2000)))
    ready, repeated = [], 0
    for _ in range(kills):
        moment = bench.random.uniform(0.005, 0.5)
        until = time.monotonic() + moment
        threads = [threading.Thread(target=clients.walk, args=(n, arena.address, until))
                   for n in range(16)]
        for thread in threads:
            thread.start()
        time.sleep(max(0, until - time.monotonic()))
        arena.kill()
        for thread in threads:
            thread.join()
        arena = arena.again()
        ready.append(arena.ready_seconds)
        if not bench.broken:
            repeated += clients.repeat(arena.address)
    bench.figures = {
        "kills": kills, "acked": len(journal.acks), "repeated": repeated,
        "refused": clients.refused,
        **check(bench, arena.database, journal), "s to ready at most": max(ready)}
    require(clients.refused == 0, f"{clients.refused} votes were refused with the disk in order")
    require(max(ready) <= 2 * bench.patience, f"a restart took {max(ready):.2f} s")
    code, _ = arena.stop()
    require(code == 0, f"the last stop gave exit code {code}")
    check(bench, arena.database, journal, running=False)
    require_verified(bench, arena.data)
    require(len(journal.acks) >= kills, "too few votes to mean anything")
