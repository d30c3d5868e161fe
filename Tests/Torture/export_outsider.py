"""34: what an outsider can do with an export: recompute the ratings, check the file, find no secret."""

import hashlib
import json
import os
import subprocess
import sys

from rig import Arena, Visitor, require
from rig.client import many_ready
from rig.program import settings
from rig.secrets import ORDINARY, secrets
from rig.waiting import until

NAME = "export-outsider"
SELF_CHECK = "one vote of the export is turned, and nothing is masked"
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Scripts/recompute_leaderboard.py")
MODELS = ["ok.1", "ok.2", "ok.3", "ok.4", "echo.1", "echo.2", "s500.1", "slow@600.1"]


def states(arena):
    """Battles that nobody votes on, in every state; gives their voter."""
    voter = Visitor(arena.address)
    pair = {"kind": "pair", "pair": ["c4", "c5"]}
    skipped = voter.ready("SKIPPED", **pair)
    require(voter.post(f"/api/v1/battles/{skipped}/skip").status == 204, "skip failed")
    voter.ready("READY", **pair)
    failed = voter.open("FAILED", kind="pair", pair=["c4", "c6"])
    require(voter.wait(failed)["state"] == "failed", "it did not fail")
    voter.open("STREAMING", kind="pair", pair=["c5", "c7"])
    return voter


def masked(bench, arena, voter):
    """How many secrets the operator's export still tells, and which ordinary texts it changed."""
    known = secrets(bench.random)
    pair = {"kind": "pair", "pair": ["c4", "c5"]}
    said = [text for text, _ in known] + ORDINARY
    for at in range(0, len(said), 10):
        battle = voter.ready("\n\n".join(said[at:at + 10]), **pair)
        require(voter.vote(battle, "tie").status == 201, "a vote was refused")
    more = ["--raw"] if bench.broken else []
    run = bench.arena("export", "battles", "--data", arena.data, *more)
    require(run.returncode == 0, run.stderr[-300:])
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    texts = "\n\n".join(
        turn[name] for row in rows for turn in row["turns"] for name in turn) + "\n\n"
    told = [text for text, secret in known if secret in texts]
    changed = [text for text in ORDINARY if texts.count(text + "\n") < 3]
    return known, told, changed, rows


def recomputed(bench, name, votes, board):
    """Runs the outsider's script on the two files."""
    paths = [bench.path(f"{name}.votes"), bench.path(f"{name}.board")]
    for path, text in zip(paths, (votes, board)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return subprocess.run([sys.executable, SCRIPT, *paths], capture_output=True, text=True)


def manifest(bench, arena, reader):
    """Exports to a file and holds it against its manifest and against the chain."""
    path = bench.path(f"votes-{len(reader)}.jsonl")
    run = bench.arena("export", "votes", "--out", path, "--data", arena.data, *reader,
                      environment={"LD_PRELOAD": bench.shim("clock"),
                                   "CLOCK_SHIM": bench.path("clock")})
    require(run.returncode == 0, run.stderr[-300:])
    with open(path, "rb") as file:
        data = file.read()
    with open(path + ".manifest.json", encoding="utf-8") as file:
        told = json.load(file)
    require(told["sha256"] == hashlib.sha256(data).hexdigest(), "the manifest's sum is not the file's")
    require(told["bytes"] == len(data) and told["rows"] == data.count(b"\n"), f"counts {told}")
    newest = Visitor(arena.address).get(f"/api/v1/receipts/{told['chain']['sequence']}").json()
    require(newest["head"] == told["chain"]["head"], "the manifest's head is not the chain's")
    return told


def run(bench):
    """Casts votes, moves the clock beyond the lag of public exports, and looks from outside."""
    clock = bench.path("clock")
    with open(clock, "w", encoding="ascii") as file:
        file.write("0")
    arena = Arena(bench, settings(bench.upstream().port, MODELS[:4]), environment={
        "LD_PRELOAD": bench.shim("clock"), "CLOCK_SHIM": clock})
    boards, choice = [], bench.random.choice
    for count in (1, bench.size(60, 600)):
        for owner, battle in many_ready(arena.address, count, f"of {count}"):
            outcome = choice(["a", "a", "b", "b", "tie", "both_bad"])
            require(owner.vote(battle, outcome).status == 201, "a vote was refused")
        boards.append(look(arena, clock, 1 if count == 1 else 1 + count))
    arena.stop()
    arena = arena.again(settings=settings(bench.upstream().port, MODELS))
    voter = states(arena)
    known, told, changed, rows = masked(bench, arena, voter)
    votes = sum(row.get("winner") is not None for row in rows)
    apart = []
    for number, (export, board) in enumerate(boards):
        if bench.broken:
            lines = export.splitlines()
            turned = {"model_a": "model_b", "model_b": "model_a"}
            row = next(n for n, line in enumerate(lines) if '"winner":"model_' in line)
            vote = json.loads(lines[row])
            vote["winner"] = turned[vote["winner"]]
            lines[row] = json.dumps(vote)
            export = "\n".join(lines) + "\n"
        done = recomputed(bench, f"board{number}", export, board)
        apart.append(done.stdout.strip() or done.stderr[-200:])
        if done.returncode:
            apart[-1] = "NOT " + apart[-1]
    public = Visitor(arena.address).get("/api/v1/exports/battles.jsonl").text
    open_rows = [json.loads(line) for line in public.splitlines()]
    named = [row["state"] for row in open_rows + rows if row.get("model_a") and row["state"] != "voted"]
    ends = sorted({row["state"] for row in rows})
    bench.figures = {
        "secrets": len(known), "masked": len(known) - len(told), "ordinary texts": len(ORDINARY),
        "of them changed": len(changed), "votes": votes, "states": "/".join(ends),
        "recomputed": "; ".join(apart)}
    require(not [words for words in apart if words.startswith("NOT")], "; ".join(apart))
    require(len(told) <= 0.02 * len(known), f"{len(told)} secrets are told: {told[:4]}")
    require(not changed, f"ordinary texts were changed: {changed[:4]}")
    require(not named, f"names in battles {sorted(set(named))}")
    require({"voted", "skipped", "failed"} == set(ends), f"states {ends}")
    for word in ("READY", "STREAMING", "SKIPPED", "FAILED"):
        require(word not in public, f"the export for everyone holds {word}")
    owner, everyone = manifest(bench, arena, []), manifest(bench, arena, ["--open"])
    require(owner["reader"] == "owner" and everyone["reader"] == "everyone", "readers")
    require(everyone["rows"] == votes or everyone["rows"] == len(boards[1][0].splitlines()),
            f"{everyone['rows']} rows for everyone")


def look(arena, clock, votes):
    """The public votes and the leaderboard, a quarter of an hour and more after the last vote."""
    visitor = Visitor(arena.address)
    until(lambda: visitor.get("/api/v1/leaderboard").status == 200, 20)
    with open(clock, encoding="ascii") as file:
        offset = int(file.read())
    with open(clock, "w", encoding="ascii") as file:
        file.write(str(offset + 20 * 60 * 1000))
    export = visitor.get("/api/v1/exports/votes.jsonl?pool=real").text
    counted = sum(json.loads(line)["counted"] and json.loads(line)["kind"] == "random"
                  for line in export.splitlines())
    require(counted == votes, f"{counted} votes are exported of {votes}")
    until(lambda: visitor.get("/api/v1/leaderboard").json()["votes"] == counted, 20)
    return export, visitor.get("/api/v1/leaderboard").text
