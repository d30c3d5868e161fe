"""27: honest voters and bots of seven kinds vote over weeks; who is found, and what the ratings say."""

import csv
import re
import time
from collections import Counter, defaultdict

from clock_jumps import Clock
from rig import Arena, Visitor, require
from rig.ballots import Ballots, sittings
from rig.crowd import DAY, HOUR, Crowd
from rig.invariants import check, connect, require_verified
from rig.program import settings
from rig.stage import Stage
from rig.waiting import until
from secrets_sweep import administrator

NAME = "vote-bots"
SELF_CHECK = "integrity is off: nobody is found, and the target climbs"
# Number of voters, fewest and most votes of each; then what some go on to.
FULL = {"honest": (5000, 20, 300), "clicker": (200, 100, 100), "left": (100, 100, 100),
        "inverse": (100, 100, 100), "target": (100, 100, 100), "camper": (100, 50, 50),
        "sybil": (400, 20, 20), "omni": (50, 20, 20)}
SHORT = {"honest": (120, 20, 80), "clicker": (5, 100, 100), "left": (5, 100, 100),
         "inverse": (5, 100, 100), "target": (5, 100, 100), "camper": (20, 50, 50),
         "sybil": (20, 20, 20), "omni": (5, 20, 20)}
LATER_FULL, LATER_SHORT = {"target": 300, "camper": 300}, {"target": 200, "camper": 100}
# The day from which bots vote, and the one on which they go on.
DAYS_FULL, DAYS_SHORT = (10, 28), (3, 8)


class Cast:
    """All voters with their visitors' cookies, and the votes they will cast."""

    def __init__(self, bench, arena, crowd, sizes):
        self.bench, self.arena, self.crowd = bench, arena, crowd
        self.further = bench.size(LATER_SHORT, LATER_FULL)
        first, self.middle = bench.size(DAYS_SHORT, DAYS_FULL)
        honest = {"honest": sizes["honest"]}
        bots = {kind: size for kind, size in sizes.items() if kind != "honest"}
        self.voters = (crowd.voters(honest, 0, self.middle)
                       + crowd.voters(bots, first, self.middle))
        self.plan = [[], []]
        for voter in self.voters:
            self.enter(voter)

    def enter(self, voter):
        """Has somebody open a first battle, as everybody does, and says when he will vote."""
        voter.visitor = Visitor(self.arena.address)
        voter.battle = voter.visitor.open("hello")
        voter.visitor.leave()
        more = self.further.get(voter.kind, 0) - len(voter.moments)
        start = self.crowd.chance.uniform(self.middle, self.middle + 1) * DAY
        later = self.crowd.moments(max(0, more), start)
        for phase, moments in enumerate([voter.moments, later]):
            self.plan[phase] += [(moment, voter) for moment in moments]

    def stage(self, begun):
        """Puts a battle there for each vote to come; times are milliseconds after `begun`."""
        database = connect(self.arena.database)
        owners = dict(database.execute("SELECT id, voter FROM battles"))
        database.close()
        stage = Stage(self.arena.database, self.bench.seed)
        self.who = {owners[voter.battle]: voter for voter in self.voters}
        names = {voter: name for name, voter in self.who.items()}
        stage.database.execute("BEGIN IMMEDIATE")
        for phase in self.plan:
            phase.sort(key=lambda vote: vote[0])
            for place, (moment, voter) in enumerate(phase):
                left, right = self.crowd.pair(voter.kind)
                read = self.crowd.chance.uniform(15, 60)
                battle = stage.open(names[voter], f"c{left}", f"c{right}",
                                    int(begun + (moment - read) * 1000))
                said = self.crowd.verdict(voter.kind, left, right)
                phase[place] = (moment, voter, battle, left, right, said)
        stage.database.execute("COMMIT")
        stage.close()

    def vote(self, phase, clock, begun):
        """Casts the votes of a phase, each at its moment of the moved clock."""
        ballots = Ballots(Visitor(self.arena.address), 64)
        for run in sittings(self.plan[phase]):
            clock.set(int(begun + run[-1][0] * 1000 - time.time() * 1000))
            ballots.cast([self.message(*vote[1:3], vote[5]) for vote in run])
        ballots.close()

    def message(self, voter, battle, said):
        visitor = voter.visitor
        visitor.address = self.arena.address
        return visitor.message(
            "POST", f"/api/v1/battles/{battle}/vote", b'{"outcome":"%s"}' % said.encode(),
            {"Content-Type": "application/json"})

    def votes(self, *kinds):
        """The votes of some kinds, or of all."""
        return [vote for phase in self.plan for vote in phase if not kinds or vote[1].kind in kinds]


