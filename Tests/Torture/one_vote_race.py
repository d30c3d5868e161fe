"""6: hundreds of different votes on one battle in the same instant; one is taken, all hear which."""

import sqlite3
import threading

from rig import Arena, require
from rig.client import Reader, many_ready
from rig.invariants import check, votes
from rig.program import settings

NAME = "one-vote-race"
SELF_CHECK = "the database takes any number of votes on a battle"
OUTCOMES = ["a", "b", "tie", "both_bad"]


def volley(voter, battle, count, random):
    """So many votes at once: all but the last byte is sent before any last byte is."""
    shots = []
    for number in range(count):
        outcome = random.choice(OUTCOMES)
        message = voter.message("POST", f"/api/v1/battles/{battle}/vote", {"outcome": outcome})
        connection = voter.connect()
        connection.sendall(message[:-1])
        shots.append((connection, message[-1:], outcome))
    random.shuffle(shots)
    for connection, last, _ in shots:
        connection.send(last)
    answers = []
    for connection, _, outcome in shots:
        answers.append((outcome, Reader(connection).answer()))
        connection.close()
    return answers


def weaken(path):
    """Takes away what keeps a battle to one vote: the index, the triggers, the closed state."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON;")
    table = database.execute("SELECT sql FROM sqlite_master WHERE name='votes'").fetchone()[0]
    rest = database.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name='votes' AND sql IS NOT NULL"
        " AND type IN ('trigger','index') AND name NOT IN ('votes_are_cast_once')").fetchall()
    database.executescript(
        table.replace("CREATE TABLE votes", "CREATE TABLE votes_open", 1)
        .replace('CREATE TABLE "votes"', "CREATE TABLE votes_open", 1)
        .replace("NOT NULL UNIQUE", "NOT NULL", 1) + ";"
        "INSERT INTO votes_open SELECT * FROM votes; DROP TABLE votes;"
        "ALTER TABLE votes_open RENAME TO votes; DROP TRIGGER battles_stay_over;")
    for statement, in rest:
        database.execute(statement)
    database.execute(
        "CREATE TRIGGER votes_reopen AFTER INSERT ON votes"
        " BEGIN UPDATE battles SET state='ready' WHERE id=new.battle; END")
    database.close()


def run(bench):
    """Fires volleys at battles, four battles side by side."""
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))
    if bench.broken:
        arena.stop()
        weaken(arena.database)
        arena = arena.again()
    battles, shots = bench.size(20, 200), bench.size(100, 500)
    made = many_ready(arena.address, battles, "race")
    taken = {}
    lock = threading.Lock()

    def side(number):
        random = bench.random.__class__(f"{bench.seed} {number}")
        for voter, battle in made[number::4]:
            answers = volley(voter, battle, shots, random)
            wins = [outcome for outcome, answer in answers if answer.status == 201]
            with lock:
                taken[battle] = (wins, answers)

    bench.together(4, side)
    kept = votes(arena.database)
    bench.figures = {
        "battles": battles, "shots each": shots,
        "201 answers": sum(len(wins) for wins, _ in taken.values()),
        "rows": sum(len(rows) for rows in kept.values())}
    for battle, (wins, answers) in taken.items():
        require(len(wins) == 1, f"battle {battle} took {len(wins)} votes")
        require(kept.get(battle) == wins, f"kept {kept.get(battle)}, answered {wins}")
        reveals = {answer.json()["reveal"]["seal"]["sha256"] for _, answer in answers}
        require(len(reveals) == 1, "the answers tell of different reveals")
        for _, answer in answers:
            require(answer.status == 201 or answer.code == "already-voted",
                    f"a late vote was answered {answer.status} {answer.text[:200]}")
    voter, battle = made[0]
    require(voter.look(battle)["vote"] == kept[battle][0], "the page tells another choice")
    check(bench, arena.database)
