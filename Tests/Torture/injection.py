"""35: SQL, paths, headers and log lines in every parameter; the answers are those to a harmless word."""

import glob
import json
import re
import urllib.parse

from rig import Arena, Visitor, require
from rig.client import first_answer
from rig.invariants import check
from rig.program import settings

NAME = "injection-corpus"
SELF_CHECK = "every answer is taken for a difference"
SQL = ["'", "''", "\"", "' OR '1'='1", "'; DROP TABLE votes; --", "1; ATTACH 'x.db' AS x", "\\'",
       "' UNION SELECT sql FROM sqlite_master --", "%' OR 1=1 --", "\0", "1e309", "NaN", "-1", "9" * 40,
       "'||randomblob(1e9)||'", "*", "MATCH 'a'", "a' COLLATE nocase", "/**/", "`id`", "[id]", "?1"]
PATHS = ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "....//....//etc/passwd", "%2e%2e/%2e%2e/x",
         "/etc/passwd", "..\\..\\x", "%252e%252e%252f", "arena.db", "../secret.key", "%c0%ae%c0%ae/",
         "file:///etc/passwd", "a%00.css", "..;/", ".git/config", "%5c..%5c", "~root", "//x//y", "..."]
LOGS = ["a\nERROR forged", "a\r\nforged", "\x1b[31mred", "a\u2028b", "%0aforged", "{{7*7}}", "${jndi:x}",
        "\u202eabc", "a\x00b", "a\x7fb", "<script>alert(1)</script>", "\ud7ff\uffff"]
HARMLESS = "harmless"


def routes(address):
    """All GET routes of the documents with their query parameters."""
    document = json.loads(Visitor(address).get("/openapi.json").body)
    for path, methods in document["paths"].items():
        if "get" in methods and "stream" not in path:
            query = [item["name"] for item in methods["get"].get("parameters", [])
                     if item["in"] == "query"]
            yield path, query


def targets(address):
    """Places for a payload: a function from its quoted form to an address."""
    for path, query in routes(address):
        if "{" in path or "**" in path:
            yield path, lambda text, path=path: re.sub(r"\{[^}]*\}|\*\*", lambda _: text, path)
        for name in query:
            plain = re.sub(r"\{[^}]*\}|\*\*", "votes.csv", path)
            yield f"{path}?{name}", lambda text, p=plain, n=name: f"{p}?{n}={text}"
    yield "a made-up query", lambda text: f"/leaderboard?{text}={text}"
    yield "static", lambda text: f"/static/{text}"


def run(bench):
    """Each payload at each place, then in headers and bodies; compares statuses with the harmless."""
    secret = "root:x:0"
    arena = Arena(bench, settings(bench.upstream().port, ["ok.1", "ok.2"]),
                  environment={"ARENA_LOG": "info"})
    visitor = Visitor(arena.address)
    before = set(glob.glob(f"{bench.folder}/**", recursive=True))
    payloads = [urllib.parse.quote(text.encode("utf-8", "surrogatepass"), safe="")
                for text in SQL + LOGS] + PATHS
    if not bench.full:
        payloads = bench.random.sample(payloads, 12)
    asked, strange = 0, []
    for place, address in targets(arena.address):
        expected = visitor.get(address(HARMLESS)).status
        for text in payloads:
            answer = visitor.get(address(text))
            asked += 1
            told = "sqlite" in answer.text.lower() and "sqlite" not in text
            if answer.status >= 500 or secret in answer.text or told or bench.broken:
                strange.append(f"{place} with {text[:40]}: {answer.status} (harmless {expected})")
    asked += bodies(bench, visitor, strange)
    asked += headers(arena.address, strange)
    made = {path for path in set(glob.glob(f"{bench.folder}/**", recursive=True)) - before
            if not path.startswith(arena.data)}
    heads = {note["head"] for note in bench.upstream().log()}
    with open(arena.errors, encoding="utf-8", errors="replace") as file:
        forged = [line for line in file.read().splitlines() if line.startswith(("forged", "ERROR"))]
    bench.figures = {"requests": asked, "payloads": len(payloads), "strange": len(strange),
                     "new files": len(made - {bench.upstream().log_path}), "forged lines": len(forged),
                     "head lengths at M": len(heads)}
    require(not strange, "; ".join(strange[:5]))
    require(not made - {bench.upstream().log_path}, f"files were made: {made}")
    require(not forged, f"log lines were forged: {forged[:3]}")
    require(len(heads) <= 2, f"requests upstream have {heads} lines of head")
    check(bench, arena.database)


def bodies(bench, visitor, strange):
    """Payloads as prompts, outcomes, ids and fields."""
    asked = 0
    for text in SQL + PATHS + LOGS:
        battle = None
        answer = visitor.post("/api/v1/battles", {"prompt": text})
        if answer.status == 201:
            battle = answer.json()["id"]
            kept = visitor.wait(battle)["turns"][0]["prompt"]
            if kept.strip() != text.replace("\r\n", "\n").strip() and "\0" not in text:
                strange.append(f"the prompt {text!r} was bent")
        for body in ({"outcome": text}, {"outcome": "a", text: 1}, {"outcome": [text]},
                     {"outcome": "a", "comment": 7}, {"outcome": {"a": text}}):
            answer = visitor.post(f"/api/v1/battles/{battle or 'A' * 22}/vote", body)
            asked += 1
            if answer.status not in (400, 404, 413, 422):
                strange.append(f"a vote of {json.dumps(body)[:80]}: {answer.status}")
        for wish in ({"kind": text}, {"pair": [text, text], "kind": "pair"}, {"publish": text}):
            answer = visitor.post("/api/v1/battles", {"prompt": "x", **wish})
            asked += 1
            if answer.status not in (400, 413, 422):
                strange.append(f"opening with {json.dumps(wish)[:80]}: {answer.status}")
    return asked


def headers(address, strange):
    """Header lines that try to become more lines, cookies that try to be somebody."""
    asked = 0
    for name in ("Cookie: arena_voter=", "Accept-Language: ", "Last-Event-ID: ", "If-None-Match: ",
                 "X-Forwarded-For: ", "Origin: ", "Host: ", "User-Agent: ", "Accept: "):
        for text in [*SQL, *LOGS, "a" * 3000, "\xff\xfe"]:
            line = (name + text).replace("\n", " ").replace("\r", " ").encode(
                "utf-8", "surrogatepass").replace(b"\0", b"")
            answer = first_answer(
                address, b"GET /leaderboard HTTP/1.1\r\nHost: a\r\n" + line + b"\r\n\r\n")
            asked += 1
            if answer and (answer.status >= 500 or any("forged" in value
                                                       for _, value in answer.head)):
                strange.append(f"{line[:60]!r}: {answer.status}")
    return asked
