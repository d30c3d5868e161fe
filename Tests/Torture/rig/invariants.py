"""What must be true of a data folder after every fault: I1–I6, I8, I9 and I11 of the design."""

import json
import sqlite3
import time

from .behaviours import answer_text
from .bench import Failed


def connect(path):
    """A connection that never writes."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)


def votes(path, battles=None):
    """All votes, or those on some battles, by battle; one with two shows as a longer list."""
    found = {}
    database = connect(path)
    query = "SELECT battle, outcome FROM votes"
    if battles is not None:
        query += f" WHERE battle IN ({','.join('?' * len(battles))})"
    for battle, outcome in database.execute(query + " ORDER BY sequence", battles or ()):
        found.setdefault(battle, []).append(outcome)
    database.close()
    return found


COUNTS = {
    "I2 a battle with two votes":
        "SELECT count(*) FROM (SELECT battle FROM votes GROUP BY battle HAVING count(*) > 1)",
    "I3 a vote without two whole answers":
        "SELECT count(*) FROM votes WHERE battle NOT IN (SELECT battle FROM complete_turns)",
    "I4 a vote of another voter":
        "SELECT count(*) FROM votes v JOIN battles b ON b.id = v.battle WHERE b.voter <> v.voter",
    "I4 a vote on a battle that is not voted":
        "SELECT count(*) FROM votes v JOIN battles b ON b.id = v.battle WHERE b.state <> 'voted'",
    "I4 a voted battle without a vote":
        "SELECT count(*) FROM battles WHERE state = 'voted'"
        " AND id NOT IN (SELECT battle FROM votes)",
    "I6 a gap in the numbers":
        "SELECT ifnull(max(sequence), 0) - count(*) FROM votes",
    "I8 a tally that is not the votes'":
        """SELECT (SELECT ifnull(sum(first_wins + second_wins + ties + both_bad), 0)
                   FROM pair_tallies) - (SELECT count(*) FROM counted_votes)""",
    "I11 foreign keys": "SELECT count(*) FROM pragma_foreign_key_check",
}


TEXTS = """
    SELECT r.battle, v.upstream_model, t.prompt, r.text,
        EXISTS (SELECT 1 FROM battle_marks m WHERE m.battle = r.battle AND m.mark = 'stopped')
    FROM replies r
    JOIN turns t ON t.battle = r.battle AND t.number = r.turn
    JOIN battles b ON b.id = r.battle
    JOIN contender_versions v ON v.number = iif(r.side = 'a', b.a_version, b.b_version)
    WHERE r.state = 'complete' AND v.upstream_model GLOB 'ok*' AND t.prompt <> ''
"""


def foreign_texts(database):
    """I5: battles that hold an answer which M did not give as that version of a contender.

    Answers that their voter stopped are cut where he saw them end.
    """
    wrong = []
    for battle, model, prompt, text, stopped in database.execute(TEXTS):
        whole = answer_text(model, prompt)
        if not (whole.startswith(text.strip()) if stopped else text.strip() == whole):
            wrong.append(battle)
    return wrong


def check(bench, path, journal=None, running=True):
    """Checks all of it; gives a few figures. `running` says that battles may be in progress."""
    database = connect(path)
    state = database.execute("PRAGMA integrity_check").fetchone()[0]
    wrong = [] if state == "ok" else [f"I11 integrity_check: {state}"]
    for words, statement in COUNTS.items():
        count = database.execute(statement).fetchone()[0]
        if count:
            wrong.append(f"{words}: {count}")
    foreign = foreign_texts(database)
    if foreign:
        wrong.append(f"I5 answers of another: {len(foreign)}, as in battle {foreign[0]}")
    old = (time.time() - 200) * 1000
    stuck = database.execute(
        "SELECT count(*) FROM battles WHERE state = 'streaming' AND opened_at < ?",
        (old,)).fetchone()[0]
    if stuck or not running and database.execute(
            "SELECT count(*) FROM battles WHERE state = 'streaming'").fetchone()[0]:
        wrong.append("I9 a battle is still streaming")
    database.close()
    figures = {"lost": 0, "changed": 0, "doubled": 0}
    if journal is not None:
        kept = votes(path)
        figures["lost"] = sum(1 for battle in journal.acks if battle not in kept)
        figures["changed"] = sum(
            1 for battle, outcome in journal.acks.items()
            if battle in kept and kept[battle][0] != outcome)
        figures["doubled"] = sum(1 for outcomes in kept.values() if len(outcomes) > 1)
        if any(figures.values()):
            wrong.append(f"I1 of {len(journal.acks)} acknowledged votes {figures}")
    if wrong:
        raise Failed("; ".join(wrong))
    return figures


def verify(bench, folder):
    """What `arena verify --json` says of a folder; `None` where the program has no such command."""
    if not bench.offers("verify"):
        return None
    run = bench.arena("verify", "--json", "--data", folder)
    try:
        return run.returncode, json.loads(run.stdout)
    except ValueError:
        return run.returncode, {"words": run.stdout + run.stderr}


def require_verified(bench, folder):
    """Fails unless `arena verify` finds nothing, where there is such a command."""
    said = verify(bench, folder)
    if said and said[0] != 0:
        raise Failed(f"arena verify: {said[0]} {json.dumps(said[1])[:400]}")
    return "" if said else ", no `arena verify` yet"
