"""Many battles that wait for a vote of their voter, between contenders of one's choice, with the
answers and the seal that the program would have given them. What is cloned the program made itself."""

from .behaviours import answer_text
from .filling import Filling


class Stage(Filling):
    """One database that nobody else has open, with at least one whole battle of each contender."""

    def __init__(self, path, seed=1):
        super().__init__(path, seed)
        self.sides, self.owned = {}, {}
        query = "SELECT * FROM battles WHERE id IN (SELECT battle FROM complete_turns)"
        for row in map(dict, self.database.execute(query)):
            self.owned[row["voter"]] = row
            replies = {each["side"]: each for each in self.rows("replies", "battle", row["id"])}
            for side in "ab":
                version = row[f"{side}_version"]
                self.sides[row[f"{side}_contender"]] = (version, replies[side])
        self.upstreams = dict(tuple(row) for row in self.database.execute(
            "SELECT number, upstream_model FROM contender_versions"))

    def open(self, voter, left, right, moment):
        """A battle of a voter opened at a moment, in milliseconds; gives its id."""
        identity, prompt = self.identity(), self.identity()[:21].translate(LETTERS)
        (a_version, a_reply), (b_version, b_reply) = self.sides[left], self.sides[right]
        row = {**self.owned[voter], "a_version": a_version, "a_contender": left,
               "b_version": b_version, "b_contender": right, "opened_at": moment}
        self.put("battles", {**row, **self.sealed(row, identity)})
        self.put("turns", {"battle": identity, "number": 1, "begun_at": moment, "prompt": prompt})
        for side, version, reply in (("a", a_version, a_reply), ("b", b_version, b_reply)):
            text = answer_text(self.upstreams[version], prompt)
            self.put("replies", {**reply, "battle": identity, "side": side, "text": text})
        return identity


# No digits: prompts that differ in numbers alone are one to the program.
LETTERS = str.maketrans("0123456789-_", "ghijklmnopqr")
