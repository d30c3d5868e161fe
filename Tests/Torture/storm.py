"""F4's second half: 64 clients vote without pause; how many votes a second are acknowledged and kept."""

import selectors
import time

from rig import Arena, Visitor, require
from rig.ballots import Line
from rig.filling import Filling
from rig.invariants import check, require_verified, votes
from rig.program import settings
from speed import disk, share

NAME = "vote-storm"
SELF_CHECK = "of each client one vote counts as acknowledged that was never sent"
CLIENTS = 64
BODY = b'{"outcome":"a"}'


class Client:
    """One voter's connection: the next vote leaves when the last one is answered."""

    def __init__(self, voter, battles):
        form = voter.message("POST", "/api/v1/battles/ID/vote", BODY,
                             {"Content-Type": "application/json"})
        self.before, self.after = form.split(b"ID", 1)
        self.battles, self.at = battles, 0
        self.line = Line(voter.connect())
        self.acked, self.times, self.begun = [], [], 0

    def send(self):
        """Sends the next vote; false when there is none."""
        if self.at == len(self.battles):
            return False
        self.begun = time.monotonic()
        self.line.send(self.before + self.battles[self.at].encode() + self.after)
        return True

    def hear(self):
        """Takes what has come; true when that ends the answer."""
        status = self.line.hear()
        if status is None:
            return False
        require(status == b"201", f"a vote was refused: {self.line.heard[:300]}")
        self.times.append(time.monotonic() - self.begun)
        self.acked.append(self.battles[self.at])
        self.at += 1
        return True


def storm(clients, seconds):
    """Has all of them vote for so long; gives how long it took in the end."""
    begun = time.monotonic()
    with selectors.DefaultSelector() as waiting:
        for client in clients:
            if client.send():
                waiting.register(client.line.socket, selectors.EVENT_READ, client)
        while waiting.get_map():
            ready = waiting.select(30)
            require(ready, "no vote was answered for half a minute")
            for key, _ in ready:
                client = key.data
                if not client.hear():
                    continue
                if time.monotonic() - begun > seconds or not client.send():
                    waiting.unregister(client.line.socket)
    return time.monotonic() - begun


def voters(bench, arena, each):
    """The clients' voters, each with so many battles that can be voted on; the arena has ended."""
    owners = []
    for number in range(CLIENTS):
        voter = Visitor(arena.address)
        battle = voter.open(f"storm {number}")
        require(voter.wait(battle).get("votable"), "a battle did not become votable")
        voter.leave()
        owners.append((voter, battle))
    arena.stop()
    filling = Filling(arena.database, bench.seed)
    made = [(voter, filling.battles(battle, each)) for voter, battle in owners]
    filling.close()
    return made


def run(bench):
    """Lets them vote, and looks for every acknowledged vote in the file."""
    seconds, each = bench.size(3, 60), bench.size(150, 3_000)
    arena = Arena(bench, settings(bench.upstream().port, [f"ok.{n}" for n in range(6)]))
    made = voters(bench, arena, each)
    arena = arena.again(wait=60)
    clients = [Client(voter.moved(arena.address), battles) for voter, battles in made]
    before, begun = disk(bench.folder), arena.cpu()
    took = storm(clients, seconds)
    processor = (arena.cpu() - begun) / took
    synced = before + disk(bench.folder)
    for client in clients:
        client.line.socket.close()
    times = [moment for client in clients for moment in client.times]
    acked = [battle for client in clients for battle in client.acked]
    if bench.broken:
        acked += [client.battles[-1] for client in clients if client.at < each]
        acked += ["never sent"] * (len(acked) == len(times))
    kept = votes(arena.database)
    lost = [battle for battle in acked if kept.get(battle) != ["a"]]
    bench.figures = {
        "acked": len(acked), "lost": len(lost), "s": took, "votes a second": len(acked) / took,
        "ms vote p50": share(times, 0.5), "ms vote p99": share(times, 0.99),
        "ms fdatasync p50": share(synced, 0.5), "processors of the server": processor}
    require(not lost, f"{len(lost)} of {len(acked)} acknowledged votes are not in the file")
    require(len(kept) == len(acked), f"{len(kept)} votes are kept, {len(acked)} were acknowledged")
    check(bench, arena.database)
    code, _ = arena.stop()
    require(code == 0, f"the last stop gave exit code {code}")
    require_verified(bench, arena.data)
    if bench.full:
        require(len(acked) / took >= 2000 / bench.patience, "too few votes a second")
