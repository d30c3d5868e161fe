"""Voters of known kinds: what each votes on, when and how. Times are seconds from the first day."""

import math

DAY = 86_400
HOUR = 3600
TIES = 0.7
GROUP = 20


class Voter:
    """One identity: its kind, its group where it has one, and when it votes."""

    def __init__(self, kind, moments, group=None):
        self.kind, self.moments, self.group = kind, moments, group


class Crowd:
    """Contenders of known strengths, the weakest first, and voters of several kinds.

    Honest voters follow Davidson's model. What the others do is called as in the field's study of
    bought votes: `target` votes for one contender wherever it plays and honestly elsewhere, `camper`
    votes only where it plays, `omni` also against those just above it.
    """

    def __init__(self, chance, contenders, spread, target):
        self.chance, self.target, self.count = chance, target, contenders
        middle = (contenders - 1) / 2
        self.strengths = [spread * (number - middle) for number in range(contenders)]

    def pair(self, kind):
        """Who plays on the left and on the right."""
        while True:
            pair = self.chance.sample(range(self.count), 2)
            if kind != "camper" or self.target in pair:
                return pair

    def honest(self, left, right):
        """An honest verdict."""
        half = (self.strengths[left] - self.strengths[right]) / 2
        weights = [math.exp(half), math.exp(-half), TIES]
        return self.chance.choices(["a", "b", "tie"], weights)[0]

    def verdict(self, kind, left, right):
        """What a voter of a kind says of a pair."""
        target, said = self.target, self.honest(left, right)
        if kind == "clicker":
            return self.chance.choice(["a", "b", "tie"])
        if kind == "left":
            return "a" if self.chance.random() < 0.95 else said
        if kind == "inverse":
            return {"a": "b", "b": "a"}.get(said, said)
        if kind in ("target", "camper", "sybil", "omni") and target in (left, right):
            return "a" if left == target else "b"
        if kind == "omni":
            above = [target < side <= target + 4 for side in (left, right)]
            if above[0] != above[1]:
                return "b" if above[0] else "a"
        return said

    def moments(self, count, start):
        """When so many votes are cast: sittings of up to 30 votes a day from a moment on."""
        made, now = [], start
        while len(made) < count:
            now = max(now, start + len(made) // 30 * DAY)
            made.append(now)
            now += self.chance.uniform(20, 300) if len(made) % 30 else 0
        return made

    def within(self, first, last, count):
        """A beginning from which so many votes end before a day."""
        return self.chance.uniform(first * DAY, max(first, last - count // 30 - 1) * DAY)

    def voters(self, sizes, first, last):
        """So many voters of each kind with so many votes, all cast between two days.

        `sizes` has for each kind the number of voters, and the fewest and most votes of one. Sybils
        come in groups: all members of one begin within an hour.
        """
        made = []
        for kind, (number, fewest, most) in sizes.items():
            for place in range(number):
                votes = self.chance.randint(fewest, most)
                if kind == "sybil" and place % GROUP == 0:
                    hour = self.within(first, last, votes) // HOUR * HOUR
                start = self.within(first, last, votes)
                if kind == "sybil":
                    start = hour + self.chance.uniform(0, 2400)
                group = place // GROUP if kind == "sybil" else None
                made.append(Voter(kind, self.moments(votes, start), group))
        return made
