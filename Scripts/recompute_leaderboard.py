#!/usr/bin/env python3
"""Recomputes a leaderboard from the votes that anybody may take, with nothing but Python.

    Scripts/recompute_leaderboard.py votes.jsonl leaderboard.json
    Scripts/recompute_leaderboard.py https://arena.example.org

The files are /api/v1/exports/votes.jsonl and /api/v1/leaderboard. Bradley and Terry (1952): the
strengths that make the votes most likely, a tie or "both bad" being half a win for each, by Newton's
method; 400 points are odds of ten to one, the mean is 1000. Where the leaderboard says it was made
with a prior, the same prior is used. Exit code 1 where a rating differs by more than 0.000001.
"""

import json
import math
import sys
import urllib.request

POINTS = 400 / math.log(10)


def pairs(votes):
    """Wins of one over another, ties as halves, of the votes that count."""
    wins = {}
    for vote in votes:
        if not vote["counted"] or vote["kind"] != "random":
            continue
        one, two, winner = vote["model_a"], vote["model_b"], vote["winner"]
        share = {"model_a": 1.0, "model_b": 0.0}.get(winner, 0.5)
        wins[one, two] = wins.get((one, two), 0.0) + share
        wins[two, one] = wins.get((two, one), 0.0) + 1 - share
    return wins


def solved(matrix, vector):
    """Gauss's elimination."""
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(size):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at])]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def strengths(names, wins, prior):
    """The most likely strengths in log-odds, mean zero."""
    place = {name: number for number, name in enumerate(names)}
    values = [0.0] * len(names)
    pull = 1 / prior ** 2 if prior else 0.0
    for _ in range(200):
        slope = [-pull * value for value in values]
        # Strengths are known but for a shift: the ones' matrix keeps the mean where it is.
        curve = [[1.0 + (pull if i == j else 0.0) for j in range(len(names))]
                 for i in range(len(names))]
        for (one, two), count in wins.items():
            i, j = place[one], place[two]
            chance = 1 / (1 + math.exp(values[j] - values[i]))
            slope[i] += count * (1 - chance)
            slope[j] -= count * (1 - chance)
            weight = count * chance * (1 - chance)
            curve[i][i] += weight
            curve[j][j] += weight
            curve[i][j] -= weight
            curve[j][i] -= weight
        step = solved(curve, slope)
        length = max(1.0, max(abs(part) for part in step) / 2)
        values = [value + part / length for value, part in zip(values, step)]
        if max(abs(part) for part in step) < 1e-13:
            break
    mean = sum(values) / len(values)
    return {name: value - mean for name, value in zip(names, values)}


def difference(votes, board):
    """The largest difference of a published rating to one computed anew, by group of contenders."""
    wins, worst, groups = pairs(votes), 0.0, {}
    for row in board["models"]:
        if row["rating"] is not None:
            groups.setdefault(row["component"], []).append(row)
    for rows in groups.values():
        names = [row["id"] for row in rows]
        among = {pair: count for pair, count in wins.items() if set(pair) <= set(names)}
        anew = strengths(names, among, board.get("prior"))
        mean = sum(row["rating"] for row in rows) / len(rows)
        if len(groups) == 1:
            worst = max(worst, abs(mean - 1000))
        for row in rows:
            worst = max(worst, abs(anew[row["id"]] * POINTS + mean - row["rating"]))
    return worst, sum(wins.values())


def main():
    """Reads both, compares, says how far they are apart."""
    if len(sys.argv) == 2:
        address = sys.argv[1].rstrip("/") + "/api/v1/"
        with urllib.request.urlopen(address + "exports/votes.jsonl?pool=real") as answer:
            votes = [json.loads(line) for line in answer]
        with urllib.request.urlopen(address + "leaderboard") as answer:
            board = json.load(answer)
    elif len(sys.argv) == 3:
        with open(sys.argv[1], encoding="utf-8") as file:
            votes = [json.loads(line) for line in file]
        with open(sys.argv[2], encoding="utf-8") as file:
            board = json.load(file)
    else:
        sys.exit(__doc__)
    worst, count = difference(votes, board)
    print(f"{count:.0f} votes, {len(board['models'])} models, at most {worst:.2e} points apart")
    if count != board["votes"]:
        print(f"the leaderboard is made of {board['votes']} votes: the export lags by 15 minutes")
        return 1
    return 0 if worst <= 1e-6 else 1


if __name__ == "__main__":
    sys.exit(main())
