"""23: SIGKILL while battles are written; after the restart none of them streams or takes a vote."""

import time

from rig import Arena, Journal, Visitor, require
from rig.client import many_ready
from rig.invariants import check
from rig.program import settings
from rig.waiting import until

NAME = "restart-recovery"
SELF_CHECK = "battles are put back to streaming after the restart"


def run(bench):
    """Kills in the middle of many streams, then looks at each battle as its voter does."""
    arena = Arena(bench, settings(bench.upstream().port, ["slow.1", "slow.2"]))
    count = bench.size(40, 300)
    voters = [Visitor(arena.address) for _ in range(8)]
    battles = [(voters[n % 8], voters[n % 8].open(f"restart {n}")) for n in range(count)]
    last, battle = battles[-1]
    until(lambda: last.look(battle)["turns"][0]["a"]["text"], 5 * bench.patience)
    shown = [voter.look(battle) for voter, battle in battles]
    writing = sum(document["state"] == "streaming" for document in shown)
    cut = sum(bool(document["turns"][0]["a"]["text"]) for document in shown)
    arena.kill()
    arena = arena.again()
    begun = time.monotonic()
    if bench.broken:
        import sqlite3
        database = sqlite3.connect(arena.database)
        database.execute("DROP TRIGGER battles_stay_over")
        database.execute("UPDATE battles SET state = 'streaming'")
        database.commit()
        database.close()
    states, votes_taken = {}, 0
    for voter, battle in battles:
        document = voter.moved(arena.address).look(battle)
        states[document["state"]] = states.get(document["state"], 0) + 1
    seconds = time.monotonic() - begun
    for voter, battle in battles:
        answer = voter.vote(battle, "a")
        votes_taken += answer.status == 201
        require(answer.status == 409, f"a vote on a cut battle: {answer.status}")
        stream = voter.get(f"/api/v1/battles/{battle}/stream", {"Last-Event-ID": "1-3-3"})
        require(stream.status in (200, 204), f"its stream: {stream.status} {stream.text[:100]}")
        page = voter.get(f"/b/{battle}")
        require(page.status == 200, f"its page: {page.status}")
    bench.figures = {"battles": count, "writing at the kill": writing, "with text": cut,
                     **{f"{state} after": number for state, number in states.items()},
                     "votes taken": votes_taken, "s to ready": arena.ready_seconds,
                     "s to look at all": seconds}
    require(writing == count, "not all battles were being written")
    require(set(states) == {"failed"}, f"states after the restart: {states}")
    require(arena.ready_seconds < 2 * bench.patience, "the restart took too long")
    finished_ones(bench, arena)
    check(bench, arena.database, running=False)


def finished_ones(bench, arena):
    """Battles that were complete before a kill can be voted on after it, by their owner alone."""
    arena.stop()
    whole = arena.again(settings=settings(bench.upstream().port, ["ok.1", "ok.2"]))
    made = many_ready(whole.address, 12, "finished")
    whole.kill()
    whole = whole.again()
    journal = Journal(f"{bench.memory}/oracle")
    for voter, battle in made:
        stranger = Visitor(whole.address)
        stranger.open("mine")
        require(stranger.vote(battle, "b").status == 404, "a stranger could vote")
        answer = voter.moved(whole.address).vote(battle, "tie")
        require(answer.status == 201, f"a finished battle's vote: {answer.status} {answer.text}")
        journal.ack(battle, "tie")
        stranger.leave()
    bench.figures["votes on finished ones"] = len(journal.acks)
    whole.stop()
    check(bench, whole.database, journal, running=False)
