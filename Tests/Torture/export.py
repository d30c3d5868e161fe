"""34: exported files hold no formula, no text that is not to be published, and nothing is bent."""

import csv
import io
import json
import re

from rig import Arena, Visitor, require
from rig.program import settings

NAME = "export-safety"
SELF_CHECK = "a number is taken for a formula"
STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
BODIES = ["1+1", "cmd|' /C calc'!A0", "SUM(1)", "HYPERLINK(\"x\")", "=1", "1e5-1", "-inf"]
CELLS = [start + body for start in STARTS for body in BODIES] + [
    "\"=1\"", "'=1", "a\r\n=1", "a,\"b\",c", "=1;2", "\u200b=1", "%=1", "|calc", "-nan", "+0x1p3"]


def configuration(port):
    """Contenders whose names are formulas."""
    text = settings(port, [f"ok.{n}" for n in range(6)])
    for number, cell in enumerate(["=1+1", "＠SUM(A1)", "+2", "-inf", "=cmd|' /C calc'!A0", "a,b"]):
        text = text.replace(f'name: "N{number}"', f"name: {json.dumps(cell)}")
    return text


def formulas(text, broken):
    """Cells that a spreadsheet would compute."""
    found, width = [], None
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        width = width or len(row)
        require(len(row) == width, f"a row of {len(row)} cells under {width} columns: {row}")
        for cell in row:
            # What OWASP's "CSV Injection" lists, and a cell that begins so is no number.
            is_number = re.fullmatch(r"[+-]?\d+(\.\d+)?(e-?\d+)?", cell) is not None
            if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and (broken or not is_number):
                found.append(cell)
            if broken and is_number:
                found.append(cell)
    return found


def run(bench):
    """Battles in all states on prompts of formulas, published and not; then every export."""
    arena = Arena(bench, configuration(bench.upstream().port))
    voter = Visitor(arena.address)
    private, public, voted, comments = [], [], 0, 0
    for number, cell in enumerate(CELLS * bench.size(1, 5)):
        is_published = number % 3 != 0
        text = f"{cell} PUBLIC{number}" if is_published else f"{cell} PRIVATE{number}"
        battle = voter.ready(text, publish=is_published)
        if number % 4 == 3:
            require(voter.post(f"/api/v1/battles/{battle}/skip").status == 204, "skip failed")
            continue
        (public if is_published else private).append(text)
        answer = voter.post(f"/api/v1/battles/{battle}/vote", {
            "outcome": "a", "comment": f"{cell} COMMENT", "reasons": {"a": ["clear"]}})
        require(answer.status == 201, f"vote: {answer.status} {answer.text[:200]}")
        voted += 1
    bad, texts, lines = [], {}, 0
    for kind in ("votes", "battles", "ratings"):
        for form in ("csv", "jsonl"):
            answer = voter.get(f"/api/v1/exports/{kind}.{form}")
            if answer.status == 404:
                continue
            require(answer.status == 200, f"{kind}.{form}: {answer.status}")
            texts[f"{kind}.{form}"] = answer.text
    for subject, form in (("votes", "csv"), ("votes", "jsonl"), ("battles", "jsonl"),
                          ("ratings", "csv")):
        said = bench.arena("export", subject, "--format", form, "--data", arena.data)
        require(said.returncode in (0, 66, 1), f"export {subject}: {said.stderr[-200:]}")
        texts[f"arena export {subject}.{form}"] = said.stdout
    for name, text in texts.items():
        if "jsonl" in name:
            for line in text.split("\n"):
                if line:
                    json.loads(line)
                    lines += 1
        else:
            bad += [(name, cell) for cell in formulas(text, bench.broken)]
            lines += text.count("\n")
    open_to_all = "".join(text for name, text in texts.items() if not name.startswith("arena"))
    leaked = [word for word in ("PRIVATE", "PUBLIC", "COMMENT", "ok.1") if word in open_to_all]
    bench.figures = {"files": len(texts), "lines": lines, "votes": voted,
                     "formulas": len(bad), "texts for everyone": len(leaked)}
    require(not bad, f"formulas: {bad[:4]}")
    require(not leaked, f"exports for everyone hold {leaked}")
    rows = len(list(csv.reader(io.StringIO(texts["arena export votes.csv"], newline="")))) - 1
    require(rows == voted, f"{rows} votes are exported of {voted}")
    whole = [json.loads(line) for line in texts["arena export battles.jsonl"].splitlines()]
    prompts = json.dumps(whole, ensure_ascii=False)
    wanted = [text.replace("\r\n", "\n").strip() for text in public]
    missing = [text for text in wanted if json.dumps(text, ensure_ascii=False)[1:-1] not in prompts]
    require(not missing, f"texts are bent in the operator's export: {missing[:3]}")