def order(bench, votes):
    """The contenders, the strongest first, by `arena rate`."""
    path = bench.path("votes.csv")
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["model_a", "model_b", "winner"])
        for _, _, _, left, right, said in votes:
            winner = {"a": "model_a", "b": "model_b"}.get(said, "tie")
            rows.writerow([f"c{left}", f"c{right}", winner])
    run = bench.arena("rate", path, "--format", "csv", timeout=300)
    require(run.returncode == 0, f"arena rate: {run.stderr[-300:]}")
    rated = list(csv.DictReader(run.stdout.splitlines()))
    return [row["id"] for row in sorted(rated, key=lambda row: -float(row["rating"]))]


def standing(arena):
    """The order of the leaderboard, and the number of votes it is made of."""
    document = Visitor(arena.address).get("/api/v1/leaderboard").json()
    rows = sorted(document["models"], key=lambda row: -row["rating"])
    return [row["id"] for row in rows], document["votes"]


def counted(arena):
    """How many votes count by the database."""
    database = connect(arena.database)
    number = database.execute("SELECT count(*) FROM counted_votes").fetchone()[0]
    database.close()
    return number


def settle(bench, arena, votes):
    """Waits until all these votes were reviewed, and the leaderboard is made of those that count."""
    def is_reviewed():
        with open(arena.errors, encoding="utf-8", errors="replace") as file:
            return any(f" vote={votes} " in line for line in file if "voters reviewed" in line)
    limit = 240 * bench.patience
    require(bench.broken or until(is_reviewed, limit), f"{votes} votes were not reviewed in {limit} s")
    require(until(lambda: standing(arena)[1] == counted(arena), limit), "the leaderboard is old")


def suspects(arena):
    """Who was found: by voter the detector and the number of the suspicion."""
    database = connect(arena.database)
    rows = {row[0]: row[1:] for row in database.execute(
        "SELECT voter, detector, number FROM suspicions")}
    database.close()
    return rows


def shares(cast, found):
    """The share of each kind that was found, of groups those with a found member."""
    kinds = defaultdict(list)
    for name, voter in cast.who.items():
        kinds[voter.kind].append(name in found)
    made = {kind: sum(flags) / len(flags) for kind, flags in kinds.items()}
    groups = defaultdict(list)
    for name, voter in cast.who.items():
        if voter.group is not None:
            groups[voter.group].append(name in found)
    made["group"] = sum(map(any, groups.values())) / len(groups)
    return made


