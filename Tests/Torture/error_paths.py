"""5: every way a provider fails, early and late, on both sides; voters see one and the same thing."""

import json
import re

from rig import Arena, Visitor, require
from rig.behaviours import BAD, GOOD, USAGE
from rig.canaries import scan
from rig.invariants import check

NAME = "blind-error-paths"
SELF_CHECK = "a word of the answers is taken for a secret"
LATE = ["cut", "brokenoff", "stall", "midevent", "midcharacter", "badjson", "errorobject",
        "filtered", "longline", "toolcall", "comments"]
EITHER = {"badjson", "badutf8", "nan", "toolcall@3", "filtered@3", "wronglength",
          "brokenoff@3", "comments@3", "badjson@3", "zipped"}
SECRETS = ["CANARYm", "canaryprov", "canary-", "CANARYname", "CANARYmodel", "CANARYsystem",
           "CANARYkey", "chatcmpl", "no-such-host", str(USAGE["prompt_tokens"]),
           str(USAGE["completion_tokens"])]
QUESTION = "Why is the sky blue?"


def faults():
    """All faults, then all the good ones."""
    odd = set(GOOD) - {"slow", "ended", "flood", "priced", "echo"}
    return sorted(BAD) + [f"{name}@3" for name in LATE] + sorted(odd) + [
        "refused", "nohost", "notls"]


def settings(port):
    """One steady contender and one for each fault; names are canaries."""
    providers = {
        "canaryprov-m": f"http://127.0.0.1:{port}/v1", "canaryprov-refused": "http://127.0.0.1:1/v1",
        "canaryprov-nohost": "http://no-such-host.invalid/v1",
        "canaryprov-notls": f"https://127.0.0.1:{port}/v1"}
    lines = ["providers:"]
    lines += [f'  {name}: {{protocol: openai, base_url: "{url}", api_key_env: M_KEY}}'
              for name, url in providers.items()]
    lines.append("contenders:")
    for name in ["steady", *faults()]:
        provider = f"canaryprov-{name}"
        lines.append(
            f"  - {{id: {identity(name)}, name: CANARYname {name}, system_prompt: CANARYsystem,"
            f" provider: {provider if provider in providers else 'canaryprov-m'},"
            f' upstream_model: "{"slow@8" if name == "steady" else name}.CANARYmodel"}}')
    return "\n".join(lines) + """
control_share: 0
pacing: live
detect: false
limits:
  concurrent_replies: 4096
  connect_seconds: 1
  first_byte_seconds: 2
  stall_seconds: 2
  total_seconds: 6
"""


def identity(name):
    """A contender's id for a fault."""
    return "canary-" + name.replace("@", "-")


class Run:
    """One battle of the steady contender against one that misbehaves."""

    def __init__(self, address, fault):
        self.fault = fault
        voter = Visitor(address, keep_all=True, seconds=60)
        self.answers = [voter.post("/api/v1/battles", {
            "prompt": QUESTION, "kind": "pair", "pair": ["canary-steady", identity(fault)]})]
        require(self.answers[0].status == 201, f"{fault}: {self.answers[0].text[:200]}")
        self.id = self.answers[0].json()["id"]
        for path in (f"/api/v1/battles/{self.id}/stream", f"/api/v1/battles/{self.id}",
                     f"/b/{self.id}"):
            self.answers.append(voter.get(path))
        self.document = self.answers[2].json()
        self.heard = bytes(voter.heard)
        turn = self.document["turns"][0]
        self.sides = {side: turn[side]["state"] for side in "ab"}
        self.texts = {side: turn[side]["text"] for side in "ab"}
        self.vote = voter.vote(self.id, "tie") if not self.document["votable"] else None

    @property
    def kind(self):
        """What the voter may learn: how each side ended, and that it may vote."""
        return (self.document["state"], self.sides["a"], self.sides["b"],
                self.document["votable"])

    @property
    def shape(self):
        """Status and headers of all answers, and the JSON, without our own random names."""
        parts = []
        for answer in self.answers:
            head = sorted((name, ";".join(sorted(re.split("; *", value))))
                          for name, value in answer.head
                          if name not in ("date", "content-length"))
            parts.append((answer.status, head))
        blind = json.loads(json.dumps(self.document))
        for side in "ab":
            blind["turns"][0][side]["text"] = ""
        return re.sub(r"[A-Za-z0-9_\-]{20,}(\.[A-Za-z0-9_\-]{20,})?", "#",
                      json.dumps([parts, blind]))

    @property
    def page(self):
        """The page without our own random names: only where nothing of the bad side came."""
        return re.sub(r"[A-Za-z0-9_\-]{8,}", "#", self.answers[3].text)


def run(bench):
    """Plays each fault several times, all side by side, and compares what voters were sent."""
    arena = Arena(bench, settings(bench.upstream().port),
                  environment={"M_KEY": "CANARYkey-0123456789abcdef"})
    names = faults() * bench.size(3, 8)
    bench.random.shuffle(names)
    runs = []
    bench.together(64, lambda number: runs.extend(
        Run(arena.address, name) for name in names[number::64]))
    secrets = SECRETS + (["after another"] if bench.broken else [])
    leaks = [(run.fault, hit) for run in runs for hit in scan(run.heard, secrets)]
    shapes, pages, wrong = {}, {}, []
    for run in runs:
        name, is_good = run.fault, run.fault in GOOD
        shapes.setdefault(run.kind, {}).setdefault(run.shape, []).append(name)
        if run.document["state"] == "failed" and not all(run.texts.values()):
            pages.setdefault(run.kind, {}).setdefault(run.page, []).append(name)
        if name not in EITHER and run.document["votable"] != is_good:
            wrong.append(f"{name} ended {run.kind}")
        if "complete" not in run.sides.values():
            wrong.append(f"{name}: the other side did not end well {run.kind}")
        if run.vote is not None and run.vote.status != 409:
            wrong.append(f"{name}: a vote on it gave {run.vote.status}")
    asked = {}
    for note in bench.upstream().log():
        name = note["model"].removesuffix(".CANARYmodel")
        asked[name] = asked.get(name, 0) + 1
    times = bench.size(3, 8)
    wrong += [f"{name} was asked {count} times in {times} battles" for name, count in asked.items()
              if name in BAD and count > 2 * times or name.endswith("@3") and count > times]
    bench.figures = {
        "battles": len(runs), "faults": len(set(names)), "leaks": len(leaks),
        "kinds of ending": len(shapes), "shapes": sum(map(len, shapes.values())),
        "pages": sum(map(len, pages.values())), "kinds of page": len(pages)}
    require(not leaks, f"{len(leaks)} leaks, the first: {leaks[0] if leaks else ''}")
    require(not wrong, "; ".join(sorted(set(wrong))[:8]))
    for kind, found in list(shapes.items()) + list(pages.items()):
        require(len(found) == 1, f"{kind} looks {len(found)} ways: "
                + " | ".join(sorted(set(names))[0] for names in found.values()))
    check(bench, arena.database)
    require(Visitor(arena.address).get("/healthz").status == 200, "the program is gone")
