"""7: sequences of acts by the owner and a stranger; no name before the vote, no vote after one."""

import itertools
import threading
import time

from rig import Arena, Visitor, require
from rig.invariants import check, votes
from rig.program import settings

NAME = "vote-state-machine"
SELF_CHECK = "the owner's look before the vote is taken for a stranger's"
OWNER = ["look", "page", "stream", "vote", "skip", "reasons", "turn", "stop", "now", "retry",
         "replace", "wait", "share", "unshare", "report"]
FOREIGN = ["look", "vote", "skip", "stop", "now", "turn", "reasons", "retry", "page", "stream",
           "share", "unshare", "report"]
ACTS = [("owner", act) for act in OWNER] + [("stranger", act) for act in FOREIGN]
NAMES = [b"CANARY-one", b"CANARY-two", b"canary-aspen", b"canary-birch", b"CANARYmodel"]
STARTS = {"ok": "ready", "slow@3": "streaming", "s401": "failed"}


class Play:
    """One battle and what was done to it."""

    def __init__(self, address, stranger, unknown, model, prompt):
        self.owner, self.stranger = Visitor(address, keep_all=True), stranger
        self.unknown = unknown
        self.battle = self.owner.open(prompt, kind="pair", pair=pair(model))
        self.log, self.voted, self.skipped, self.shared = [], None, False, False
        if STARTS[model] != "streaming":
            self.owner.wait(self.battle)

    def send(self, who, act):
        """Does one act; gives the answer."""
        voter = self.owner if who == "owner" else self.stranger
        path = f"/api/v1/battles/{self.battle}"
        if act == "look":
            return voter.get(path)
        if act == "page":
            return voter.get(f"/b/{self.battle}")
        if act == "stream":
            return voter.get(path + "/stream")
        if act == "wait":
            return self.owner.wait(self.battle) and self.owner.get(path)
        if act == "vote":
            return voter.vote(self.battle, "a")
        bodies = {"reasons": {"reasons": {"a": ["clear"]}}, "turn": {"prompt": "And then?"},
                  "replace": {"replace": True}, "report": {"kind": "other", "note": "So."}}
        if act == "unshare":
            return voter.ask("DELETE", path + "/share", {})
        route = {"turn": "turns", "replace": "retry"}.get(act, act)
        return voter.post(f"{path}/{route}", bodies.get(act, {}))

    def step(self, who, act):
        """Does one act and checks the answer against what must hold."""
        before = None
        if (who, act) == ("owner", "vote"):
            before = self.owner.look(self.battle)
        answer = self.send(who, act)
        self.log.append(f"{who[0]}:{act}={answer.status}")
        story = " ".join(self.log)
        require(answer.status < 500, f"{story}: {answer.text[:200]}")
        if who == "stranger":
            leaked = [name for name in NAMES if name in answer.body]
            require(not leaked, f"{leaked} to a stranger: {story}")
            if self.shared and act in ("page", "report"):
                return  # he may see it, blind
            require(answer.status == 404, f"a stranger was answered {story}")
            if act == "look":
                shown = answer.text.replace(self.battle, "ID")
                require(shown == self.unknown, f"foreign and unknown differ: {shown[:300]}")
            return
        if act == "vote" and answer.status == 201:
            require(self.voted is None, f"voted twice: {story}")
            require(not self.skipped, f"voted after a skip: {story}")
            require(before["votable"] or before["state"] in ("streaming", "created"),
                    f"voted though not votable: {story}")
            self.voted = "a"
            require(any(name in self.owner.heard for name in NAMES), "the reveal has no name")
        elif act == "skip" and answer.status == 204:
            require(self.voted is None, f"skipped after the vote: {story}")
            self.skipped = True
        elif act in ("share", "unshare") and answer.status < 300:
            require(self.voted or act == "unshare", f"shared before the vote: {story}")
            self.shared = act == "share"
        elif act == "replace" and answer.status == 202:
            self.battle = answer.json()["id"]
        if self.voted is None:
            leaked = [name for name in NAMES if name in self.owner.heard]
            require(not leaked, f"{leaked} before the vote: {story}")


def pair(model):
    """The two contenders whose battles begin in this model's state."""
    key = model.replace("@", "-")
    return [f"canary-aspen-{key}", f"canary-birch-{key}"]


def configuration(port):
    """Two contenders for each start."""
    lines = ["providers:", f'  m: {{protocol: openai, base_url: "http://127.0.0.1:{port}/v1"}}',
             "contenders:"]
    for model in STARTS:
        for name, word in zip(pair(model), ("CANARY-one", "CANARY-two")):
            lines.append(f"  - {{id: {name}, name: {word} {model[:2]}, provider: m,"
                         f' upstream_model: "{model}.CANARYmodel"}}')
    return "\n".join(lines) + settings(port, []).partition("contenders:")[2]


def sequences(bench):
    """All up to a length, then random longer ones, each with a start."""
    acts = [("owner", "vote"), ("owner", "skip"), ("owner", "look"), ("owner", "reasons"),
            ("owner", "turn"), ("owner", "stop"), ("stranger", "vote"), ("stranger", "look")]
    for length in range(1, bench.size(2, 3) + 1):
        yield from itertools.product(acts, repeat=length)
    for _ in range(bench.size(250, 20000)):
        weights = [4 if act == ("owner", "vote") else 1 for act in ACTS]
        yield bench.random.choices(ACTS, weights, k=bench.random.randint(3, 6))


def run(bench):
    """Plays all sequences, eight side by side, each on a battle of its own."""
    arena = Arena(bench, configuration(bench.upstream().port))
    stories = [(list(acts), bench.random.choice(["ok", "ok", *STARTS])) for acts in sequences(bench)]
    figures = {"sequences": len(stories), "acts": 0, "votes": 0}
    voted, lock = {}, threading.Lock()
    unknown_id = "A" * 22

    def player(number):
        stranger = Visitor(arena.address)
        stranger.open("mine own", kind="pair", pair=pair("ok"))
        unknown = stranger.get(f"/api/v1/battles/{unknown_id}").text.replace(unknown_id, "ID")
        for at in range(number, len(stories), 8):
            acts, model = stories[at]
            play = Play(arena.address, stranger, unknown, model, f"sequence {at}")
            for who, act in acts:
                if bench.broken and (who, act) == ("owner", "look"):
                    who = "stranger"
                    play.stranger = play.owner
                play.step(who, act)
            play.owner.leave()
            with lock:
                figures["acts"] += len(acts)
                if play.voted:
                    voted[play.battle] = play.voted

    begun = time.monotonic()
    bench.together(8, player)
    kept = votes(arena.database)
    figures |= {"votes": len(voted), "acts a second": figures["acts"] / (time.monotonic() - begun)}
    bench.figures = figures
    require({b: [o] for b, o in voted.items()} == kept, "the votes kept are not those taken")
    check(bench, arena.database)