def false_groups(cast, found):
    """The share of hours with honest voters alone of whom somebody was found with his group."""
    hours = defaultdict(list)
    for name, voter in cast.who.items():
        hours[int(voter.moments[0] // HOUR)].append((name, voter.kind))
    honest = [hour for hour in hours.values() if all(kind == "honest" for _, kind in hour)]
    wrong = [hour for hour in honest if any(found.get(name, "")[:1] == ("cohort",)
                                            for name, _ in hour)]
    return len(wrong) / max(1, len(honest))


def restore(arena, found):
    """Takes the decisions back as an administrator does; their votes must count again."""
    # The printed link is weeks old by now.
    link = arena.bench.arena("admin-link", "--data", arena.data, environment=arena.environment)
    require(link.returncode == 0, f"arena admin-link: {link.stderr[-300:]}")
    arena.admin = link.stdout.strip()
    admin, _ = administrator(arena)
    for _, number in found.values():
        page = admin.get(f"/admin/integrity/{number}?decision=cleared")
        form = page.text.split('<form class="adminform"')[-1]
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        fields["reason"] = "the torture test takes it back"
        body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in fields.items())
        answer = admin.ask("POST", f"/admin/integrity/{number}", body.encode(),
                           {"Content-Type": "application/x-www-form-urlencoded"})
        require(answer.status == 303, f"restoring gave {answer.status} {answer.text[-300:]}")


def require_told(arena, found):
    """Every decision has its line in the audit log and its ruling, and can be taken back."""
    database = connect(arena.database)
    told = sum(int(row[0].split()[0]) for row in database.execute(
        "SELECT subject FROM audit_log WHERE after = 'not counted (quarantine)'"))
    out = "SELECT count(*) FROM uncounted_votes WHERE reason = 'quarantine'"
    bare = database.execute(
        f"""SELECT count(*) FROM uncounted_votes u WHERE reason = 'quarantine' AND NOT EXISTS (
                SELECT 1 FROM vote_rulings r WHERE r.sequence = u.sequence
                    AND r.reason = 'quarantine' AND r.counts = 0)""").fetchone()[0]
    before = database.execute(out).fetchone()[0]
    require(told == len(found), f"the audit log tells of {told} of {len(found)} found")
    require(before and not bare, f"{bare} of {before} votes are out without a ruling")
    restore(arena, found)
    after = database.execute(out).fetchone()[0]
    database.close()
    require(after == 0, f"{after} of {before} votes are still out after all was restored")
    return before


def run(bench):
    """Two phases of votes, a review after each, then everything is taken back."""
    sizes = bench.size(SHORT, FULL)
    crowd = bench.size(lambda: Crowd(bench.random, 8, 0.3, 2),
                       lambda: Crowd(bench.random, 20, 0.137, 5))()
    clock = Clock(bench)
    off = "off" if bench.broken else "on"
    arena = Arena(
        bench, settings(bench.upstream().port, [f"ok.{n}" for n in range(crowd.count)],
                        extra=f"integrity: {off}\nvote_work_bits: 0\n"),
        environment={**clock.environment, "ARENA_LOG": "info"})
    cast = Cast(bench, arena, crowd, sizes)
    begun = int(time.time() * 1000)
    arena.stop()
    cast.stage(begun)
    cast.arena = arena = arena.again(wait=120)
    looks, took = [], time.monotonic()
    for phase in (0, 1):
        cast.vote(phase, clock, begun)
        settle(bench, arena, sum(map(len, cast.plan[:phase + 1])))
        looks.append(shares(cast, suspects(arena)))
    took = time.monotonic() - took
    found, number = suspects(arena), len(cast.votes())
    honest, bought = order(bench, cast.votes("honest")), order(bench, cast.votes())
    target = f"c{crowd.target}"
    climb = honest.index(target) - bought.index(target)
    wrong = false_groups(cast, found)
    bench.figures = {
        "votes": number, "votes a second": number / took, "voters": len(cast.who),
        "found": len(found), "places the target would climb": climb,
        **{f"% {kind}": f"{100 * looks[0][kind]:.3g}/{100 * share:.3g}"
           for kind, share in looks[1].items()},
        "% honest hours": 100 * wrong,
        "by": dict(Counter(detector for detector, _ in found.values()))}
    require(climb > 3, f"all votes together move the target by {climb} places only")
    require(standing(arena)[0] == honest,
            f"the leaderboard has {standing(arena)[0]}, honest votes {honest}")
    least = {"group": 0.99, "camper": 0.99, "target": 0.7}
    for look, limits in zip(looks, (least, {**least, "target": 0.99})):
        for kind, share in limits.items():
            require(look[kind] >= share, f"{look[kind]:.1%} of {kind} were found")
        require(look["honest"] <= max(0.005, 1.5 / sizes["honest"][0]),
                f"{look['honest']:.2%} of honest voters were found")
    require(wrong <= 0.01, f"{wrong:.1%} of hours with honest voters alone were found")
    bench.figures["taken back"] = require_told(arena, found)
    settled = until(lambda: standing(arena)[1] == counted(arena), 60 * bench.patience)
    require(settled, "the leaderboard is not made of the votes that were taken back")
    check(bench, arena.database)
    arena.stop()
    require_verified(bench, arena.data)
