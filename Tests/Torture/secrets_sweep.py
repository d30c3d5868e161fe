"""8: keys and tokens are looked for in all that leaves the program and all that it writes."""

import glob
import json
import os
import re

from rig import Arena, Visitor, require
from rig.canaries import scan
from rig.program import settings

NAME = "secret-canary-sweep"
SELF_CHECK = "a word of the answers is taken for a key"
KEY = "sk-CANARY-9f4e1c77a2b84d05b6e3"


def administrator(arena):
    """Somebody who entered by the printed link, and the code of it."""
    code = arena.admin.rpartition("=")[2]
    admin = Visitor(arena.address)
    answer = admin.ask(
        "POST", "/admin/enter", f"code={code}&name=Ada".encode(),
        {"Content-Type": "application/x-www-form-urlencoded"})
    require(answer.status == 303, f"the admin link gave {answer.status} {answer.text[:200]}")
    return admin, code


def every_page(bench, arena, visitors, battle):
    """All GET routes of the documents, as several people; gives all bytes that came."""
    document = json.loads(Visitor(arena.address).get("/openapi.json").body)
    heard = b""
    asked = 0
    for path, methods in document["paths"].items():
        if "get" not in methods:
            continue
        path = path.replace("{id}", battle).replace("{side}", "a").replace("{file}", "votes.csv")
        path = re.sub(r"\{[^}]*\}|\*\*", "1", path)
        for visitor in visitors:
            answer = visitor.get(path)
            asked += 1
            heard += b"\n".join(f"{k}: {v}".encode("latin-1", "replace") for k, v in answer.head
                                if k != "set-cookie") + answer.body
            require(answer.status < 500 or path == "/readyz", f"{path}: {answer.status}")
    return heard, asked


def run(bench):
    """Faults, votes, an admin's visit, a stop; then the sweep."""
    models = ["ok.1", "ok.2", "s401", "s500", "errorobject", "reset", "s302", "ok.3"]
    arena = Arena(
        bench, settings(bench.upstream().port, models, key_env="M_KEY"),
        environment={"M_KEY": KEY, "ARENA_LOG": "trace"})
    admin, code = administrator(arena)
    voter = Visitor(arena.address)
    opened = [voter.open(f"secret {number}") for number in range(40)]
    for made in opened:
        if voter.wait(made).get("votable"):
            battle = made
            require(voter.vote(made, "a").status == 201, "a vote was refused")
    secrets = {
        "key": [KEY], "admin code": [code],
        "session": [value for name, value in admin.cookies.items() if "admin" in name],
        "voter signature": [voter.cookies["arena_voter"].rpartition(".")[2]]}
    heard, asked = every_page(bench, arena, [Visitor(arena.address), voter, admin], battle)
    with open(f"/proc/{arena.pid}/cmdline", "rb") as file:
        arguments = file.read()
    children = open(f"/proc/{arena.pid}/task/{arena.pid}/children").read().split()
    exports = b"".join(
        bench.arena("export", subject, "--data", arena.data).stdout.encode()
        for subject in ("votes", "ratings", "battles"))
    doctor = bench.arena("config", "show", "--config", arena.config, "--data", arena.data,
                         environment={"M_KEY": KEY})
    live = files(arena)
    arena.stop()
    with open(f"{arena.data}/secret.key", "rb") as file:
        cookie_key = file.read()
    places = {"responses": heard, "arguments": arguments, "exports": exports,
              "config show": (doctor.stdout + doctor.stderr).encode(), **live, **files(arena)}
    hits = []
    for place, data in places.items():
        for kind, values in secrets.items():
            if bench.broken and kind == "key":
                values = values + ["after another"]
            for hit in scan(data, values):
                hits.append((place, kind, hit[1]))
        if cookie_key[:32] in data or cookie_key.hex().encode() in data:
            hits.append((place, "cookie key", ""))
    allowed = {("standard output", "admin code")}  # the greeting says it, once, to the operator
    hits = [hit for hit in hits if hit[:2] not in allowed]
    bench.figures = {"places": len(places), "bytes": sum(map(len, places.values())),
                     "pages": asked, "hits": len(hits), "children": len(children)}
    require(not hits, f"secrets found: {hits[:5]}")


def files(arena):
    """The data folder's files but the key's own, and both outputs."""
    found = {}
    for path in glob.glob(f"{arena.data}/**", recursive=True):
        if os.path.isfile(path) and not path.endswith("secret.key"):
            name = os.path.relpath(path, arena.data)
            with open(path, "rb") as file:
                found[f"file {name}"] = file.read()
    for name, path in (("standard output", arena.out), ("log", arena.errors)):
        with open(path, "rb") as file:
            found[name] = file.read()
    return found
