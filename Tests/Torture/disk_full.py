"""15: the volume fills up and empties again, in rounds; votes are 201 or 503 and none is lost."""

import os
import threading
import time

from rig import Arena, Failed, Journal, Visitor, require
from rig.client import many_ready
from rig.invariants import check, connect, votes
from rig.program import settings
from rig.volume import mounted

NAME = "disk-full"
SELF_CHECK = "a refused vote counts as acknowledged"
# Without and with a mark, in MiB, below which no battles are opened.
MARK = [{"ARENA_MIN_FREE_SPACE": "0"}, {"ARENA_MIN_FREE_SPACE": "4"}]
OUTCOMES = ["a", "b", "tie", "both_bad"]


def fill(point, name="ballast"):
    """Takes all the space that is left."""
    with open(f"{point}/{name}", "ab", buffering=0) as file:
        for size in (1 << 20, 65536, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                pass
        try:
            os.fsync(file.fileno())
        except OSError:
            pass


def open_until_refused(address, most=400):
    """Opens battles on long prompts until one is refused; how many were not."""
    visitor = Visitor(address)
    for number in range(most):
        answer = visitor.post("/api/v1/battles", {"prompt": f"{number} " + "long " * 6000})
        if answer.status == 503:
            return number
        require(answer.status == 201, f"opening gave {answer.status} {answer.text[:200]}")
        try:
            visitor.wait(answer.json()["id"], seconds=2)
        except Failed:
            return number + 1  # it could not be kept, and is not ready
    return most


def stuck(path):
    """How many battles are stored as being written."""
    database = connect(path)
    count = database.execute("SELECT count(*) FROM battles WHERE state = 'streaming'").fetchone()[0]
    database.close()
    return count


def run(bench):
    """Rounds of fill, vote, read, free, vote."""
    point, _, _ = mounted(bench, "volume")
    data = f"{point}/data"
    plain = settings(bench.upstream().port, ["ok.1", "ok.2"])
    has_mark = bench.knows("min_free_space")
    arena = Arena(bench, plain, data=data, environment=MARK[0])
    journal = Journal(f"{bench.memory}/oracle")
    figures = {"rounds": bench.size(3, 20), "acked": 0, "refused": 0, "kept though refused": 0,
              }
    left_over = 0
    codes, recoveries, clients = {}, [], bench.size(8, 64)
    for number in range(figures["rounds"]):
        if has_mark:
            arena.stop()
            arena = arena.again(environment=MARK[number % 2])
        made = many_ready(arena.address, 60 + 2 * clients, f"round {number}")
        spare = [made.pop() for _ in range(2 * clients)]
        fill(point)
        if has_mark and number % 2:
            time.sleep(1.2)  # the space is looked at once a second
        opened = open_until_refused(arena.address)
        figures["battles opened on a full disk"] = (
            figures.get("battles opened on a full disk", 0) + opened)
        require(not (has_mark and number % 2 and opened), "battles are opened below the mark")
        refused, lock = [], threading.Lock()

        def client(own):
            random = bench.random.__class__(f"{bench.seed} {number} {own}")
            for voter, battle in made[own::clients]:
                voter = _alone(voter)
                outcome = random.choice(OUTCOMES)
                for _ in range(3):
                    answer = voter.vote(battle, outcome)
                    require(answer.status in (201, 503),
                            f"a vote was answered {answer.status} {answer.text[:200]}")
                    if answer.status == 201:
                        break
                    with lock:
                        codes[answer.code] = codes.get(answer.code, 0) + 1
                with lock:
                    if answer.status == 201 or bench.broken:
                        journal.ack(battle, outcome)
                    else:
                        refused.append((voter, battle, outcome))

        bench.together(clients, client)
        reader = Visitor(arena.address)
        for path in ("/", "/leaderboard", "/healthz"):
            require(reader.get(path).status == 200, f"{path} is not served on a full disk")
        figures["refused"] += len(refused)
        require(arena.process.poll() is None, "the program ended on a full disk")
        os.unlink(f"{point}/ballast")
        begun = time.monotonic()
        voter, battle = spare[0][0], spare[0][1]
        while (answer := voter.vote(battle, "a")).status != 201:
            require(time.monotonic() - begun < 5, f"no vote 5 s after space: {answer.text[:200]}")
            time.sleep(0.05)
        recoveries.append(time.monotonic() - begun)
        journal.ack(battle, "a")
        limit = time.monotonic() + 5
        while stuck(arena.database) and time.monotonic() < limit:
            time.sleep(0.1)
        left_over += stuck(arena.database)
        kept = votes(arena.database)
        for voter, battle, outcome in refused:
            figures["kept though refused"] += battle in kept
            answer = voter.vote(battle, outcome)
            require(answer.status == 201 or battle in kept,
                    f"repeating a refused vote gave {answer.status} {answer.code}")
            journal.ack(battle, outcome)
    bench.figures = {**figures, "acked": len(journal.acks), "codes": str(codes),
                     "s to recover at most": max(recoveries),
                     "still streaming 5 s after": left_over}
    bench.figures |= check(bench, arena.database, journal)
    require(figures["refused"] > 0, "the disk was never full")
    require(figures["kept though refused"] == 0, "votes answered 503 were kept")
    require(left_over == 0, f"{left_over} battles that could not be kept are streaming for ever")
    arena.kill()
    arena = arena.again()
    check(bench, arena.database, journal)
    arena.stop()


def _alone(voter):
    """The same voter with a connection of its own."""
    twin = Visitor(voter.address)
    twin.cookies = dict(voter.cookies)
    return twin
