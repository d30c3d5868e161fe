"""Fills a standing arena's database with many votes, each with its link of the chain as the program
makes it. What is cloned are votes that the program itself took; only ids, voters and times are new."""

import hashlib
import os
import random
import sqlite3

START = bytes(32)
DAY = 86_400_000
BATCH = 20_000
OF_BATTLE = ("turns", "replies")
OF_VOTE = ("vote_details", "vote_categories", "vote_prompts")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def digest(tag, *parts):
    """SHA-256 over a tag and what follows it."""
    return hashlib.sha256(bytes([tag]) + b"".join(parts)).digest()


def lengthy(text):
    """A value preceded by its length in bytes, `-` for none."""
    return "-" if text is None else f"{len(text.encode())}:{text}"


class Filling:
    """One database that nobody else has open."""

    def __init__(self, path, seed=1):
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.row_factory = sqlite3.Row
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute("PRAGMA cache_size = -200000")
        self.chance = random.Random(seed)
        known = {row[0] for row in self.database.execute("SELECT name FROM sqlite_schema")}
        self.of_vote = [name for name in OF_VOTE if name in known]
        self.records = self.versions()
        self.contenders = dict(tuple(row) for row in self.database.execute(
            "SELECT number, contender FROM contender_versions"))
        self.statements = {}
        self.models = self.taken()
        self.voters = [self.identity() for _ in range(5000)]

    def identity(self):
        return "".join(self.chance.choice(ALPHABET) for _ in range(21)) + "A"

    def battles(self, model, count):
        """Clones an open battle with its whole answers; gives the new ones' ids."""
        row = self.rows("battles", "id", model)[0]
        below = [(name, self.rows(name, "battle", model)) for name in OF_BATTLE]
        made = [self.identity() for _ in range(count)]
        self.database.execute("BEGIN IMMEDIATE")
        for identity in made:
            self.put("battles", {**row, **self.sealed(row, identity)})
            for table, rows in below:
                for each in rows:
                    self.put(table, {**each, "battle": identity})
        self.database.execute("COMMIT")
        return made

    def sealed(self, row, identity):
        """A clone's id, and the digest that seals its names under the first one's nonce."""
        names = [self.contenders[row[f"{side}_version"]] for side in "ab"]
        text = "|".join([identity, *names, row["seal_nonce"]])
        return {"id": identity, "seal_digest": hashlib.sha256(text.encode()).hexdigest()}

    def close(self):
        """Leaves the database to the next, its log emptied."""
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.database.close()

    def versions(self):
        """Each version's name and the digest of what is recorded of it."""
        rows = self.database.execute(
            """SELECT number, version, contender, name, model, provider, upstream_model, settings,
                   system_prompt, CAST(price_in AS TEXT), CAST(price_out AS TEXT), pool
               FROM contender_versions""")
        return {row[0]: (row[1], digest(4, "".join(map(lengthy, row[1:])).encode()).hex())
                for row in rows}

    def rows(self, table, column, value):
        return [dict(row) for row in self.database.execute(
            f"SELECT * FROM {table} WHERE {column} = ?", (value,))]

    def taken(self):
        """What the program stored of each vote that it took."""
        models = []
        for vote in [dict(row) for row in self.database.execute("SELECT * FROM votes")]:
            battle = self.rows("battles", "id", vote["battle"])[0]
            models.append({
                "vote": vote, "battle": battle, "texts": self.texts(vote["battle"]),
                "below": [(name, self.rows(name, "battle", vote["battle"])) for name in OF_BATTLE],
                "beside": [(name, self.rows(name, "sequence", vote["sequence"]))
                           for name in self.of_vote]})
        return models

    def texts(self, battle):
        """The digest of a battle's prompts and answers."""
        found = hashlib.sha256()
        replies = {(row["turn"], row["side"]): row["text"]
                   for row in self.rows("replies", "battle", battle)}
        for turn in sorted(self.rows("turns", "battle", battle), key=lambda row: row["number"]):
            found.update(f"turn {turn['number']}\n".encode())
            for text in (turn["prompt"], *(replies[turn["number"], side] for side in "ab")):
                data = text.encode()
                found.update(f"{len(data)}:".encode() + data)
        return found.digest()

    def put(self, table, row):
        key = (table, *row)
        if key not in self.statements:
            marks = ", ".join("?" * len(row))
            self.statements[key] = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        self.database.execute(self.statements[key], tuple(row.values()))

    def fill(self, count, until):
        """Adds votes until there are so many; the last is cast at `until`, in milliseconds."""
        number, head = self.database.execute(
            "SELECT sequence, head FROM vote_chain ORDER BY sequence DESC LIMIT 1").fetchone()
        begun = until - 30 * DAY
        for first in range(number + 1, count + 1, BATCH):
            self.database.execute("BEGIN IMMEDIATE")
            for sequence in range(first, min(first + BATCH, count + 1)):
                moment = begun + (until - begun) * sequence // count
                head = self.add(sequence, moment, head)
            self.database.execute("COMMIT")
        self.close()

    def add(self, sequence, moment, head):
        """One vote of somebody; gives the chain's new head."""
        model = self.chance.choice(self.models)
        identity, voter = self.identity(), self.chance.choice(self.voters)
        shift = moment - model["vote"]["cast_at"]
        opened = model["battle"]["opened_at"] + shift
        self.put("battles", {**model["battle"], **self.sealed(model["battle"], identity),
                             "voter": voter, "opened_at": opened})
        for table, rows in model["below"]:
            for row in rows:
                moved = {"begun_at": row["begun_at"] + shift} if "begun_at" in row else {}
                self.put(table, {**row, "battle": identity, **moved})
        vote = {**model["vote"], "sequence": sequence, "battle": identity, "voter": voter,
                "cast_at": moment}
        self.put("votes", vote)
        for table, rows in model["beside"]:
            for row in rows:
                self.put(table, {**row, "sequence": sequence})
        return self.link(vote, model, head)

    def link(self, vote, model, head):
        """The vote's link of the chain, as Sources/Arena/Ledger/VoteLeaf.swift describes it."""
        salt = os.urandom(16)
        voter = digest(2, salt, vote["voter"].encode())
        answers = digest(3, salt, model["texts"])
        players = []
        for side in "ab":
            version, record = self.records[model["battle"][f"{side}_version"]]
            players += [vote[f"{side}_contender"], version, record]
        lines = ["arena vote 1", vote["sequence"], vote["battle"], vote["outcome"], vote["pool"],
                 vote["kind"], vote["cast_at"], *players, voter.hex(), answers.hex()]
        leaf = digest(0, "".join(f"{line}\n" for line in lines).encode())
        head = digest(1, head, leaf)
        self.put("vote_chain", {"sequence": vote["sequence"], "salt": salt, "voter": voter,
                                "texts": answers, "leaf": leaf, "head": head})
        return head
