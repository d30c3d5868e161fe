"""17: flipped bits, cut and missing logs, swapped files, edited rows: none passes in silence."""

import os
import shutil
import sqlite3

from rig import Arena, Failed, Pending, Visitor, require
from rig.client import many_ready
from rig.invariants import verify
from rig.program import settings

NAME = "damage-detected"
SELF_CHECK = "the anchor is yesterday's"
COLUMNS = "sequence, battle, voter, outcome, cast_at, pool, kind, a_contender, b_contender"
FRAME = 24 + 4096


def rows(path):
    """All votes, or `None` where the file cannot be read."""
    try:
        database = sqlite3.connect(path)
        found = database.execute(f"SELECT {COLUMNS} FROM votes ORDER BY sequence").fetchall()
        database.close()
        return found
    except (sqlite3.Error, UnicodeError):  # SQLite's own words quote what is damaged
        return None


def edited(folder, *statements):
    """Changes rows behind the program's back, as an operator with a shell can."""
    database = sqlite3.connect(f"{folder}/arena.db", isolation_level=None)
    database.execute("PRAGMA foreign_keys=OFF")
    for name, in database.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        database.execute(statement)
    database.close()


def flip(path, at, bit):
    """Turns one bit over."""
    with open(path, "r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ (1 << bit)]))


def cut(path, size):
    """Leaves the first bytes of a file."""
    with open(path, "r+b") as file:
        file.truncate(size)


class Cases:
    """Every damage: a name and what does it to a copy of the folder."""

    def __init__(self, bench, base, old):
        self.bench, self.base, self.old = bench, base, old

    def all(self):
        wal = f"{self.base}/arena.db-wal"
        size = os.path.getsize(wal) if os.path.exists(wal) else 0
        yield "log deleted", lambda f: os.unlink(f"{f}/arena.db-wal")
        frames = list(range(32, size, FRAME))
        if not self.bench.full:
            frames = self.bench.random.sample(frames, min(len(frames), 8))
        for at in frames:
            yield f"log cut at {at}", lambda f, at=at: cut(f"{f}/arena.db-wal", at)
        yield "yesterday's file", self.yesterday
        for words, statement in (
                ("vote changed", "UPDATE votes SET outcome = iif(outcome='a','b','a')"
                 " WHERE sequence = 20"),
                ("vote's time changed", "UPDATE votes SET cast_at = cast_at + 1"
                 " WHERE sequence = 11"),
                ("side exchanged", "UPDATE votes SET a_contender = b_contender,"
                 " b_contender = a_contender WHERE sequence = 13"),
                ("last vote deleted", "DELETE FROM votes WHERE sequence ="
                 " (SELECT max(sequence) FROM votes)"),
                ("vote deleted", "DELETE FROM votes WHERE sequence = 15")):
            yield words, lambda f, s=statement: edited(f, s)
        yield "all of the tail deleted", self.tail
        for file in ("arena.db", "arena.db-wal"):
            length = os.path.getsize(f"{self.base}/{file}") if size or file == "arena.db" else 0
            for _ in range(self.bench.size(12, 500) if length else 0):
                at, bit = self.bench.random.randrange(length), self.bench.random.randrange(8)
                yield (f"bit {bit} of byte {at} of {file}",
                       lambda f, name=file, a=at, b=bit: flip(f"{f}/{name}", a, b))

    def yesterday(self, folder):
        for name in ("arena.db", "arena.db-wal", "arena.db-shm"):
            if os.path.exists(f"{folder}/{name}"):
                os.unlink(f"{folder}/{name}")
        shutil.copy(f"{self.old}/arena.db", folder)

    def tail(self, folder):
        edited(folder, "DELETE FROM votes WHERE sequence > 25",
               "DELETE FROM vote_chain WHERE sequence > 25")


def history(bench):
    """A folder with votes in file and log as a kill leaves it, and one of the day before."""
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]))
    for voter, battle in many_ready(arena.address, 30, "yesterday"):
        require(voter.vote(battle, "a").status == 201, "a vote was refused")
    arena.stop()
    shutil.copytree(arena.data, bench.path("old"))
    arena = arena.again()
    for voter, battle in many_ready(arena.address, 30, "today"):
        require(voter.vote(battle, "b").status == 201, "a vote was refused")
    arena.kill()
    return arena, bench.path("old")


def starts_read_only(bench, arena, folder):
    """Whether a server on the damaged folder says so and takes no vote."""
    try:
        hurt = Arena(bench, arena.settings, folder, log="hurt")
    except Failed:
        return True  # it does not start at all, and says why
    opening = Visitor(hurt.address).post("/api/v1/battles", {"prompt": "Anybody?"})
    hurt.kill()
    return opening.status == 503


def run(bench):
    """Damages copies and asks `arena verify` and the start what they see."""
    if not bench.offers("verify"):
        raise Pending("needs the chain of votes and `arena verify`")
    arena, old = history(bench)
    truth = rows_of_copy(bench, arena.data)
    figures = {"cases": 0, "that change a vote": 0, "silent": 0, "starts tried": 0}
    silent = []
    for number, (words, damage) in enumerate(Cases(bench, arena.data, old).all()):
        folder = bench.path("hurt")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(arena.data, folder)
        damage(folder)
        if bench.broken:
            shutil.copy(f"{old}/arena.anchor", folder)
        figures["cases"] += 1
        code = verify(bench, folder)[0]
        is_changed = rows_of_copy(bench, folder) != truth
        figures["that change a vote"] += is_changed
        if is_changed and code == 0:
            silent.append(words)
        if is_changed and (number < 20 or bench.random.random() < 0.1):
            figures["starts tried"] += 1
            if not starts_read_only(bench, arena, folder):
                silent.append(f"start after {words}")
    figures["silent"] = len(silent)
    bench.figures = figures
    require(not silent, f"passed in silence: {', '.join(silent[:6])}")
    require(figures["that change a vote"] >= 8, "nothing was damaged")


def rows_of_copy(bench, folder):
    """The votes as the next start would find them, without touching the folder."""
    copy = f"{bench.memory}/copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return rows(f"{copy}/arena.db")
